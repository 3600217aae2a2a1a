"""Values as bytes, in the way of CPython's own files (library reference, "marshal"): numbers, text, bytes, and containers of them.

A value is a letter and what follows it. In versions from 3 on a letter may carry a flag: the value gets a number, by which "r" stands for it again.
Code objects are not written: Typhon's are of another kind.
"""
import io
import struct

__all__ = ["dump", "dumps", "load", "loads", "version"]
version = 4
_FLAG = 0x80
_DEEPEST = 2000
_SINGLE = {None: b"N", True: b"T", False: b"F", Ellipsis: b".", StopIteration: b"S"}
_SINGLES = {letter[0]: value for value, letter in _SINGLE.items()}
_END = object()


class _Writer:
    def __init__(self, kind):
        self.kind, self.parts, self.numbers, self.kept = kind, [], {}, []

    def letter(self, letter, flag):
        self.parts.append(bytes([letter[0] | flag]))

    def size(self, letter, size, flag):
        if size >= 1 << 31:
            raise ValueError("unmarshallable object")
        self.letter(letter, flag)
        self.parts.append(struct.pack("<i", size))

    def write(self, value, depth=0):
        if value is None or value is True or value is False or value is Ellipsis or value is StopIteration:
            self.parts.append(_SINGLE[value])
            return
        if depth > _DEEPEST:
            raise ValueError("object too deeply nested to marshal")
        flag = 0
        if self.kind >= 3:
            number = self.numbers.get(id(value))
            if number is not None:
                self.parts.append(b"r" + struct.pack("<I", number))
                return
            self.numbers[id(value)] = len(self.numbers)
            self.kept.append(value)  # so that no other value gets its id
            flag = _FLAG
        write = _WRITERS.get(type(value))
        if write is not None:
            write(self, value, flag, depth + 1)
            return
        try:
            data = memoryview(value).tobytes()
        except TypeError:
            raise ValueError("unmarshallable object") from None
        self.bytes(data, flag, depth)

    def int(self, value, flag, depth):
        if -1 << 31 <= value < 1 << 31:
            self.letter(b"i", flag)
            self.parts.append(struct.pack("<i", value))
            return
        digits, left = [], abs(value)
        while left:
            digits.append(left & 0x7FFF)
            left >>= 15
        self.size(b"l", len(digits) if value > 0 else -len(digits), flag)
        self.parts.append(struct.pack(f"<{len(digits)}H", *digits))

    def short(self, text):
        self.parts.append(bytes([len(text)]) + text.encode("ascii"))

    def float(self, value, flag, depth):
        self.letter(b"g" if self.kind > 1 else b"f", flag)
        self.parts.append(struct.pack("<d", value)) if self.kind > 1 else self.short(format(value, ".17g"))

    def complex(self, value, flag, depth):
        self.letter(b"y" if self.kind > 1 else b"x", flag)
        for part in (value.real, value.imag):
            self.parts.append(struct.pack("<d", part)) if self.kind > 1 else self.short(format(part, ".17g"))

    def str(self, value, flag, depth):
        if self.kind >= 4 and value.isascii():
            if len(value) < 256:
                self.letter(b"z", flag)
                self.parts.append(bytes([len(value)]))
            else:
                self.size(b"a", len(value), flag)
            self.parts.append(value.encode("ascii"))
            return
        data = value.encode("utf-8", "surrogatepass")
        self.size(b"u", len(data), flag)
        self.parts.append(data)

    def bytes(self, value, flag, depth):
        self.size(b"s", len(value), flag)
        self.parts.append(value)

    def items(self, letter, value, flag, depth):
        self.size(letter, len(value), flag)
        for item in value:
            self.write(item, depth)

    def tuple(self, value, flag, depth):
        if self.kind >= 4 and len(value) < 256:
            self.letter(b")", flag)
            self.parts.append(bytes([len(value)]))
            for item in value:
                self.write(item, depth)
        else:
            self.items(b"(", value, flag, depth)

    def dict(self, value, flag, depth):
        self.letter(b"{", flag)
        for key, item in value.items():
            self.write(key, depth)
            self.write(item, depth)
        self.parts.append(b"0")


_WRITERS = {int: _Writer.int, float: _Writer.float, complex: _Writer.complex, str: _Writer.str, bytes: _Writer.bytes, tuple: _Writer.tuple, dict: _Writer.dict,
            list: lambda writer, value, flag, depth: writer.items(b"[", value, flag, depth),
            set: lambda writer, value, flag, depth: writer.items(b"<", value, flag, depth),
            frozenset: lambda writer, value, flag, depth: writer.items(b">", value, flag, depth)}


class _Reader:
    def __init__(self, file):
        self.file, self.known = file, []

    def take(self, size):
        data = self.file.read(size)
        if not isinstance(data, bytes):
            raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
        if len(data) < size:
            raise EOFError("marshal data too short")
        return data

    def number(self, what):
        size, = struct.unpack("<i", self.take(4))
        if size < 0:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        return size

    def value(self, what="object", depth=0):
        """The next value; _END for what ends a dict."""
        letter = self.file.read(1)
        if not letter:
            raise EOFError("EOF read where object expected")
        if depth > _DEEPEST:
            raise ValueError("recursion limit exceeded")
        flag, letter = letter[0] & _FLAG, letter[0] & 0x7F
        if letter in _SINGLES:
            return _SINGLES[letter]
        if letter == ord("0"):
            return _END
        if letter == ord("r"):
            number, = struct.unpack("<I", self.take(4))
            if number >= len(self.known) or self.known[number] is _END:
                raise ValueError("bad marshal data (invalid reference)")
            return self.known[number]
        read = _READERS.get(chr(letter))
        if read is None:
            raise ValueError("bad marshal data (unknown type code)")
        at = None
        if flag:
            at = len(self.known)
            self.known.append(_END)
        value = read(self, at, depth + 1)
        if at is not None:
            self.known[at] = value
        return value

    def item(self, what, depth):
        value = self.value(what, depth)
        if value is _END:
            raise TypeError(f"NULL object in marshal data for {what}")
        return value

    def long(self, at, depth):
        size, = struct.unpack("<i", self.take(4))
        digits = struct.unpack(f"<{abs(size)}H", self.take(2 * abs(size)))
        if any([digit > 0x7FFF for digit in digits]):
            raise ValueError("bad marshal data (digit out of range in long)")
        if digits and not digits[-1]:
            raise ValueError("bad marshal data (unnormalized long data)")
        value = 0
        for digit in reversed(digits):
            value = value << 15 | digit
        return -value if size < 0 else value

    def short(self):
        return self.take(self.take(1)[0]).decode("ascii")

    def items(self, what, size, depth):
        return [self.item(what, depth) for _ in range(size)]

    def begun(self, value, at):
        "A container that may hold itself."
        if at is not None:
            self.known[at] = value
        return value

    def list(self, at, depth):
        size = self.number("list")
        value = self.begun([], at)
        for _ in range(size):
            value.append(self.item("list", depth))
        return value

    def set(self, at, depth):
        size = self.number("set")
        value = self.begun(set(), at)
        for _ in range(size):
            value.add(self.item("set", depth))
        return value

    def dict(self, at, depth):
        value = self.begun({}, at)
        while (key := self.value("dict", depth)) is not _END:
            item = self.value("dict", depth)
            if item is _END:
                break
            value[key] = item
        return value


def _doubles(reader, count):
    return struct.unpack(f"<{count}d", reader.take(8 * count))


_READERS = {
    "i": lambda reader, at, depth: struct.unpack("<i", reader.take(4))[0],
    "l": _Reader.long,
    "f": lambda reader, at, depth: float(reader.short()),
    "g": lambda reader, at, depth: _doubles(reader, 1)[0],
    "x": lambda reader, at, depth: complex(float(reader.short()), float(reader.short())),
    "y": lambda reader, at, depth: complex(*_doubles(reader, 2)),
    "s": lambda reader, at, depth: reader.take(reader.number("bytes object")),
    "u": lambda reader, at, depth: reader.take(reader.number("string")).decode("utf-8", "surrogatepass"),
    "t": lambda reader, at, depth: reader.take(reader.number("string")).decode("utf-8", "surrogatepass"),
    "a": lambda reader, at, depth: reader.take(reader.number("string")).decode("latin-1"),
    "A": lambda reader, at, depth: reader.take(reader.number("string")).decode("latin-1"),
    "z": lambda reader, at, depth: reader.take(reader.take(1)[0]).decode("latin-1"),
    "Z": lambda reader, at, depth: reader.take(reader.take(1)[0]).decode("latin-1"),
    "(": lambda reader, at, depth: tuple(reader.items("tuple", reader.number("tuple"), depth)),
    ")": lambda reader, at, depth: tuple(reader.items("tuple", reader.take(1)[0], depth)),
    "[": _Reader.list, "<": _Reader.set, "{": _Reader.dict,
    ">": lambda reader, at, depth: frozenset(reader.items("set", reader.number("set"), depth)),
}


def dumps(value, version=version, /):
    """The bytes of a value; ValueError if it is of a kind that is not written."""
    writer = _Writer(version)
    writer.write(value)
    return b"".join(writer.parts)


def dump(value, file, version=version, /):
    """Writes a value into a binary file."""
    return file.write(dumps(value, version))


def load(file, /):
    """Reads a value from a binary file."""
    return _Reader(file).item("object", 0)


def loads(bytes, /):
    """The value that bytes stand for; what stands behind it is ignored."""
    return _Reader(io.BytesIO(bytes)).item("object", 0)
