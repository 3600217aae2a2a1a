"""Printing of nested data so that it fits lines (library reference, "pprint").

An object that fits into what is left of the line is written as its repr(). One that doesn't is opened up by the function for its __repr__, if
there is one: all those come down to a bracket, entries under each other, each an optional label and a value, and the closing bracket. The room
of a value ends `allowance` columns early, for the brackets and the comma behind it.
"""
import sys as _sys
from _collections import OrderedDict as _OrderedDict, defaultdict as _defaultdict, deque as _deque
from _io import StringIO as _StringIO
from itertools import chain as _chain

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Writes an object to a stream (sys.stdout by default) so that it fits lines."""
    printer = PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    printer.pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """What pprint() writes, as a str."""
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return printer.pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A repr() that marks recursion in lists, tuples and dicts, and sorts dicts."""
    return PrettyPrinter()._nested_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() can make the object from its repr()."""
    return PrettyPrinter()._nested_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object holds itself."""
    return PrettyPrinter()._nested_repr(object, {}, None, 0)[2]


class _Ordered:
    # A key for sorting anything: by type and identity, where there is no order.
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        a, b = self.value, other.value
        try:
            return a < b
        except TypeError:
            return (str(type(a)), id(a)) < (str(type(b)), id(b))


def _by_key(item):
    return _Ordered(item[0])


def _with_last(items):
    # (whether it is the last, item)
    items = iter(items)
    for held in items:
        for following in items:
            yield False, held
            held = following
        yield True, held


def _again(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_scalars = frozenset((str, bytes, bytearray, float, complex, bool, type(None)))
_brackets = {list.__repr__: (list, "[", "]"), tuple.__repr__: (tuple, "(", ")"), dict.__repr__: (dict, "{", "}")}


class PrettyPrinter:
    """Prints with the same settings again and again."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        for is_wrong, message in (
            (indent < 0, "indent must be >= 0"),
            (depth is not None and depth <= 0, "depth must be > 0"),
            (width == 0, "width must be != 0"),
        ):
            if is_wrong:
                raise ValueError(message)
        self._step, self._width, self._depth = indent, width, depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts, self._underscore_numbers = sort_dicts, underscore_numbers

    def pprint(self, object):
        """Writes the object, and a line's end."""
        stream = self._stream
        if stream is None:
            return
        self._format(object, stream, 0, 0, {}, 0)
        stream.write("\n")

    def pformat(self, object):
        """What pprint() would write, without the line's end."""
        gathered = _StringIO()
        self._format(object, gathered, 0, 0, {}, 0)
        return gathered.getvalue()

    def isreadable(self, object):
        """Whether eval() can make the object from its repr()."""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def isrecursive(self, object):
        """Whether the object holds itself."""
        return self.format(object, {}, 0, 0)[2]

    def format(self, object, context, maxlevels, level):
        """(the object in one line, whether eval() can read that, whether the object holds itself). To be overridden for other looks."""
        return self._nested_repr(object, context, maxlevels, level)

    # ---- in one line

    def _line(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _nested_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in _scalars:
            return repr(object), True, False
        how = getattr(cls, "__repr__", None)
        if how is int.__repr__ and issubclass(cls, int):
            return format(object, "_d") if self._underscore_numbers else repr(object), True, False
        base, opening, closing = _brackets.get(how, (None, None, None))
        if base is None or not issubclass(cls, base):
            text = repr(object)
            return text, not text.startswith("<") and text != "", False
        if not object:
            return opening + closing, True, False
        if base is tuple and len(object) == 1:
            closing = ",)"
        key = id(object)
        if maxlevels and level >= maxlevels:
            return opening + "..." + closing, False, key in context
        if key in context:
            return _again(object), False, True
        context[key] = 1
        parts = _chain.from_iterable(self._items(object)) if base is dict else object
        texts, readable, recursive = [], True, False
        for part in parts:
            text, is_readable, is_recursive = self.format(part, context, maxlevels, level + 1)
            texts.append(text)
            readable = readable and is_readable
            recursive = recursive or is_recursive
        del context[key]
        if base is dict:  # keys and values by turns
            texts = map(": ".join, zip(texts[::2], texts[1::2]))
        return opening + ", ".join(texts) + closing, bool(readable), bool(recursive)

    def _items(self, mapping):
        return sorted(mapping.items(), key=_by_key) if self._sort_dicts else mapping.items()

    # ---- in many lines

    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_again(object))
            return
        line = self._line(object, context, level)
        opened = None if len(line) <= self._width - indent - allowance else self._opener(object)
        if opened is None:
            stream.write(line)
            return
        context[key] = 1
        opened(self, object, stream, indent, allowance, context, level + 1)
        del context[key]

    def _opener(self, object):
        cls = type(object)
        found = self._dispatch.get(cls.__repr__)
        if found is None and _later_kinds and "collections" in _sys.modules:
            _add_later_kinds()
            found = self._dispatch.get(cls.__repr__)
        if found is None and hasattr(cls, "__dataclass_fields__") and cls.__dataclass_params__.repr and _is_made(cls.__repr__):
            return PrettyPrinter._open_dataclass
        return found

    def _column(self, entries, stream, indent, allowance, context, level, recursion=None):
        # Label and value, under each other. `recursion`: what is written for a value that is being written already.
        newline = ",\n" + " " * indent
        for is_last, (label, value) in _with_last(entries):
            stream.write(label)
            if recursion is not None and id(value) in context:
                stream.write(recursion)
            else:
                self._format(value, stream, indent + len(label), allowance if is_last else 1, context, level)
            if not is_last:
                stream.write(newline)

    def _rows(self, values, stream, indent, allowance, context, level):
        # As many values in a line as fit; those that need more than a line in lines of their own.
        newline, between = ",\n" + " " * indent, ""
        left = whole = self._width - indent + 1
        for is_last, value in _with_last(values):
            if is_last:
                left, whole = left - allowance, whole - allowance
            text = self._line(value, context, level)
            needed = len(text) + 2  # the comma and the blank
            if needed > left:
                left, between = whole, between and newline
            stream.write(between)
            if needed <= left:
                left, between = left - needed, ", "
                stream.write(text)
            else:
                between = newline
                self._format(value, stream, indent, allowance if is_last else 1, context, level)

    def _values(self, opening, values, closing, stream, indent, allowance, context, level):
        # A bracket (`indent`: where its last character stands) with values.
        stream.write(opening + " " * (self._step - 1))
        indent, allowance = indent + self._step, allowance + len(closing)
        if self._compact:
            self._rows(values, stream, indent, allowance, context, level)
        else:
            self._column((("", value) for value in values), stream, indent, allowance, context, level)
        stream.write(closing)

    def _pairs(self, opening, items, closing, stream, indent, allowance, context, level):
        stream.write(opening + " " * (self._step - 1))
        labelled = ((self._line(key, context, level) + ": ", value) for key, value in items)
        self._column(labelled, stream, indent + self._step, allowance + len(closing), context, level)
        stream.write(closing)

    def _named(self, name, items, stream, indent, allowance, context, level):
        stream.write(name + "(")
        labelled = ((key + "=", value) for key, value in items)
        self._column(labelled, stream, indent + len(name) + 1, allowance, context, level, "...")
        stream.write(")")

    # ---- one function for each kind of __repr__

    def _open_list(self, object, stream, indent, allowance, context, level):
        self._values("[", object, "]", stream, indent, allowance, context, level)

    def _open_tuple(self, object, stream, indent, allowance, context, level):
        self._values("(", object, ",)" if len(object) == 1 else ")", stream, indent, allowance, context, level)

    def _open_set(self, object, stream, indent, allowance, context, level):
        name = "" if type(object) is set else type(object).__name__ + "("
        if object:
            self._values(name + "{", sorted(object, key=_Ordered), "})" if name else "}", stream, indent + len(name), allowance, context, level)
        else:
            stream.write(repr(object))

    def _open_dict(self, object, stream, indent, allowance, context, level):
        self._pairs("{", self._items(object), "}", stream, indent, allowance, context, level)

    def _open_text(self, object, stream, indent, allowance, context, level):
        at_top = level == 1  # in parentheses, when it takes more than one line
        pieces = list(_text_pieces(object, self._width - indent - at_top, allowance + at_top)) or [repr(object)]
        self._pieces(pieces, stream, indent, at_top and len(pieces) > 1)

    def _open_bytes(self, object, stream, indent, allowance, context, level):
        at_top = level == 1
        if len(object) <= 4:
            stream.write(repr(object))
        else:
            self._pieces(_bytes_pieces(object, self._width - indent - at_top, allowance + at_top), stream, indent, at_top)

    def _pieces(self, pieces, stream, indent, in_parentheses):
        newline = "\n" + " " * (indent + in_parentheses)
        stream.write(newline.join(pieces).join("()" if in_parentheses else ("", "")))

    def _open_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._open_bytes(bytes(object), stream, indent + len("bytearray("), allowance + 1, context, level + 1)
        stream.write(")")

    def _open_proxy(self, object, stream, indent, allowance, context, level):
        self._call("mappingproxy", object.copy(), stream, indent, allowance, context, level)

    def _call(self, name, argument, stream, indent, allowance, context, level):
        stream.write(name + "(")
        self._format(argument, stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _open_namespace(self, object, stream, indent, allowance, context, level):
        cls = type(object)
        name = "namespace" if cls is _Namespace else cls.__name__
        self._named(name, vars(object).items(), stream, indent, allowance, context, level)

    def _open_dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields
        items = [(field.name, getattr(object, field.name)) for field in fields(object) if field.repr]
        self._named(type(object).__name__, items, stream, indent, allowance, context, level)

    def _open_ordered(self, object, stream, indent, allowance, context, level):
        if object:
            self._call(type(object).__name__, list(object.items()), stream, indent, allowance, context, level)
        else:
            stream.write(repr(object))

    def _open_defaulting(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__ + "("
        factory = self._line(object.default_factory, context, level)
        indent += len(name)
        stream.write(f"{name}{factory},\n{' ' * indent}")
        self._open_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _open_deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__ + "("
        indent += len(name)
        if object.maxlen is None:
            self._values(name + "[", object, "])", stream, indent, allowance, context, level)
        else:
            limit = self._line(object.maxlen, context, level)
            self._values(name + "[", object, "],", stream, indent, 0, context, level)
            stream.write(f"\n{' ' * indent}maxlen={limit})")

    def _open_counter(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__ + "("
        if object:
            self._pairs(name + "{", object.most_common(), "})", stream, indent + len(name), allowance, context, level)
        else:
            stream.write(repr(object))

    def _open_chain(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__ + "("
        if object.maps:
            stream.write(name)
            self._column((("", m) for m in object.maps), stream, indent + len(name), allowance + 1, context, level)
            stream.write(")")
        else:
            stream.write(repr(object))

    def _open_user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch = {
        list.__repr__: _open_list, tuple.__repr__: _open_tuple, set.__repr__: _open_set, frozenset.__repr__: _open_set,
        dict.__repr__: _open_dict, str.__repr__: _open_text, bytes.__repr__: _open_bytes, bytearray.__repr__: _open_bytearray,
        type(type.__dict__).__repr__: _open_proxy, type(_sys.implementation).__repr__: _open_namespace,
        _OrderedDict.__repr__: _open_ordered, _defaultdict.__repr__: _open_defaulting, _deque.__repr__: _open_deque,
    }


_Namespace = type(_sys.implementation)

# Classes of collections, which an object can only be of when that has been imported.
_later_kinds = {
    "Counter": PrettyPrinter._open_counter, "ChainMap": PrettyPrinter._open_chain,
    "UserDict": PrettyPrinter._open_user, "UserList": PrettyPrinter._open_user, "UserString": PrettyPrinter._open_user,
}


def _add_later_kinds():
    import collections
    while _later_kinds:
        name, opener = _later_kinds.popitem()
        PrettyPrinter._dispatch[getattr(collections, name).__repr__] = opener


def _is_made(method):
    # Whether @dataclass made this __repr__.
    code = getattr(method, "__code__", None)
    return code is not None and "_enter" in code.co_names


def _words(line):
    # The line cut behind each run of blanks.
    words, size = line.split(), 0
    start = len(line) - len(line.lstrip())
    if start or not words:
        yield line[:start]
    for word, following in zip(words, words[1:]):
        end = line.index(following, start + len(word))
        yield line[start:end]
        start = end
    if words:
        yield line[start:]


def _filled(parts, width, last_width):
    # As many parts in a piece as its repr() has room for.
    piece = None
    for is_last, part in _with_last(parts):
        longer = part if piece is None else piece + part
        if len(repr(longer)) > (last_width if is_last else width):
            if piece:
                yield repr(piece)
            longer = part
        piece = longer
    if piece:
        yield repr(piece)


def _text_pieces(text, width, allowance):
    for is_last, line in _with_last(text.splitlines(True)):
        room = width - allowance if is_last else width
        whole = repr(line)
        if len(whole) <= room:
            yield whole
        else:
            yield from _filled(_words(line), width, room)


def _bytes_pieces(data, width, allowance):
    fours = [data[at:at + 4] for at in range(0, len(data), 4)]
    return _filled(fours, width, width - allowance if len(data) % 4 else width)
