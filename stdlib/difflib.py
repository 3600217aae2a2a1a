"""Differences of sequences (library reference, "difflib").

The matching is Ratcliff and Obershelp's: the longest block that both have in common, then the same to its left and to its right.
"""
import math
from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff",
           "diff_bytes", "HtmlDiff", "Match"]

Match = namedtuple("Match", "a b size")


def _similarity(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences, of any elements that can be hashed. `isjunk` says of elements that nothing is to be matched by them alone; with
    `autojunk`, those that are more than every hundredth of a long second sequence do not count, either."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Compares other sequences from now on."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Compares another first sequence."""
        if self.a is not a:
            self.a = a
            self._blocks = self._opcodes = None

    def set_seq2(self, b):
        """Compares another second sequence. What is known of it is kept for any number of first ones."""
        if self.b is not b:
            self.b = b
            self._blocks = self._opcodes = self._counts = None
            self._index()

    def _index(self):
        """b2j: where each element of b stands, but for junk (`bjunk`) and what is too frequent to say anything (`bpopular`)."""
        places = {}
        for place, element in enumerate(self.b):
            places.setdefault(element, []).append(place)
        size, is_junk = len(self.b), self.isjunk
        self.bjunk = set(filter(is_junk, places)) if is_junk else set()
        self.bpopular = set()
        if self.autojunk and size >= 200:
            self.bpopular = {element for element, where in places.items() if len(where) > size // 100 + 1 and element not in self.bjunk}
        for element in self.bjunk | self.bpopular:
            del places[element]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block that a[alo:ahi] and b[blo:bhi] have in common; of several the one that comes first in a, of those the first in b. It
        is found without junk, then made longer by what matches at its ends."""
        a, b = self.a, self.b
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        at_a, at_b, size = alo, blo, 0
        places, none = self.b2j, ()
        ending = {}  # by places in b: how long the match is that ends there and at the element of a before
        for place_a in range(alo, ahi):
            now_ending = {}
            for place_b in places.get(a[place_a], none):
                if place_b >= bhi:
                    break
                if place_b >= blo:
                    now_ending[place_b] = reached = ending.get(place_b - 1, 0) + 1
                    if reached > size:
                        at_a, at_b, size = place_a - reached + 1, place_b - reached + 1, reached
            ending = now_ending
        bjunk = self.bjunk
        for junk in (False, True) if bjunk else (False,):  # first what is merely popular, then junk
            while at_a > alo and at_b > blo and a[at_a - 1] == b[at_b - 1] and (b[at_b - 1] in bjunk) is junk:
                at_a, at_b, size = at_a - 1, at_b - 1, size + 1
            end_a, end_b = at_a + size, at_b + size
            while end_a < ahi and end_b < bhi and a[end_a] == b[end_b] and (b[end_b] in bjunk) is junk:
                end_a, end_b, size = end_a + 1, end_b + 1, size + 1
        return Match(at_a, at_b, size)

    def _find_blocks(self):
        """Yields the matches from left to right: the longest of all, and before and after it those of what is to its left and right."""
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            part = waiting.pop()
            if len(part) == 3:  # a match, what is left of it has been looked through
                yield part
                continue
            alo, ahi, blo, bhi = part
            match = self.find_longest_match(alo, ahi, blo, bhi)
            at_a, at_b, size = match
            if size:
                end_a, end_b = at_a + size, at_b + size
                if end_a < ahi and end_b < bhi:
                    waiting.append((end_a, ahi, end_b, bhi))
                waiting.append(match)
                if at_a > alo and at_b > blo:
                    waiting.append((alo, at_a, blo, at_b))

    def get_matching_blocks(self):
        """A list of Match(a, b, size), from left to right: a[a:a+size] equals b[b:b+size]. The last one is at both ends, with size 0."""
        if self._blocks is None:
            self._blocks, end = [], None
            blocks = self._blocks
            for match in self._find_blocks():
                at_a, at_b, size = match
                if (at_a, at_b) == end:  # it goes on where the last one ends
                    first_a, first_b, before = blocks.pop()
                    match = Match(first_a, first_b, before + size)
                blocks.append(match)
                end = (at_a + size, at_b + size)
            blocks.append(Match(len(self.a), len(self.b), 0))
        return self._blocks

    def get_opcodes(self):
        """A list of (what, a1, a2, b1, b2): how a becomes b. a[a1:a2] and b[b1:b2] are "equal", or the one is to "replace" the other, to "delete"
        or to "insert"."""
        if self._opcodes is None:
            self._opcodes = codes = []
            a1 = b1 = 0
            for a2, b2, size in self.get_matching_blocks():
                if (a1, b1) != (a2, b2):
                    codes.append(("insert" if a1 == a2 else "delete" if b1 == b2 else "replace", a1, a2, b1, b2))
                a1, b1 = a2 + size, b2 + size
                if size:
                    codes.append(("equal", a2, a1, b2, b1))
        return self._opcodes

    def get_grouped_opcodes(self, n=3):
        """Yields lists of opcodes: the changes, with up to n equal elements around them; those with more between them are in different lists."""
        codes, group = self.get_opcodes(), []
        last = len(codes) - 1
        for number, code in enumerate(codes):
            what, a1, a2, b1, b2 = code
            if what != "equal":
                group.append(code)
                continue
            before = (what, a1, min(a2, a1 + n), b1, min(b2, b1 + n))  # belongs to the change before it
            after = (what, max(a1, a2 - n), a2, max(b1, b2 - n), b2)
            if number == 0:
                group = [after]
            elif number == last:
                group.append(before)
            elif a2 - a1 <= 2 * n:
                group.append(code)
            else:
                yield [*group, before]
                group = [after]
        if any(code[0] != "equal" for code in group):
            yield group

    def ratio(self):
        """How similar they are, from 0 to 1."""
        return _similarity(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """What ratio() cannot exceed, as there are not more elements in common."""
        if self._counts is None:
            self._counts = {}
            for element in self.b:
                self._counts[element] = self._counts.get(element, 0) + 1
        known, used, common = self._counts.get, {}, 0
        for element in self.a:
            times = used.get(element, 0)
            if times < known(element, 0):
                used[element] = times + 1
                common += 1
        return _similarity(common, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """What ratio() cannot exceed, by the lengths alone."""
        sizes = len(self.a), len(self.b)
        return _similarity(min(sizes), sum(sizes))

    def _is_above(self, limit, or_equal=False):
        """Whether ratio() is; the cheap ways are tried first."""
        least = limit if or_equal else math.nextafter(limit, 2.0)
        return self.real_quick_ratio() >= least and self.quick_ratio() >= least and self.ratio() >= least


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Those of the possibilities, n at most, whose ratio() with the word is at least `cutoff`, the most similar first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not (cutoff >= 0.0 and cutoff <= 1.0):
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher(b=word)
    good = []
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher._is_above(cutoff, or_equal=True):
            good.append((matcher.ratio(), each))
    return [each for _, each in nlargest(n, good)]


# ---- human-readable differences of lines ----

_MARKS = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}  # under the old and the new line


def _under(line, marks):
    """The marks with the line's own white space (tabs) where there is no mark, as a line; nothing if there are none."""
    text = "".join([char if mark == " " and char.isspace() else mark for char, mark in zip(line, marks)]).rstrip()
    return [f"? {text}\n"] if text else []


class Differ:
    """Compares lines of text. The differences are lines that begin with "- " (of the first), "+ " (of the second), "  " (of both) or "? "
    (marks under the line above)."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        """Yields the differences."""
        for what, a1, a2, b1, b2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if what == "equal":
                yield from self._lines("  ", a[a1:a2])
            else:
                yield from self._changed(a[a1:a2], b[b1:b2])

    def _lines(self, sign, lines):
        return (sign + line for line in lines)

    def _changed(self, old, new):
        """New lines stand for old ones, or there are only the one or the other."""
        if old and new:
            yield from self._replaced(old, new)
        else:
            yield from self._lines("- ", old)
            yield from self._lines("+ ", new)

    def _replaced(self, old, new):
        """The two most similar lines are shown with marks, or, if none are similar, two that are equal; and the same is done before and after."""
        matcher = SequenceMatcher(self.charjunk)
        best, similar, equal = 0.74, None, None
        for at_new, line in enumerate(new):
            matcher.set_seq2(line)
            for at_old, other in enumerate(old):
                if other == line:
                    equal = equal or (at_old, at_new)
                    continue
                matcher.set_seq1(other)
                if matcher._is_above(best):
                    best, similar = matcher.ratio(), (at_old, at_new)
        if best < 0.75:
            similar = None
        pair = similar or equal
        if pair is None:  # the shorter block comes first: less to remember
            blocks = [self._lines("- ", old), self._lines("+ ", new)]
            for block in blocks[::-1] if len(new) < len(old) else blocks:
                yield from block
            return
        at_old, at_new = pair
        yield from self._changed(old[:at_old], new[:at_new])
        if similar is None:
            yield "  " + old[at_old]
        else:
            yield from self._marked(matcher, old[at_old], new[at_new])
        yield from self._changed(old[at_old + 1:], new[at_new + 1:])

    def _marked(self, matcher, old, new):
        matcher.set_seqs(old, new)
        under_old = under_new = ""
        for what, a1, a2, b1, b2 in matcher.get_opcodes():
            under_old += _MARKS[what][0] * (a2 - a1)
            under_new += _MARKS[what][1] * (b2 - b1)
        return ["- " + old, *_under(old, under_old), "+ " + new, *_under(new, under_new)]


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank, or has nothing but a single '#'."""
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether it is a space or a tab."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The differences of two lists of lines, as Differ gives them."""
    differ = Differ(linejunk, charjunk)
    return differ.compare(a, b)


def restore(delta, which):
    """Yields the lines of the first (1) or second (2) list, from what ndiff gave."""
    signs = {1: "- ", 2: "+ "}.get(int(which))
    if signs is None:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    for line in delta:
        if line.startswith((signs, "  ")):
            yield line[2:]


# ---- the formats of `diff` ----

def _check_lines(a, b, *texts):
    for first in [lines[0] for lines in (a, b) if lines]:
        if not isinstance(first, str):
            raise TypeError(f"lines to compare must be str, not {type(first).__name__} ({first!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def _file_line(sign, name, date, end):
    return f"{sign} {name}\t{date}{end}" if date else f"{sign} {name}{end}"


def _groups(a, b, n):
    """Yields (opcodes, first and last place in a, those in b) of the changes."""
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield group, (group[0][1], group[-1][2]), (group[0][3], group[-1][4])


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Yields the differences of two lists of lines as `diff -u` shows them."""
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def numbers(start, end):
        return f"{start + 1}" if end == start + 1 else f"{start + (end > start)},{end - start}"
    head = [_file_line("---", fromfile, fromfiledate, lineterm), _file_line("+++", tofile, tofiledate, lineterm)]
    for group, in_a, in_b in _groups(a, b, n):
        yield from head
        head = []
        yield f"@@ -{numbers(*in_a)} +{numbers(*in_b)} @@{lineterm}"
        for what, a1, a2, b1, b2 in group:
            for line in a[a1:a2]:
                yield (" " if what == "equal" else "-") + line
            for line in b[b1:b2] if what != "equal" else ():
                yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Yields the differences of two lists of lines as `diff -c` shows them."""
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def numbers(start, end):
        return f"{start + 1},{end}" if end > start + 1 else f"{end}"
    signs = {"equal": "  ", "replace": "! ", "delete": "- ", "insert": "+ "}
    head = [_file_line("***", fromfile, fromfiledate, lineterm), _file_line("---", tofile, tofiledate, lineterm)]
    for group, in_a, in_b in _groups(a, b, n):
        yield from head
        head = []
        changes = {code[0] for code in group}
        yield "***************" + lineterm
        for lines, first, place, sign, other in (a, 1, in_a, "*", "insert"), (b, 3, in_b, "-", "delete"):
            yield f"{sign * 3} {numbers(*place)} {sign * 4}{lineterm}"
            if changes - {"equal", other}:  # else nothing is changed on this side
                for code in group:
                    for line in lines[code[first]:code[first + 1]]:
                        yield signs[code[0]] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """Yields what unified_diff or context_diff (`dfunc`) gives for lines of bytes, in whatever encoding they are."""
    def text(data):
        if not hasattr(data, "decode"):
            raise TypeError(f"all arguments must be bytes, not {type(data).__name__} ({data!r})")
        return data.decode("ascii", "surrogateescape")
    names = map(text, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc([*map(text, a)], [*map(text, b)], *names, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")


_STYLE = """
        table.diff {font-family: monospace; border: medium solid #888}
        .diff_header {background-color: #e0e0e0; text-align: right}
        .diff_next {background-color: #c0c0c0}
        .diff_add {background-color: #aaffaa}
        .diff_chg {background-color: #ffff77}
        .diff_sub {background-color: #ffaaaa}"""
_LEGEND = """
    <table class="diff" summary="Legends">
        <tr><th>Colors</th><th>Links</th></tr>
        <tr><td class="diff_add">Added</td><td>(f)irst change</td></tr>
        <tr><td class="diff_chg">Changed</td><td>(n)ext change</td></tr>
        <tr><td class="diff_sub">Deleted</td><td>(t)op</td></tr>
    </table>"""
_KINDS = {"-": "diff_sub", "+": "diff_add", "^": "diff_chg"}


class HtmlDiff:
    """Tables in HTML that show two texts side by side, with what differs within lines marked. Long lines are wrapped after `wrapcolumn` characters, tabs go to the next multiple
    of `tabsize`; `linejunk` and `charjunk` are those of ndiff()."""

    _table_count = 0  # so that the names of links differ

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize, self._wrapcolumn, self._linejunk, self._charjunk = tabsize, wrapcolumn, linejunk, charjunk

    def make_file(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5, *, charset="utf-8"):
        """A whole file with the table."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = (f'<!DOCTYPE html>\n<html>\n<head>\n    <meta charset="{charset}">\n    <meta http-equiv="Content-Type" content="text/html; charset={charset}" />\n'
                f'    <title></title>\n    <style type="text/css">{_STYLE}\n    </style>\n</head>\n<body>\n{table}{_LEGEND}\n</body>\n</html>\n')
        return page.encode(charset, "xmlcharrefreplace").decode(charset)

    def make_table(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5):
        """The table. With `context` only what differs, with `numlines` lines around it; otherwise links to what differs lead to so many lines above it."""
        number = HtmlDiff._table_count
        HtmlDiff._table_count += 1
        rows = [*self._rows([*map(self._expanded, fromlines)], [*map(self._expanded, tolines)])]
        groups = [rows]
        if context:
            groups = [rows[start:end] for start, end in _near(rows, numlines)]
        head = ""
        if fromdesc or todesc:
            head = "".join(f'<th class="diff_next"><br /></th><th colspan="2" class="diff_header">{text}</th>' for text in (fromdesc, todesc))
            head = f"\n        <thead><tr>{head}</tr></thead>"
        bodies = self._bodies(groups, f"difflib_chg_to{number}__", number, 0 if context else numlines)
        if not bodies:
            text = "No Differences Found" if context else "Empty File"
            bodies = ["            <tr>" + f'<td class="diff_next"><a href="#difflib_chg_to{number}__top">t</a></td><td></td><td>&nbsp;{text}&nbsp;</td>' * 2 + "</tr>"]
        body = "\n        </tbody>\n        <tbody>\n".join(bodies)
        return (f'\n    <table class="diff" id="difflib_chg_to{number}__top" cellspacing="0" cellpadding="0" rules="groups">\n        {"<colgroup></colgroup>" * 6}{head}\n'
                f"        <tbody>\n{body}\n        </tbody>\n    </table>")

    def _expanded(self, line):
        return line.rstrip("\n").expandtabs(self._tabsize)

    def _rows(self, old, new):
        """(left, right, differs) for each row; a side is (number, text, marks), marks a character of _KINDS or a space for each of the text, or None."""
        olds, news, numbers, last = [], [], [0, 0], None
        for line in [*ndiff(old, new, self._linejunk, self._charjunk), "  "]:
            sign, text = line[0], line[2:]
            if sign == "?":  # it is about the line before it
                marks = text.rstrip("\n").ljust(len(last[-1][1]))
                last[-1] = (*last[-1][:2], marks)
                missing = len(olds) - len(news) - (last is olds)  # the line and the one that it was compared with stand in one row
                shorter = news if missing > 0 else olds
                place = len(shorter) if shorter is not last and last is olds else len(shorter) - 1
                shorter[place:place] = [None] * abs(missing)
                continue
            if sign == "-" and len(news) == len(olds) and news or sign == " ":
                yield from self._paired(olds, news)
                olds, news = [], []
            if sign == " ":
                numbers[0] += 1
                numbers[1] += 1
                if numbers[0] <= len(old):
                    yield (numbers[0], text, None), (numbers[1], text, None), False
                continue
            last = olds if sign == "-" else news
            numbers[sign == "+"] += 1
            last.append((numbers[sign == "+"], text, sign * len(text)))

    def _paired(self, olds, news):
        for at in range(max(len(olds), len(news))):
            yield olds[at] if at < len(olds) else None, news[at] if at < len(news) else None, True

    def _bodies(self, groups, prefix, table, above):
        """The text of each group of rows, with links from each run of rows that differ to the next."""
        flat = [row for group in groups for row in group]
        firsts = {sum(map(len, groups[:number])) for number in range(len(groups))}
        starts = [at for at, row in enumerate(flat) if row[2] and (at in firsts or not flat[at - 1][2])]
        targets = {}  # row: the names of the places there
        for change, start in enumerate(starts):
            targets.setdefault(max(0, start - above), []).append(f"{prefix}{change}")
        links = {start: (f"{prefix}{change + 1}", "n") if change + 1 < len(starts) else (f"{prefix}top", "t") for change, start in enumerate(starts)}
        if not starts:
            links[0] = f"{prefix}top", "t"
        elif starts[0] > 0:
            links[0] = f"{prefix}0", "f"
        at, bodies = 0, []
        for group in groups:
            lines = []
            for left, right, _ in group:
                name = targets.get(at)
                link = f'<a href="#{links[at][0]}">{links[at][1]}</a>' if at in links else ""
                anchors = "".join(f'<a id="{other}"></a>' for other in name[1:]) if name else ""
                identity = f' id="{name[0]}"' if name else ""
                pieces = [self._wrapped(side, f"{kind}{table}_") for side, kind in ((left, "from"), (right, "to"))]
                for piece in range(max(map(len, pieces))):
                    cells = [side[piece] if piece < len(side) else '<td class="diff_header"></td><td nowrap="nowrap">&nbsp;</td>' for side in pieces]
                    first = f'<td class="diff_next"{identity}>{anchors}{link}</td>'
                    lines.append(f'            <tr>{first}{cells[0]}<td class="diff_next">{link}</td>{cells[1]}</tr>')
                    identity = anchors = link = ""
                at += 1
            if lines:
                bodies.append("\n".join(lines))
        return bodies

    def _wrapped(self, side, kind):
        """The two cells of a side, for each line that it takes."""
        if side is None:
            return ['<td class="diff_header"></td><td nowrap="nowrap"></td>']
        number, text, marks = side
        width = self._wrapcolumn or len(text) or 1
        cells = []
        for start in range(0, max(len(text), 1), width):
            shown = _marked_html(text[start:start + width], marks[start:start + width] if marks else None)
            label = ">" if start else number
            identity = "" if start else f' id="{kind}{number}"'
            cells.append(f'<td class="diff_header"{identity}>{label}</td><td nowrap="nowrap">{shown}</td>')
        return cells


def _near(rows, distance):
    """(start, end) of the runs of rows that are at most `distance` rows from one that differs."""
    runs = []
    for at, row in enumerate(rows):
        if row[2]:
            start, end = max(0, at - distance), min(len(rows), at + distance + 1)
            if runs and start <= runs[-1][1]:
                runs[-1][1] = end
            else:
                runs.append([start, end])
    return runs


def _escaped_html(text):
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace(" ", "&nbsp;")


def _marked_html(text, marks):
    if not marks:
        return _escaped_html(text)
    out, start = [], 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marks[at] != marks[start]:
            piece = _escaped_html(text[start:at])
            kind = _KINDS.get(marks[start])
            out.append(f'<span class="{kind}">{piece}</span>' if kind else piece)
            start = at
    return "".join(out)
