"""Property lists of Apple, as XML or binary (library reference, "plistlib")."""
import enum
import struct
from datetime import datetime, timedelta
from io import BytesIO

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
FMT_XML, FMT_BINARY = PlistFormat
PLISTHEADER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
"""


class InvalidFileException(ValueError):
    """It is no property list."""

    def __init__(self, message="Invalid file"):
        super().__init__(message)


class UID:
    """A reference within archives of NSKeyedArchiver: a number."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >> 64 > 0:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return f"{type(self).__name__}({self.data!r})"

    def __reduce__(self):
        return type(self), (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


def _checked_int(value):
    if -1 << 63 <= value < 1 << 64:
        return value
    raise OverflowError(value)


def _pairs(mapping, sort_keys, skipkeys):
    """The keys and values to be written."""
    for key, value in sorted(mapping.items()) if sort_keys else mapping.items():
        if isinstance(key, str):
            yield key, value
        elif not skipkeys:
            raise TypeError("keys must be strings")


# ---- XML

def _escaped(text):
    if any(char < " " and char not in "\t\n\r" for char in text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    for old, new in (("\r\n", "\n"), ("\r", "\n"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(old, new)
    return text


def _xml_lines(value, level, sort_keys, skipkeys):
    """The lines of a value, within so many others."""
    margin = "\t" * level
    if isinstance(value, str):
        yield f"{margin}<string>{_escaped(value)}</string>"
    elif value is True or value is False:
        yield f"{margin}<{'true' if value else 'false'}/>"
    elif isinstance(value, int):
        yield f"{margin}<integer>{_checked_int(value):d}</integer>"
    elif isinstance(value, float):
        yield f"{margin}<real>{value!r}</real>"
    elif isinstance(value, dict):
        lines = []
        for key, inner in _pairs(value, sort_keys, skipkeys) if value else ():
            lines.append(f"{margin}\t<key>{_escaped(key)}</key>")
            lines += _xml_lines(inner, level + 1, sort_keys, skipkeys)
        yield from [f"{margin}<dict>", *lines, f"{margin}</dict>"] if value else [f"{margin}<dict/>"]
    elif isinstance(value, (bytes, bytearray)):
        from binascii import b2a_base64
        step = max(16, 76 - 8 * level) // 4 * 3
        yield margin + "<data>"
        for at in range(0, len(value), step):
            yield margin + b2a_base64(value[at:at + step], newline=False).decode()
        yield margin + "</data>"
    elif isinstance(value, datetime):
        yield f"{margin}<date>{value.year:04}-{value.month:02}-{value.day:02}T{value.hour:02}:{value.minute:02}:{value.second:02}Z</date>"
    elif isinstance(value, (tuple, list)):
        if not value:
            yield margin + "<array/>"
            return
        yield margin + "<array>"
        for inner in value:
            yield from _xml_lines(inner, level + 1, sort_keys, skipkeys)
        yield margin + "</array>"
    else:
        raise TypeError(f"unsupported type: {type(value)}")


def _dump_xml(value, fp, sort_keys, skipkeys):
    lines = ['<plist version="1.0">', *_xml_lines(value, 0, sort_keys, skipkeys), "</plist>", ""]
    fp.write(PLISTHEADER + "\n".join(lines).encode())


def _date(text):
    import re
    match = re.fullmatch(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?)?Z",
                         text, re.ASCII)
    return datetime(*[int(part) for part in match.groupdict().values() if part is not None])


def _data(text):
    from binascii import a2b_base64
    return a2b_base64(text)


def _integer(text):
    return int(text, 16) if text[:2] in ("0x", "0X") else int(text)


_SCALARS = {"string": str, "integer": _integer, "real": float, "data": _data, "date": _date, "true": lambda _: True, "false": lambda _: False}


class _Tree:
    """What the XML parser tells of: builds the value."""

    def __init__(self, dict_type):
        self.dict_type, self.root, self.open, self.key, self.text = dict_type, None, [], None, []

    def fail(self, problem):
        raise ValueError(f"{problem} at line {self.parser._parser.line}")

    def add(self, value):
        if not self.open:
            self.root = value
        elif self.key is not None:
            self.open[-1][self.key], self.key = value, None
        elif isinstance(self.open[-1], list):
            self.open[-1].append(value)
        else:
            self.fail("unexpected element")

    def start(self, tag, attributes):
        known = self.parser._parser.entities
        if len(known) > 5:
            raise InvalidFileException("XML entity declarations are not supported in plist files")
        self.text = []
        if tag in ("dict", "array"):
            value = self.dict_type() if tag == "dict" else []
            self.add(value)
            self.open.append(value)

    def data(self, text):
        self.text.append(text)

    def end(self, tag):
        if tag in _SCALARS:
            self.add(_SCALARS[tag]("".join(self.text)))
        elif tag == "key":
            if self.key is not None or not self.open or isinstance(self.open[-1], list):
                self.fail("unexpected key")
            self.key = "".join(self.text)
        elif tag in ("dict", "array"):
            if self.key is not None:
                self.fail(f"missing value for key '{self.key}'")
            self.open.pop()
        self.text = []

    def close(self):
        return self.root


def _load_xml(fp, dict_type):
    from xml.etree.ElementTree import XMLParser
    tree = _Tree(dict_type)
    tree.parser = parser = XMLParser(target=tree)
    parser.feed(fp.read())
    return parser.close()


# ---- binary: the objects, each with references to others by number; a table of where they are; a trailer that says where that is

_EPOCH = datetime(2001, 1, 1)
_TRAILER = struct.Struct(">5xBBBQQQ")


def _bytes_for(count):
    return 1 if count < 1 << 8 else 2 if count < 1 << 16 else 4 if count < 1 << 32 else 8


class _Objects:
    """The objects of a value by number; equal scalars are one."""

    def __init__(self, sort_keys, skipkeys):
        self.sort_keys, self.skipkeys = sort_keys, skipkeys
        self.found, self.numbers = [], {}

    def _identity(self, value):
        return (type(value), value) if isinstance(value, (str, int, float, datetime, bytes, bytearray)) and value.__hash__ else id(value)

    def add(self, value):
        identity = self._identity(value)
        if identity in self.numbers:
            return
        self.numbers[identity] = len(self.found)
        inner = []
        if isinstance(value, dict):
            pairs = [*_pairs(value, self.sort_keys, self.skipkeys)]
            inner = [key for key, _ in pairs] + [item for _, item in pairs]
        elif isinstance(value, (list, tuple)):
            inner = value
        self.found.append((value, inner))
        for each in inner:
            self.add(each)

    def written(self, value, inner, size):
        refs = b"".join([self.numbers[self._identity(each)].to_bytes(size) for each in inner])
        if value is None or isinstance(value, bool):
            return b"\0" if value is None else b"\x09" if value else b"\x08"
        if isinstance(value, int):
            return self._int(_checked_int(value))
        if isinstance(value, float):
            return b"#" + struct.pack(">d", value)
        if isinstance(value, datetime):
            return b"3" + struct.pack(">d", (value - _EPOCH).total_seconds())
        if isinstance(value, (bytes, bytearray)):
            return self._head(0x40, len(value)) + value
        if isinstance(value, str):
            if value.isascii():
                return self._head(0x50, len(value)) + value.encode()
            data = value.encode("utf-16be")
            return self._head(0x60, len(data) // 2) + data
        if isinstance(value, UID):
            width = _bytes_for(value.data)
            return bytes([0x80 + width - 1]) + value.data.to_bytes(width)
        if isinstance(value, (list, tuple)):
            return self._head(0xA0, len(inner)) + refs
        if isinstance(value, dict):
            return self._head(0xD0, len(inner) // 2) + refs
        raise TypeError(value)

    @staticmethod
    def _int(value):
        if value < 0:
            return b"\x13" + value.to_bytes(8, signed=True)
        width = 16 if value >> 63 else _bytes_for(value)
        return bytes([0x10 + width.bit_length() - 1]) + value.to_bytes(width)

    def _head(self, code, count):
        return bytes([code + count]) if count < 15 else bytes([code + 15]) + self._int(count)


def _dump_binary(value, fp, sort_keys, skipkeys):
    objects = _Objects(sort_keys, skipkeys)
    objects.add(value)
    count = len(objects.found)
    size, parts, places, place = _bytes_for(count), [b"bplist00"], [], 8
    for each in objects.found:
        places.append(place)
        parts.append(objects.written(*each, size))
        place += len(parts[-1])
    width = _bytes_for(place)
    parts += [each.to_bytes(width) for each in places]
    fp.write(b"".join(parts) + _TRAILER.pack(0, width, size, count, 0, place))


class _BinaryReader:
    def __init__(self, data, dict_type):
        self.data, self.dict_type = data, dict_type
        _, width, self.size, count, self.top, table = _TRAILER.unpack(data[-32:])
        if not width or not self.size or table + width * count > len(data):
            raise InvalidFileException()
        self.places = [int.from_bytes(data[at:at + width]) for at in range(table, table + width * count, width)]
        self.made = {}

    def take(self, at, size):
        data = self.data[at:at + size]
        if len(data) != size:
            raise InvalidFileException()
        return data

    def count(self, at, low):
        """How many things an object holds, and where they begin."""
        if low != 15:
            return low, at
        kind = self.take(at, 1)[0]
        if kind >> 4 != 1:
            raise InvalidFileException()
        width = 1 << (kind & 3)
        return int.from_bytes(self.take(at + 1, width)), at + 1 + width

    def refs(self, at, count):
        data, size = self.take(at, count * self.size), self.size
        return [int.from_bytes(data[i:i + size]) for i in range(0, len(data), size)]

    def read(self, number):
        if number not in self.made:
            self._read(number)
        return self.made[number]

    def _read(self, number):
        at = self.places[number]
        code = self.take(at, 1)[0]
        kind, low = code >> 4, code & 15
        at += 1
        if kind in (0xA, 0xD):
            count, at = self.count(at, low)
            self.made[number] = value = [] if kind == 0xA else self.dict_type()
            if kind == 0xA:
                value.extend(map(self.read, self.refs(at, count)))
                return
            keys, values = self.refs(at, count), self.refs(at + count * self.size, count)
            for key, item in zip(keys, values):
                key = self.read(key)
                if not isinstance(key, str) and getattr(key, "__hash__", None) is None:
                    raise InvalidFileException()
                value[key] = self.read(item)
            return
        self.made[number] = self._scalar(code, kind, low, at)

    def _scalar(self, code, kind, low, at):
        constants = {0x00: None, 0x08: False, 0x09: True, 0x0F: b""}
        if code in constants:
            return constants[code]
        if kind == 1:
            return int.from_bytes(self.take(at, 1 << low), signed=low >= 3)
        if code in (0x22, 0x23):
            return struct.unpack(">f" if code == 0x22 else ">d", self.take(at, 4 if code == 0x22 else 8))[0]
        if code == 0x33:
            return _EPOCH + timedelta(seconds=struct.unpack(">d", self.take(at, 8))[0])
        if kind == 8:
            return UID(int.from_bytes(self.take(at, 1 + low)))
        if kind in (4, 5, 6):
            count, at = self.count(at, low)
            data = self.take(at, count * (2 if kind == 6 else 1))
            return bytes(data) if kind == 4 else data.decode("ascii" if kind == 5 else "utf-16be")
        raise InvalidFileException()


def _load_binary(fp, dict_type):
    try:
        reader = _BinaryReader(fp.read(), dict_type)
        return reader.read(reader.top)
    except (OSError, IndexError, struct.error, OverflowError, ValueError):
        raise InvalidFileException()


def _is_xml(header):
    if header.startswith((b"<?xml", b"<plist")):
        return True
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"\xfe\xff", "utf-16-be"),
                           (b"\xff\xfe", "utf-16-le")):
        if header.startswith(tuple(mark + start.encode(encoding) for start in ("<?xml", "<plist"))):
            return True
    return False


_FORMATS = {FMT_XML: (_is_xml, _load_xml, _dump_xml), FMT_BINARY: (lambda header: header.startswith(b"bplist00"), _load_binary, _dump_binary)}


# ---- the functions

def load(fp, *, fmt=None, dict_type=dict):
    """The value in a binary file."""
    if fmt is not None:
        return _FORMATS[fmt][1](fp, dict_type)
    header = fp.read(32)
    fp.seek(0)
    for fits, read, _ in _FORMATS.values():
        if fits(header):
            return read(fp, dict_type)
    raise InvalidFileException()


def loads(value, *, fmt=None, dict_type=dict):
    """The value in some bytes."""
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False):
    """Writes a value to a binary file."""
    if fmt not in _FORMATS:
        raise ValueError(f"Unsupported format: {fmt!r}")
    _FORMATS[fmt][2](value, fp, sort_keys, skipkeys)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True):
    """A value, as bytes."""
    file = BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
    return file.getvalue()
