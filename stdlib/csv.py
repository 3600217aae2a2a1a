"""CSV files: reading, writing, guessing their dialect (library reference, "csv"). Rows are read and written in C (_csv)."""
from types import GenericAlias
from _csv import (Dialect as _Dialect, Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, __doc__ as _doc,
                  field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
           "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect", "__doc__", "__version__"]
__version__ = "1.0"


class Dialect:
    """How a kind of CSV text is written. A subclass sets the attributes; to make an instance is to check them."""

    _name, _valid = "", False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        self._valid = type(self) is not Dialect
        self._validate()

    def _validate(self):
        try:
            _Dialect(self)
        except TypeError as problem:
            raise Error(str(problem)) from None


class excel(Dialect):
    """What Excel writes."""
    delimiter, quotechar, doublequote = ",", '"', True
    skipinitialspace, lineterminator, quoting = False, "\r\n", QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes with tabs between the fields."""
    delimiter = "\t"


class unix_dialect(Dialect):
    """Every field quoted, lines that end with a newline."""
    delimiter, quotechar, doublequote = ",", '"', True
    skipinitialspace, lineterminator, quoting = False, "\n", QUOTE_ALL


for _class, _name in ((excel, "excel"), (excel_tab, "excel-tab"), (unix_dialect, "unix")):
    register_dialect(_name, _class)
del _class, _name


def _names(fieldnames):
    """Field names as they were given; an iterator's as a list, since they are asked for again and again."""
    return list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames


class DictReader:
    """Rows as dicts, by the names in the first row or those given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self.restkey, self.restval = restkey, restval
        self.dialect, self.line_num = dialect, 0
        self._fieldnames = _names(fieldnames)
        self.reader = reader(f, dialect, *args, **kwds)

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        names = self._fieldnames
        if names is None:
            names = self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return names

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names, rows = self._fieldnames, self.reader
        if self.line_num == 0:
            names = self.fieldnames
        row = next(rows)
        while not row:
            row = next(rows)
        if names is None:
            names = self.fieldnames
        self.line_num = rows.line_num
        wanted, given = len(names), len(row)
        found = dict(zip(names, row))
        if given > wanted:
            found[self.restkey] = row[wanted:]
        elif given < wanted:
            found.update(dict.fromkeys(names[given:], self.restval))
        return found

    __class_getitem__ = classmethod(GenericAlias)


class DictWriter:
    """Writes dicts as rows, their values in the order of the field names."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval = _names(fieldnames), restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({self.extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow({name: name for name in self.fieldnames})

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise":
            extra = rowdict.keys() - self.fieldnames
            if extra:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, extra)))
        return map(lambda name: rowdict.get(name, self.restval), self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(GenericAlias)


# ---- guessing ----

def _most(counts):
    """The key that was counted most often, the first of several."""
    return max(counts, key=counts.get)


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_delimiter(char):
    return char != "" and char not in "\n\"'" and not _is_word(char)


def _quoted_texts(text, before, behind):
    """(quote, delimiter, whether a space stands beside it) of texts in quotes, none over another.

    before: they stand behind a delimiter, else at the start of a line. behind: "same" the same delimiter, "any" a delimiter, "end" the end
    of a line. A quote may be the start of no text without any other being it: where the rest of the sample has no end for one kind of them,
    that is remembered, so that the time does not grow with the square of the sample."""
    places = sorted([at for at in range(len(text)) if text[at] in "\"'"]) if "'" in text or '"' in text else []
    resume = 0
    endless = set()
    for at in places:
        if before:
            starts = [at - 2] if text[at - 1:at] == " " else []
            starts = [start for start in (*starts, at - 1) if start >= resume and _is_delimiter(text[start])]
        else:
            starts = [at] if at >= resume and (at == 0 or text[at - 1] == "\n") else []
        for start in starts:
            quote, delimiter = text[at], text[start] if before else ""
            key = quote, delimiter if behind == "same" else ""
            end = -1 if key in endless else _closing(text, at + 1, quote, behind, delimiter)
            if end < 0:
                endless.add(key)
                continue
            space = before and at - start > 1
            resume = end + 1
            if behind == "same":
                resume += 1
            elif behind == "any":
                delimiter, space = text[end + 1], text[end + 2:end + 3] == " "
                resume += 2 if space else 1
            elif before and text[end + 1:end + 2] == "\n":
                pass  # the line end is not taken: the next line begins behind it
            yield quote, delimiter, space
            break


def _closing(text, at, quote, behind, delimiter):
    """Where the quote is that ends a text, -1: nowhere."""
    if behind == "same":
        return text.find(quote + delimiter, at)
    end = text.find(quote, at)
    while end >= 0:
        follows = text[end + 1:end + 2]
        if follows in ("", "\n") if behind == "end" else _is_delimiter(follows):
            break
        end = text.find(quote, end + 1)
    return end


def _has_doubled(text, quote, delimiter):
    """Whether a field in quotes holds a quote: a cell with three of them, nothing but signs before the first and behind the last."""
    for line in text.split("\n"):
        for cell in line.split(delimiter) if delimiter else [line]:
            if cell.count(quote) < 3:
                continue
            if not delimiter:
                return True
            around = cell[:cell.index(quote)] + cell[cell.rindex(quote) + 1:]
            if not any(map(_is_word, around)):
                return True
    return False


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """The dialect (a class) of a sample; its delimiter is one of those given."""
        quote, doubled, found, spaced = self._guess_quote_and_delimiter(sample, delimiters)
        if not found:
            found, spaced = self._guess_delimiter(sample, delimiters)
        if not found:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name, lineterminator, quoting = "sniffed", "\r\n", QUOTE_MINIMAL
            delimiter, quotechar = found, quote or '"'
            doublequote, skipinitialspace = doubled, spaced

        return dialect

    def _guess_quote_and_delimiter(self, data, delimiters):
        """By texts in quotes: between two equal delimiters, at the start of a line, at its end, alone on it."""
        for before, behind in ((True, "same"), (False, "any"), (True, "end"), (False, "end")):
            texts = [*_quoted_texts(data, before, behind)]
            if texts:
                break
        else:
            return "", False, None, 0
        quotes, counts, spaces = {}, {}, 0
        for quote, delimiter, space in texts:
            quotes[quote] = quotes.get(quote, 0) + 1
            spaces += space
            if delimiter and (delimiters is None or delimiter in delimiters):
                counts[delimiter] = counts.get(delimiter, 0) + 1
        quote, delimiter = _most(quotes), _most(counts) if counts else ""
        spaced = counts[delimiter] == spaces if counts else 0
        return quote, _has_doubled(data, quote, delimiter), delimiter, spaced

    def _guess_delimiter(self, data, delimiters):
        """By characters that every line has as many times: the lines are looked at in tens, until some character is steady enough."""
        lines = [line for line in data.split("\n") if line]
        step = min(10, len(lines))
        times = {}  # character -> times in a line -> lines; the times in the order in which they came
        candidates = {}
        for done in range(0, len(lines), step or 1):
            for number, line in enumerate(lines[done:done + step], done):
                for char in set(line).difference(times):
                    if char < "\x7f":
                        times[char] = {0: number} if number else {}
                for char, seen in times.items():
                    count = line.count(char)
                    seen[count] = seen.get(count, 0) + 1
            candidates = self._steady(times, min(done + step, len(lines)), delimiters)
            if candidates:
                break
        if not candidates:
            return "", 0
        if len(candidates) == 1:
            [best] = candidates
        else:
            liked = [char for char in self.preferred if char in candidates]
            best = liked[0] if liked else max(candidates, key=lambda char: (candidates[char], char))
        return best, lines[0].count(best) == lines[0].count(best + " ")

    @staticmethod
    def _steady(times, total, delimiters):
        """The characters of which most lines have the same number (that number and in how many lines more than not), of the highest share."""
        usual = {}
        for char, seen in times.items():
            count = _most(seen)
            weight = 2 * seen[count] - sum(seen.values())
            if count > 0 and weight > 0 and (delimiters is None or char in delimiters):
                usual[char] = count, weight
        share = 1.0
        while share >= 0.9:
            found = {char: mode for char, mode in usual.items() if mode[1] / total >= share}
            if found:
                return found
            share -= 0.01
        return {}

    def has_header(self, sample):
        """Whether the first row looks like names: in most columns it differs in kind (number or not) or in length from the rows below."""
        rows = reader(sample.splitlines(True), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))  # column -> complex or a length, while all rows agree
        for _, row in zip(range(21), rows):
            if len(row) != len(header):
                continue
            for column, kind in [*kinds.items()]:
                found = self._kind(row[column])
                if kind is None:
                    kinds[column] = found
                elif found != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            title = header[column]
            if kind is complex:
                differs = self._kind(title) is not complex
            elif kind is None:
                differs = True
            else:
                differs = len(title) != kind
            votes += 1 if differs else -1
        return votes > 0

    @staticmethod
    def _kind(text):
        try:
            complex(text)
        except (OverflowError, ValueError):
            return len(text)
        return complex
