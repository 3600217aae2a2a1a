"""re._compiler: a tree of re._parser made into a pattern. The tree is written as text again, which is the pattern's text then (CPython's has none)."""
import re
from re import _parser
from re._constants import *

_positions = {AT_BEGINNING: "^", AT_END: "$", AT_BEGINNING_STRING: r"\A", AT_END_STRING: r"\Z", AT_BOUNDARY: r"\b", AT_NON_BOUNDARY: r"\B"}
_categories = {argument[0][1]: escape for escape, (operator, argument) in _parser.CATEGORIES.items() if operator is IN}
_quantifiers = {MAX_REPEAT: "", MIN_REPEAT: "?", POSSESSIVE_REPEAT: "+"}
_lookarounds = {(ASSERT, 1): "(?=", (ASSERT, -1): "(?<=", (ASSERT_NOT, 1): "(?!", (ASSERT_NOT, -1): "(?<!"}


def _character(code):
    character = chr(code)
    if character.isascii() and character.isalnum():
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _member(operator, argument):
    if operator is CATEGORY:
        return _categories[argument]
    if operator is RANGE:
        return f"{_character(argument[0])}-{_character(argument[1])}"
    return "^" if operator is NEGATE else _character(argument)


def _flag_letters(flags):
    return "".join(letter for letter, flag in _parser.FLAGS.items() if flags & flag)


class _Writer:
    def __init__(self, state):
        self.names = {number: name for name, number in state.groupdict.items()}
        self.groups = 0

    def tree(self, tree):
        return "".join([self.item(operator, argument) for operator, argument in tree])

    def item(self, operator, argument):
        if operator is LITERAL:
            return _character(argument)
        if operator is NOT_LITERAL:
            return f"[^{_character(argument)}]"
        if operator is IN:
            return f"[{''.join(_member(*member) for member in argument)}]"
        if operator is ANY:
            return "."
        if operator is AT:
            return _positions[argument]
        if operator in _quantifiers:
            fewest, most, body = argument
            return f"(?:{self.tree(body)}){{{fewest},{'' if most == MAXREPEAT else most}}}{_quantifiers[operator]}"
        if operator is SUBPATTERN:
            return self.group(*argument)
        if operator is BRANCH:
            return f"(?:{'|'.join([self.tree(branch) for branch in argument[1]])})"
        if operator is ATOMIC_GROUP:
            return f"(?>{self.tree(argument)})"
        if operator is ASSERT or operator is ASSERT_NOT:
            return f"{_lookarounds[operator, argument[0]]}{self.tree(argument[1])})"
        if operator is GROUPREF:
            return f"(?:\\{argument})" if argument < 100 else f"(?P={self.names[argument]})"
        if operator is GROUPREF_EXISTS:
            number, yes, no = argument
            return f"(?({number}){self.tree(yes)}{'' if no is None else '|' + self.tree(no)})"
        if operator is FAILURE:
            return "(?!)"
        raise ValueError(f"no pattern has {operator!r}")

    def group(self, number, on, off, body):
        if number is None:
            flags = _flag_letters(on) + ("-" + _flag_letters(off) if off else "")
            return f"(?{flags}:{self.tree(body)})"
        self.groups += 1
        if number != self.groups:
            raise ValueError(f"group {number} is not at its place: groups have their numbers in the order in which they open")
        name = self.names.get(number)
        return f"({'' if name is None else f'?P<{name}>'}{self.tree(body)})"


def isstring(obj):
    return isinstance(obj, (str, bytes))


def compile(p, flags=0):
    "Makes a pattern of a text or of a tree."
    if isstring(p):
        return re.compile(p, flags)
    text = _Writer(p.state).tree(p)
    return re.compile(text.encode("latin1") if isinstance(getattr(p.state, "str", ""), bytes) else text, flags | p.state.flags)
