"""XML-RPC's texts out of values, and values out of its texts (the parts of xmlrpc.client that know the format).

    dumps() -> Marshaller: a table of functions by the types of values
    loads() -> ExpatParser -> Unmarshaller: open elements on a stack, each with the values inside of it
"""
import base64
import time
from datetime import datetime

MAXINT, MININT = 2**31 - 1, -(2**31)

# Codes of faults that have a meaning everywhere.
PARSE_ERROR, SERVER_ERROR, APPLICATION_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR = -32700, -32600, -32500, -32400, -32300
NOT_WELLFORMED_ERROR, UNSUPPORTED_ENCODING, INVALID_ENCODING_CHAR = -32700, -32701, -32702
INVALID_XMLRPC, METHOD_NOT_FOUND, INVALID_METHOD_PARAMS, INTERNAL_ERROR = -32600, -32601, -32602, -32603


# ---- errors

class Error(Exception):
    """The base class of this module's errors."""

    def __str__(self):
        return repr(self)


class ProtocolError(Error):
    """HTTP did not work: `url`, `errcode`, `errmsg`, `headers`."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        return f"<{type(self).__name__} for {self.url}: {self.errcode} {self.errmsg}>"


class ResponseError(Error):
    """The answer is no XML-RPC."""


class Fault(Error):
    """The answer is a fault: `faultCode`, `faultString`."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode, self.faultString = faultCode, faultString

    def __repr__(self):
        return f"<{type(self).__name__} {self.faultCode}: {self.faultString!r}>"


# ---- types that Python does not have, or did not have

class DateTime:
    """A time without a zone, kept as its text: of a datetime, a tuple, seconds, or such a text. 0: now."""

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _iso_text(value)

    def make_comparable(self, other):
        """Both as texts, or as what the other one has."""
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, datetime):
            return self.value, _iso_text(other)
        if isinstance(other, str):
            return self.value, other
        if hasattr(other, "timetuple"):
            return self.timetuple(), other.timetuple()
        return self, NotImplemented

    def _compared(self, other, compare):
        mine, theirs = self.make_comparable(other)
        return NotImplemented if theirs is NotImplemented else compare(mine, theirs)

    def __eq__(self, other):
        return self._compared(other, lambda mine, theirs: mine == theirs)

    def __lt__(self, other):
        return self._compared(other, lambda mine, theirs: mine < theirs)

    def __le__(self, other):
        return self._compared(other, lambda mine, theirs: mine <= theirs)

    def __gt__(self, other):
        return self._compared(other, lambda mine, theirs: mine > theirs)

    def __ge__(self, other):
        return self._compared(other, lambda mine, theirs: mine >= theirs)

    def timetuple(self):
        return time.strptime(self.value, "%Y%m%dT%H:%M:%S")

    def __str__(self):
        return self.value

    def __repr__(self):
        return f"<{type(self).__name__} {self.value!r} at {id(self):#x}>"

    def decode(self, data):
        """Takes the text of an element."""
        self.value = str(data).strip()

    def encode(self, out):
        """Writes the element."""
        out.write(f"<value><dateTime.iso8601>{self.value}</dateTime.iso8601></value>\n")


def _iso_text(value):
    if isinstance(value, datetime):
        value = value.timetuple()
    elif not isinstance(value, (tuple, time.struct_time)):
        value = time.localtime(value or time.time())
    return "%04d%02d%02dT%02d:%02d:%02d" % tuple(value[:6])


class Binary:
    """Bytes, `data`."""

    def __init__(self, data=None):
        if not isinstance(data, (bytes, bytearray, type(None))):
            raise TypeError(f"expected bytes or bytearray, not {type(data).__name__}")
        self.data = b"" if data is None else bytes(data)

    def __str__(self):
        return str(self.data, "latin-1")

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, Binary) else other)

    def decode(self, data):
        """Takes the text of an element, as bytes."""
        self.data = base64.decodebytes(data)

    def encode(self, out):
        """Writes the element."""
        out.write(f"<value><base64>\n{base64.encodebytes(self.data).decode('ascii')}</base64></value>\n")


WRAPPERS = DateTime, Binary


# ---- values to texts

def escape(s):
    """Text as it stands in XML."""
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Marshaller:
    """Makes texts of values. dispatch: by type, function(marshaller, value, write)."""

    dispatch = {}

    def __init__(self, encoding=None, allow_none=False):
        self.encoding, self.allow_none = encoding, allow_none
        self.memo = {}  # containers that are being written, by id
        self.data = None

    def dumps(self, values):
        """The text of parameters, or of a Fault."""
        pieces = []
        if isinstance(values, Fault):
            pieces.append("<fault>\n")
            self._dump({"faultCode": values.faultCode, "faultString": values.faultString}, pieces.append)
            pieces.append("</fault>\n")
        else:
            pieces.append("<params>\n")
            for value in values:
                pieces.append("<param>\n")
                self._dump(value, pieces.append)
                pieces.append("</param>\n")
            pieces.append("</params>\n")
        return "".join(pieces)

    def _dump(self, value, write):
        kind = type(value)
        write_value = self.dispatch.get(kind)
        if write_value is None:
            # An instance is a struct of its attributes; but what derives from one of the types would lose what it is.
            if not hasattr(value, "__dict__") or any(base in self.dispatch for base in kind.__mro__):
                raise TypeError(f"cannot marshal {kind} objects")
            write_value = self.dispatch["_arbitrary_instance"]
        write_value(self, value, write)

    def _inside(self, value, what):
        if id(value) in self.memo:
            raise TypeError(f"cannot marshal recursive {what}")
        self.memo[id(value)] = value

    def dump_nil(self, value, write):
        if not self.allow_none:
            raise TypeError("cannot marshal None unless allow_none is enabled")
        write("<value><nil/></value>")

    def dump_bool(self, value, write):
        write(f"<value><boolean>{int(value)}</boolean></value>\n")

    def dump_long(self, value, write):
        if not MININT <= value <= MAXINT:
            raise OverflowError("int exceeds XML-RPC limits")
        write(f"<value><int>{int(value)}</int></value>\n")

    dump_int = dump_long

    def dump_double(self, value, write):
        write(f"<value><double>{value!r}</double></value>\n")

    def dump_unicode(self, value, write, escape=escape):
        write(f"<value><string>{escape(value)}</string></value>\n")

    def dump_bytes(self, value, write):
        write(f"<value><base64>\n{base64.encodebytes(value).decode('ascii')}</base64></value>\n")

    def dump_array(self, value, write):
        self._inside(value, "sequences")
        write("<value><array><data>\n")
        for item in value:
            self._dump(item, write)
        write("</data></array></value>\n")
        del self.memo[id(value)]

    def dump_struct(self, value, write, escape=escape):
        self._inside(value, "dictionaries")
        write("<value><struct>\n")
        for name, item in value.items():
            if not isinstance(name, str):
                raise TypeError("dictionary key must be string")
            write(f"<member>\n<name>{escape(name)}</name>\n")
            self._dump(item, write)
            write("</member>\n")
        write("</struct></value>\n")
        del self.memo[id(value)]

    def dump_datetime(self, value, write):
        write(f"<value><dateTime.iso8601>{_iso_text(value)}</dateTime.iso8601></value>\n")

    def dump_instance(self, value, write):
        if type(value) in WRAPPERS:
            self.write = write
            value.encode(self)
            del self.write
        else:
            self.dump_struct(value.__dict__, write)

    dispatch.update({type(None): dump_nil, bool: dump_bool, int: dump_long, float: dump_double, str: dump_unicode, bytes: dump_bytes, bytearray: dump_bytes,
                     tuple: dump_array, list: dump_array, dict: dump_struct, datetime: dump_datetime, DateTime: dump_instance, Binary: dump_instance,
                     "_arbitrary_instance": dump_instance})


# ---- texts to values

def _boolean(text):
    if text not in ("0", "1"):
        raise TypeError("bad boolean value")
    return text == "1"


def _decimal(text):
    from decimal import Decimal
    return Decimal(text)


class Unmarshaller:
    """Makes values of the elements that a parser finds. dispatch: by tag, function(unmarshaller, text)."""

    dispatch = {}

    def __init__(self, use_datetime=False, use_builtin_types=False):
        self._type = self._methodname = None
        self._values, self._begins = [], []  # values so far; where those of the open containers begin
        self._text, self._in_value = [], False
        self._encoding = "utf-8"
        self._use_datetime, self._use_bytes = use_builtin_types or use_datetime, use_builtin_types

    def close(self):
        """The parameters as a tuple; raises a fault."""
        if self._type is None or self._begins:
            raise ResponseError()
        if self._type == "fault":
            raise Fault(**self._values[0])
        return tuple(self._values)

    def getmethodname(self):
        """The name of the method that is called; None: this is no call."""
        return self._methodname

    # What a parser calls.

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def start(self, tag, attrs):
        tag = tag.rpartition(":")[2]
        if tag in ("array", "struct"):
            self._begins.append(len(self._values))
        self._text = []
        if self._in_value and tag not in self.dispatch:
            raise ResponseError(f"unknown tag {tag!r}")
        self._in_value = tag == "value"

    def data(self, text):
        self._text.append(text)

    def end(self, tag):
        self.end_dispatch(tag, "".join(self._text))

    def end_dispatch(self, tag, data):
        handle = self.dispatch.get(tag) or self.dispatch.get(tag.rpartition(":")[2])
        if handle is not None:
            handle(self, data)

    # Ends of elements. A value of its own kind has been made when </value> comes; text alone is a string.

    def _made(self, value):
        self._values.append(value)
        self._in_value = False

    def end_nil(self, data):
        self._made(None)

    def end_boolean(self, data):
        self._made(_boolean(data))

    def end_int(self, data):
        self._made(int(data))

    def end_double(self, data):
        self._made(float(data))

    def end_bigdecimal(self, data):
        self._made(_decimal(data))

    def end_string(self, data):
        self._made(data.decode(self._encoding) if isinstance(data, bytes) else data)

    def end_array(self, data):
        begin = self._begins.pop()
        self._values[begin:] = [self._values[begin:]]
        self._in_value = False

    def end_struct(self, data):
        begin = self._begins.pop()
        inside = self._values[begin:]
        self._values[begin:] = [dict(zip(inside[::2], inside[1::2]))]
        self._in_value = False

    def end_base64(self, data):
        value = Binary()
        value.decode(data.encode("ascii"))
        self._made(value.data if self._use_bytes else value)

    def end_dateTime(self, data):
        value = DateTime()
        value.decode(data)
        self._made(datetime.strptime(data, "%Y%m%dT%H:%M:%S") if self._use_datetime else value)

    def end_value(self, data):
        if self._in_value:
            self.end_string(data)

    def end_params(self, data):
        self._type = "params"

    def end_fault(self, data):
        self._type = "fault"

    def end_methodName(self, data):
        self._methodname = data.decode(self._encoding) if isinstance(data, bytes) else data
        self._type = "methodName"  # a call may have no parameters

    dispatch.update(dict.fromkeys("i1 i2 i4 i8 int biginteger".split(), end_int), nil=end_nil, boolean=end_boolean, double=end_double, float=end_double,
                    bigdecimal=end_bigdecimal, string=end_string, name=end_string, array=end_array, struct=end_struct, base64=end_base64,
                    value=end_value, params=end_params, fault=end_fault, methodName=end_methodName)
    dispatch["dateTime.iso8601"] = end_dateTime


class ExpatParser:
    """Reads XML, and calls an Unmarshaller."""

    def __init__(self, target):
        from xml.etree.ElementTree import XMLParser
        self._parser = XMLParser(target=_Elements(target))
        self._parser._parser.namespaces = False  # extensions write "ex:nil", with a declaration or without
        target.xml("utf-8", None)

    def feed(self, data):
        self._parser.feed(data)

    def close(self):
        parser, self._parser = self._parser, None
        if parser is not None:
            parser.close()


class _Elements:
    """The target of an XMLParser: hands on elements and text, nothing else."""

    def __init__(self, target):
        self.start, self.end, self.data = target.start, target.end, target.data

    def close(self):
        pass
