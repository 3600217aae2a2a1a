"""re._parser: a pattern read into a tree, for those who walk it. Matching does without (runtime/modules/re_syntax.c reads patterns for it).

The tree is CPython 3.12's: a SubPattern is a list of pairs (operator, argument), both made of the constants of re._constants."""
import warnings
from re._constants import *

SPECIAL_CHARS = ".\\[{()*+?^$|"
REPEAT_CHARS = "*+?{"
DIGITS = frozenset("0123456789")
OCTDIGITS = frozenset("01234567")
HEXDIGITS = DIGITS | frozenset("abcdefABCDEF")
ASCIILETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
WHITESPACE = frozenset(" \t\n\r\v\f")

ESCAPES = {"\\" + letter: (LITERAL, ord(character)) for letter, character in zip("abfnrtv\\", "\a\b\f\n\r\t\v\\")}
_positions = {"A": AT_BEGINNING_STRING, "b": AT_BOUNDARY, "B": AT_NON_BOUNDARY, "Z": AT_END_STRING}
_categories = {
    "d": CATEGORY_DIGIT, "D": CATEGORY_NOT_DIGIT, "s": CATEGORY_SPACE, "S": CATEGORY_NOT_SPACE, "w": CATEGORY_WORD, "W": CATEGORY_NOT_WORD,
}
CATEGORIES = {
    "\\" + letter: (AT, _positions[letter]) if letter in _positions else (IN, [(CATEGORY, _categories[letter])]) for letter in "AbBdDsSwWZ"
}
FLAGS = {
    "i": SRE_FLAG_IGNORECASE, "L": SRE_FLAG_LOCALE, "m": SRE_FLAG_MULTILINE, "s": SRE_FLAG_DOTALL, "x": SRE_FLAG_VERBOSE,
    "a": SRE_FLAG_ASCII, "t": SRE_FLAG_TEMPLATE, "u": SRE_FLAG_UNICODE,
}
TYPE_FLAGS = SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE
GLOBAL_FLAGS = SRE_FLAG_DEBUG | SRE_FLAG_TEMPLATE
MAXWIDTH = 2**64

_repeats = frozenset((MIN_REPEAT, MAX_REPEAT, POSSESSIVE_REPEAT))
_one_character = frozenset((ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY))


# ---- trees -------------------------------------------------------------------------------------------------------


class State:
    "What is known of the whole pattern: flags, groups by number (width, or None while open) and by name."

    def __init__(self):
        self.flags = 0
        self.groupdict = {}
        self.groupwidths = [None]
        self.lookbehindgroups = None  # groups there were where the outermost lookbehind began
        self.grouprefpos = {}  # (?(n)...): looked at when all groups are known

    @property
    def groups(self):
        return len(self.groupwidths)

    def opengroup(self, name=None):
        number = self.groups
        if number >= MAXGROUPS:
            raise error("too many groups")
        self.groupwidths.append(None)
        if name is not None and self.groupdict.setdefault(name, number) != number:
            raise error(f"redefinition of group name {name!r} as group {number}; was group {self.groupdict[name]}")
        return number

    def closegroup(self, gid, p):
        self.groupwidths[gid] = p.getwidth()

    def checkgroup(self, gid):
        return gid < self.groups and self.groupwidths[gid] is not None

    def checklookbehindgroup(self, gid, source):
        limit = self.lookbehindgroups
        if limit is None:
            return
        if not self.checkgroup(gid):
            raise source.error("cannot refer to an open group")
        if gid >= limit:
            raise source.error("cannot refer to group defined in the same lookbehind subpattern")


def _either(widths):
    lows, highs = zip((MAXWIDTH, 0), *widths)
    return min(lows), max(highs)


def _item_width(operator, argument, state):
    "The fewest and most characters of one item; None: nothing behind it counts."
    if operator in _one_character:
        return 1, 1
    if operator in _repeats:
        fewest, most, body = argument
        low, high = body.getwidth()
        return low * fewest, MAXWIDTH if high and most == MAXREPEAT else high * most
    if operator is SUBPATTERN:
        return argument[-1].getwidth()
    if operator is ATOMIC_GROUP:
        return argument.getwidth()
    if operator is BRANCH:
        return _either(branch.getwidth() for branch in argument[1])
    if operator is GROUPREF:
        return state.groupwidths[argument]
    if operator is GROUPREF_EXISTS:
        return _either((0, 0) if branch is None else branch.getwidth() for branch in argument[1:])
    return None if operator is SUCCESS else (0, 0)


class SubPattern:
    def __init__(self, state, data=None):
        self.state = state
        self.data = [] if data is None else data
        self.width = None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        found = self.data[index]
        return SubPattern(self.state, found) if isinstance(index, slice) else found

    def __setitem__(self, index, code):
        self.data[index] = code

    def __delitem__(self, index):
        del self.data[index]

    def insert(self, index, code):
        self.data.insert(index, code)

    def append(self, code):
        self.data.append(code)

    def getwidth(self):
        if self.width is None:
            low = high = 0
            for operator, argument in self.data:
                width = _item_width(operator, argument, self.state)
                if width is None:
                    break
                low += width[0]
                high += width[1]
            self.width = min(low, MAXWIDTH), min(high, MAXWIDTH)
        return self.width

    def dump(self, level=0):
        "Prints the tree, indented: what re.DEBUG shows."
        indent = "  " * level
        for operator, argument in self.data:
            between = None
            if operator is IN:
                plain, below = (), ()
            elif operator is BRANCH:
                plain, below, between = (), argument[1], "OR"
            elif operator is GROUPREF_EXISTS:
                plain, below, between = argument[:1], [branch for branch in argument[1:] if branch], "ELSE"
            else:
                parts = argument if isinstance(argument, (tuple, list)) else (argument,)
                below = [part for part in parts if isinstance(part, SubPattern)]
                plain = [part for part in parts if not isinstance(part, SubPattern)]
            print(indent + str(operator), *plain)
            if operator is IN:
                for member, value in argument:
                    print(indent + "  " + str(member), value)
            for number, branch in enumerate(below):
                if number and between:
                    print(indent + between)
                branch.dump(level + 1)


# ---- the text ----------------------------------------------------------------------------------------------------


class Tokenizer:
    "The text of a pattern or template. A token is a character, or a backslash with the one behind it; `next` is not taken yet, None at the end."

    def __init__(self, string):
        self.istext = isinstance(string, str)
        self.string = string
        self.decoded_string = string if self.istext else str(string, "latin1")
        self.seek(0)

    def seek(self, index):
        text = self.decoded_string
        token = text[index:index + 1]
        if token == "\\":
            token = text[index:index + 2]
            if len(token) == 1:
                raise error("bad escape (end of pattern)", self.string, len(self.string) - 1)
        self.index = index + len(token)
        self.next = token or None

    def tell(self):
        return self.index - len(self.next or "")

    @property
    def pos(self):
        return self.tell()

    def get(self):
        token = self.next
        self.seek(self.index)
        return token

    def match(self, char):
        found = self.next == char
        if found:
            self.seek(self.index)
        return found

    def getwhile(self, n, charset):
        taken = ""
        while n > 0 and self.next in charset:
            taken += self.get()
            n -= 1
        return taken

    def getuntil(self, terminator, name):
        taken = []
        while (token := self.get()) != terminator:
            if token is None:
                text = "".join(taken)
                raise self.error(f"missing {terminator}, unterminated name" if text else f"missing {name}", len(text))
            taken.append(token)
        if not taken:
            raise self.error(f"missing {name}", 1)
        return "".join(taken)

    def error(self, msg, offset=0):
        return error(msg if self.istext else msg.encode("ascii", "backslashreplace").decode("ascii"), self.string, self.tell() - offset)

    def checkgroupname(self, name, offset):
        if not (self.istext or name.isascii()):
            raise self.error(f"bad character in group name {name!a}", len(name) + offset)
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", len(name) + offset)


def _is_number(name):
    return name.isascii() and name.isdecimal()


# ---- reading -----------------------------------------------------------------------------------------------------


class _Reader:
    "Recursive descent: alternatives, branches, items. `verbose` goes along, since inline flags change it for a group."

    def __init__(self, source, state):
        self.source = source
        self.state = state
        self.warnings = []

    def tree(self, operands=None):
        return SubPattern(self.state, operands)

    def fail_at(self, position, message):
        return self.source.error(message, self.source.tell() - position)

    def alternatives(self, verbose, depth):
        branches = []
        while True:
            branches.append(self.branch(verbose, depth, not depth and not branches))
            if not self.source.match("|"):
                return branches[0] if len(branches) == 1 else self.joined(branches)
            if not depth:
                verbose = self.state.flags & SRE_FLAG_VERBOSE

    def joined(self, branches):
        "What all begin with stands before them; characters and sets are one set."
        tree = self.tree()
        while all(branches) and all(branch[0] == branches[0][0] for branch in branches):
            tree.append(branches[0][0])
            for branch in branches:
                del branch[0]
        members = []
        for branch in branches:
            operator, argument = branch[0] if len(branch) == 1 else (None, None)
            if operator is LITERAL:
                members.append((operator, argument))
            elif operator is IN and argument[0][0] is not NEGATE:
                members += argument
            else:
                tree.append((BRANCH, (None, branches)))
                return tree
        tree.append((IN, list(dict.fromkeys(members))))
        return tree

    def skips(self, token):
        "Whether a verbose pattern ignores the token just taken; a comment is taken to its end."
        if token == "#":
            while self.source.get() not in (None, "\n"):
                pass
        return token == "#" or token in WHITESPACE

    def branch(self, verbose, depth, first=False):
        source = self.source
        tree = self.tree()
        while source.next is not None and source.next not in "|)":
            token = source.get()
            if verbose and self.skips(token):
                continue
            if token[0] == "\\":
                tree.append(self.escape(token))
            elif token == "(":
                if self.group(tree, verbose, depth, first):
                    verbose = self.state.flags & SRE_FLAG_VERBOSE
            elif token == "[":
                tree.append(self.set())
            elif token in REPEAT_CHARS:
                self.repeat(tree, token)
            elif token in ".^$":
                tree.append((ANY, None) if token == "." else (AT, AT_BEGINNING if token == "^" else AT_END))
            else:
                tree.append((LITERAL, ord(token)))
        items = []
        for item in tree.data:  # groups that only hold together are gone
            if item[0] is SUBPATTERN and item[1][:3] == (None, 0, 0):
                items += item[1][3].data
            else:
                items.append(item)
        tree.data = items
        return tree

    # escapes

    def octal(self, text):
        value = int(text[1:], 8)
        if value > 0o377:
            raise self.source.error(f"octal escape value {text} outside of range 0-0o377", len(text))
        return LITERAL, value

    def named(self, escape):
        import unicodedata
        if not self.source.match("{"):
            raise self.source.error("missing {")
        name = self.source.getuntil("}", "character name")
        try:
            return LITERAL, ord(unicodedata.lookup(name))
        except (KeyError, TypeError):
            raise self.source.error(f"undefined character name {name!r}", len(name) + 4) from None

    def common_escape(self, escape):
        "Those that mean the same everywhere; None: not one of them."
        letter = escape[1]
        if letter not in ("xuUN" if self.source.istext else "x"):
            return None
        if letter == "N":
            return self.named(escape)
        digits = {"x": 2, "u": 4, "U": 8}[letter]
        escape += self.source.getwhile(digits, HEXDIGITS)
        if len(escape) < digits + 2:
            raise self.source.error(f"incomplete escape {escape}", len(escape))
        value = int(escape[2:], 16)
        if value > 0x10FFFF:
            raise self.source.error(f"bad escape {escape}", len(escape))
        return LITERAL, value

    def plain_escape(self, escape, meaningless):
        if escape[1] in meaningless:
            raise self.source.error(f"bad escape {escape}", len(escape))
        return LITERAL, ord(escape[1])

    def set_escape(self, escape):
        category = CATEGORIES.get(escape)
        if category and category[0] is IN:
            return category[1][0]
        found = ESCAPES.get(escape) or self.common_escape(escape)
        if found:
            return found
        if escape[1] in OCTDIGITS:
            return self.octal(escape + self.source.getwhile(2, OCTDIGITS))
        return self.plain_escape(escape, DIGITS | ASCIILETTERS)

    def escape(self, escape):
        found = CATEGORIES.get(escape) or ESCAPES.get(escape) or self.common_escape(escape)
        if found:
            return found
        if escape[1] == "0":
            return self.octal(escape + self.source.getwhile(2, OCTDIGITS))
        if escape[1] in DIGITS:
            return self.numbered(escape)
        return self.plain_escape(escape, ASCIILETTERS)

    def numbered(self, escape):
        "A reference, or three octal digits."
        escape += self.source.getwhile(1, DIGITS)
        if len(escape) == 3 and OCTDIGITS.issuperset(escape[1:]) and self.source.next in OCTDIGITS:
            return self.octal(escape + self.source.get())
        group = int(escape[1:])
        if group >= self.state.groups:
            raise self.source.error(f"invalid group reference {group}", len(escape) - 1)
        return self.reference(group, len(escape))

    def reference(self, group, back):
        if not self.state.checkgroup(group):
            raise self.source.error("cannot refer to an open group", back)
        self.state.checklookbehindgroup(group, self.source)
        return GROUPREF, group

    # sets

    def suspect(self, what, position):
        self.warnings.append(f"Possible {what} at position {position}")

    def set(self):
        source = self.source
        bracket = source.tell() - 1
        if source.next == "[":
            self.suspect("nested set", source.tell())
        negated = source.match("^")
        members = []
        while not (members and source.match("]")):
            token = self.set_token(bracket)
            if members and token in ("-", "&", "~", "|") and source.next == token:
                kind = {"-": "difference", "&": "intersection", "~": "symmetric difference", "|": "union"}[token]
                self.suspect(f"set {kind}", source.tell() - 1)
            low = self.set_escape(token) if token[0] == "\\" else (LITERAL, ord(token))
            if not source.match("-"):
                members.append(low)
                continue
            end = self.set_token(bracket)
            if end == "]":
                members += [low, (LITERAL, ord("-"))]
                break
            members.append(self.range(token, low, end))
        members = list(dict.fromkeys(members))
        if len(members) == 1 and members[0][0] is LITERAL:
            return NOT_LITERAL if negated else LITERAL, members[0][1]
        return IN, [(NEGATE, None), *members] if negated else members

    def set_token(self, bracket):
        token = self.source.get()
        if token is None:
            raise self.fail_at(bracket, "unterminated character set")
        return token

    def range(self, token, low, end):
        if end == "-":
            self.suspect("set difference", self.source.tell() - 2)
        high = self.set_escape(end) if end[0] == "\\" else (LITERAL, ord(end))
        if low[0] is not LITERAL or high[0] is not LITERAL or high[1] < low[1]:
            raise self.source.error(f"bad character range {token}-{end}", len(token) + 1 + len(end))
        return RANGE, (low[1], high[1])

    # quantifiers

    def braces(self):
        "{n}, {n,}, {,m}, {n,m}; None: a brace that stands for itself."
        source = self.source
        here = source.tell()
        if source.next == "}":
            return None
        low = high = self.digits()
        if source.match(","):
            high = self.digits()
        if not source.match("}"):
            source.seek(here)
            return None
        fewest, most = int(low or 0), int(high) if high else MAXREPEAT
        if fewest >= MAXREPEAT or high and most >= MAXREPEAT:
            raise OverflowError("the repetition number is too large")
        if most < fewest:
            raise self.fail_at(here, "min repeat greater than max repeat")
        return fewest, most

    def digits(self):
        found = ""
        while self.source.next in DIGITS:
            found += self.source.get()
        return found

    def repeat(self, tree, token):
        position = self.source.tell() - 1
        counts = {"?": (0, 1), "*": (0, MAXREPEAT), "+": (1, MAXREPEAT)}.get(token) or self.braces()
        if counts is None:
            tree.append((LITERAL, ord(token)))
            return
        if not tree or tree[-1][0] is AT:
            raise self.fail_at(position, "nothing to repeat")
        operator, argument = tree[-1]
        if operator in _repeats:
            raise self.fail_at(position, "multiple repeat")
        only_groups = operator is SUBPATTERN and argument[:3] == (None, 0, 0)
        body = argument[3] if only_groups else tree[-1:]
        kind = MIN_REPEAT if self.source.match("?") else POSSESSIVE_REPEAT if self.source.match("+") else MAX_REPEAT
        tree[-1] = kind, (*counts, body)

    # groups

    def extension(self):
        token = self.source.get()
        if token is None:
            raise self.source.error("unexpected end of pattern")
        return token

    def close(self, start):
        if not self.source.match(")"):
            raise self.fail_at(start, "missing ), unterminated subpattern")

    def group(self, tree, verbose, depth, first):
        "What is behind a parenthesis that was taken. True: flags for the whole pattern."
        source = self.source
        start = source.tell() - 1
        if not source.match("?"):
            self.capture(tree, None, verbose, depth, start)
            return False
        token = self.extension()
        if token == "P":
            self.named_group(tree, verbose, depth, start)
        elif token == "#":
            while source.next != ")":
                if source.get() is None:
                    raise self.fail_at(start, "missing ), unterminated comment")
            source.get()
        elif token in ("=", "!", "<"):
            tree.append(self.lookaround(token, verbose, depth, start))
        elif token == "(":
            tree.append(self.conditional(verbose, depth, start))
        elif token == ">":
            body = self.alternatives(verbose, depth + 1)
            self.close(start)
            tree.append((ATOMIC_GROUP, body))
        elif token == ":":
            self.held(tree, 0, 0, verbose, depth, start)
        elif token in FLAGS or token == "-":
            flags = self.inline_flags(token)
            if flags is None:
                if tree or not first:
                    raise self.fail_at(start, "global flags not at the start of the expression")
                return True
            self.held(tree, *flags, verbose, depth, start)
        else:
            raise source.error(f"unknown extension ?{token}", len(token) + 1)
        return False

    def held(self, tree, on, off, verbose, depth, start):
        inside = (verbose or on & SRE_FLAG_VERBOSE) and not off & SRE_FLAG_VERBOSE
        body = self.alternatives(inside, depth + 1)
        self.close(start)
        tree.append((SUBPATTERN, (None, on, off, body)))

    def capture(self, tree, name, verbose, depth, start):
        try:
            number = self.state.opengroup(name)
        except error as problem:
            raise self.source.error(problem.msg, len(name) + 1) from None
        body = self.alternatives(verbose, depth + 1)
        self.close(start)
        self.state.closegroup(number, body)
        tree.append((SUBPATTERN, (number, 0, 0, body)))

    def named_group(self, tree, verbose, depth, start):
        source = self.source
        if source.match("<"):
            name = source.getuntil(">", "group name")
            source.checkgroupname(name, 1)
            self.capture(tree, name, verbose, depth, start)
        elif source.match("="):
            name = source.getuntil(")", "group name")
            source.checkgroupname(name, 1)
            tree.append(self.reference(self.group_called(name), len(name) + 1))
        else:
            token = self.extension()
            raise source.error(f"unknown extension ?P{token}", len(token) + 2)

    def group_called(self, name):
        group = self.state.groupdict.get(name)
        if group is None:
            raise self.source.error(f"unknown group name {name!r}", len(name) + 1)
        return group

    def lookaround(self, token, verbose, depth, start):
        state = self.state
        direction = 1
        outer = state.lookbehindgroups
        if token == "<":
            token = self.extension()
            if token not in ("=", "!"):
                raise self.source.error(f"unknown extension ?<{token}", len(token) + 2)
            direction = -1
            if outer is None:
                state.lookbehindgroups = state.groups
        body = self.alternatives(verbose, depth + 1)
        state.lookbehindgroups = outer
        self.close(start)
        return ASSERT if token == "=" else ASSERT_NOT, (direction, body)

    def conditional(self, verbose, depth, start):
        source = self.source
        name = source.getuntil(")", "group name")
        if _is_number(name):
            group = int(name)
            if not group:
                raise source.error("bad group number", len(name) + 1)
            if group >= MAXGROUPS:
                raise source.error(f"invalid group reference {group}", len(name) + 1)
            self.state.grouprefpos.setdefault(group, source.tell() - len(name) - 1)
        else:
            source.checkgroupname(name, 1)
            group = self.group_called(name)
        self.state.checklookbehindgroup(group, source)
        yes, no = self.branch(verbose, depth + 1), None
        if source.match("|"):
            no = self.branch(verbose, depth + 1)
            if source.next == "|":
                raise source.error("conditional backref with more than two branches")
        self.close(start)
        return GROUPREF_EXISTS, (group, yes, no)

    # inline flags

    def flag_token(self, otherwise, ends=""):
        token = self.source.get()
        if token is None:
            raise self.source.error(otherwise)
        if token not in FLAGS and (token not in tuple(ends)):
            raise self.source.error("unknown flag" if token.isalpha() else otherwise, len(token))
        return token

    def inline_flags(self, token):
        "(on, off) of a group; None: they were for the whole pattern."
        on = off = 0
        while token in FLAGS:
            on |= self.checked_flag(token, on)
            token = self.flag_token("missing -, : or )", ")-:")
        if token == ")":
            self.state.flags |= on
            return None
        if on & GLOBAL_FLAGS:
            raise self.source.error("bad inline flags: cannot turn on global flag", 1)
        if token == "-":
            token = self.flag_token("missing flag")
            while token != ":":
                if FLAGS[token] & TYPE_FLAGS:
                    raise self.source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                off |= FLAGS[token]
                token = self.flag_token("missing :", ":")
        if off & GLOBAL_FLAGS:
            raise self.source.error("bad inline flags: cannot turn off global flag", 1)
        if on & off:
            raise self.source.error("bad inline flags: flag turned on and off", 1)
        return on, off

    def checked_flag(self, token, on):
        flag = FLAGS[token]
        if token == ("L" if self.source.istext else "u"):
            raise self.source.error(f"bad inline flags: cannot use {token!r} flag with a {'str' if self.source.istext else 'bytes'} pattern")
        if flag & TYPE_FLAGS and on & TYPE_FLAGS & ~flag:
            raise self.source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
        return flag


def fix_flags(src, flags):
    "Adds UNICODE to the flags of a str; ValueError for flags that do not go together."
    is_text = isinstance(src, str)
    wrong, name, kind = (SRE_FLAG_LOCALE, "LOCALE", "str") if is_text else (SRE_FLAG_UNICODE, "UNICODE", "bytes")
    if flags & wrong:
        raise ValueError(f"cannot use {name} flag with a {kind} pattern")
    if not flags & SRE_FLAG_ASCII:
        return flags | SRE_FLAG_UNICODE if is_text else flags
    if flags & TYPE_FLAGS != SRE_FLAG_ASCII:
        raise ValueError(f"ASCII and {'UNICODE' if is_text else 'LOCALE'} flags are incompatible")
    return flags


def parse(str, flags=0, state=None):
    "Reads a pattern into a tree."
    source = Tokenizer(str)
    if state is None:
        state = State()
    state.flags = flags
    state.str = str
    reader = _Reader(source, state)
    try:
        tree = reader.alternatives(flags & SRE_FLAG_VERBOSE, 0)
    finally:
        for text in reader.warnings:
            warnings.warn(text, FutureWarning, stacklevel=2)
    state.flags = fix_flags(str, state.flags)
    if source.next is not None:
        raise source.error("unbalanced parenthesis")
    for group, position in state.grouprefpos.items():
        if group >= state.groups:
            raise error(f"invalid group reference {group}", str, position)
    if flags & SRE_FLAG_DEBUG:
        tree.dump()
    return tree


# ---- templates ---------------------------------------------------------------------------------------------------


def _template_group(source, pattern):
    "\\g<...>, behind the letter: the group's number."
    if not source.match("<"):
        raise source.error("missing <")
    name = source.getuntil(">", "group name")
    if not _is_number(name):
        source.checkgroupname(name, 1)
        if name not in pattern.groupindex:
            raise IndexError(f"unknown group name {name!r}")
        number = pattern.groupindex[name]
    else:
        number = int(name)
    if number >= MAXGROUPS or number > pattern.groups:
        raise source.error(f"invalid group reference {number}", len(name) + 1)
    return number


def _template_escape(source, token, pattern):
    "A character (str) or the number of a group."
    if token[1] == "g":
        return _template_group(source, pattern)
    if token[1] == "0":
        return chr(int(token[1:] + source.getwhile(2, OCTDIGITS), 8) & 0xFF)
    if token[1] in DIGITS:
        token += source.getwhile(1, DIGITS)
        if len(token) == 3 and OCTDIGITS.issuperset(token[1:]) and source.next in OCTDIGITS:
            token += source.get()
            value = int(token[1:], 8)
            if value > 0o377:
                raise source.error(f"octal escape value {token} outside of range 0-0o377", len(token))
            return chr(value)
        number = int(token[1:])
        if number > pattern.groups:
            raise source.error(f"invalid group reference {number}", len(token) - 1)
        return number
    if token in ESCAPES:
        return chr(ESCAPES[token][1])
    if token[1] in ASCIILETTERS:
        raise source.error(f"bad escape {token}", len(token))
    return token


def parse_template(source, pattern):
    "A replacement: text, number of a group, text, ... and text at the end."
    s = Tokenizer(source)
    parts = [""]
    while (token := s.get()) is not None:
        part = _template_escape(s, token, pattern) if token[0] == "\\" else token
        if isinstance(part, int):
            parts += [part, ""]
        else:
            parts[-1] += part
    return parts if s.istext else [part if isinstance(part, int) else part.encode("latin1") for part in parts]
