"""Finds indentation that means different things at different tab sizes (library reference, "tabnanny"). Also `python -m tabnanny [-q] [-v] FILE...`."""
import os
import sys
import tokenize

__all__ = ["check", "NannyNag", "process_tokens"]

verbose = 0  # more words
filename_only = 0  # names of files alone


def errprint(*args):
    sys.stderr.write(" ".join(map(str, args)) + "\n")
    sys.exit(1)


class NannyNag(Exception):
    """Raised by process_tokens() for ambiguous indentation; check() tells of it."""

    def __init__(self, lineno, msg, line):
        self.lineno, self.msg, self.line = lineno, msg, line

    def get_lineno(self):
        return self.lineno

    def get_msg(self):
        return self.msg

    def get_line(self):
        return self.line


def check(file):
    """Checks a file, or the Python files in a folder and below it."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print(f"{file!r}: listing directory")
        for name in os.listdir(file):
            path = os.path.join(file, name)
            if os.path.isdir(path) and not os.path.islink(path) or os.path.normcase(name[-3:]) == ".py":
                check(path)
        return
    try:
        stream = tokenize.open(file)
    except OSError as error:
        errprint(f"{file!r}: I/O Error: {error}")
        return
    with stream:
        if verbose > 1:
            print(f"checking {file!r} ...")
        try:
            process_tokens(tokenize.generate_tokens(stream.readline))
        except (tokenize.TokenError, IndentationError) as error:
            errprint(f"{file!r}: Token Error: {error}")
        except NannyNag as nag:
            _tell(file, nag)
        else:
            if verbose:
                print(f"{file!r}: Clean bill of health.")


def _tell(file, nag):
    if verbose:
        print(f"{file!r}: *** Line {nag.get_lineno()}: trouble in tab city! ***")
        print(f"offending line: {nag.get_line()!r}")
        print(nag.get_msg())
    else:
        file = repr(file) if " " in file else file
        print(file if filename_only else f"{file} {nag.get_lineno()} {nag.get_line()!r}")


class Whitespace:
    """The start of a line. `norm`: (how many tabs come after how many spaces each, spaces at the end); it says the column at any tab size."""

    S, T = " \t"

    def __init__(self, ws):
        self.raw = ws
        indent = ws[:len(ws) - len(ws.lstrip(" \t"))]
        self.n, self.nt = len(indent), indent.count("\t")
        *runs, last = map(len, indent.split("\t"))
        counts = [0] * (max(runs, default=-1) + 1)
        for run in runs:
            counts[run] += 1
        self.norm = tuple(counts), last
        self.is_simple = len(counts) <= 1

    def longest_run_of_spaces(self):
        counts, last = self.norm
        return max(len(counts) - 1, last)

    def indent_level(self, tabsize):
        """The column: a tab after `run` spaces goes to the next multiple of the tab size."""
        counts, last = self.norm
        return last + tabsize * sum((run // tabsize + 1) * count for run, count in enumerate(counts))

    def equal(self, other):
        """Whether the columns are equal at all tab sizes."""
        return self.norm == other.norm

    def _sizes(self, other):
        return range(1, max(self.longest_run_of_spaces(), other.longest_run_of_spaces()) + 2)

    def _witnesses(self, other, wrong):
        levels = ((size, self.indent_level(size), other.indent_level(size)) for size in self._sizes(other))
        return [(size, own, others) for size, own, others in levels if wrong(own, others)]

    def not_equal_witness(self, other):
        """[(tab size, column, other's column)] where they differ."""
        return self._witnesses(other, lambda own, others: own != others)

    def less(self, other):
        """Whether the column is less than the other's at all tab sizes."""
        if self.n >= other.n:
            return False
        if self.is_simple and other.is_simple:
            return self.nt <= other.nt
        return not self.not_less_witness(other)

    def not_less_witness(self, other):
        """[(tab size, column, other's column)] where it is not less."""
        return self._witnesses(other, lambda own, others: own >= others)


def format_witnesses(w):
    sizes = [str(witness[0]) for witness in w]
    return ("at tab sizes " if len(sizes) > 1 else "at tab size ") + ", ".join(sizes)


def process_tokens(tokens):
    """Raises NannyNag where the indentation of tokens is ambiguous."""
    try:
        _check_tokens(tokens)
    except TabError as error:
        raise NannyNag(error.lineno, error.msg, error.text)


def _check_tokens(tokens):
    indents = [Whitespace("")]
    line_begins = False  # the next word begins a statement
    for kind, text, start, _, line in tokens:
        if kind == tokenize.NEWLINE:
            line_begins = True
        elif kind == tokenize.INDENT:
            line_begins = False
            indent = Whitespace(text)
            if not indents[-1].less(indent):
                raise NannyNag(start[0], "indent not greater e.g. " + format_witnesses(indents[-1].not_less_witness(indent)), line)
            indents.append(indent)
        elif kind == tokenize.DEDENT:
            line_begins = True
            indents.pop()
        elif line_begins and kind not in (tokenize.COMMENT, tokenize.NL):
            line_begins = False
            indent = Whitespace(line)
            if not indents[-1].equal(indent):
                raise NannyNag(start[0], "indent not equal e.g. " + format_witnesses(indents[-1].not_equal_witness(indent)), line)


def main():
    import getopt
    global verbose, filename_only
    try:
        options, names = getopt.getopt(sys.argv[1:], "qv")
    except getopt.error as error:
        errprint(error)
        return
    for option, _ in options:
        if option == "-q":
            filename_only += 1
        else:
            verbose += 1
    if not names:
        errprint("Usage:", sys.argv[0], "[-v] file_or_directory ...")
        return
    for name in names:
        check(name)


if __name__ == "__main__":
    main()
