# plistlib: both formats written and read, what is refused, wrong files, UIDs
import datetime, plistlib, re
from plistlib import FMT_BINARY, FMT_XML, UID, dumps, loads

def t(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as e:
        return type(e).__name__, re.sub("0x[0-9a-f]+", "ADDRESS", str(e))

value = {"a": 1, "b": [True, False, 1.5, b"data" * 30, 'tex<t>&"', datetime.datetime(2020, 1, 2, 3, 4, 5)], "c": {}, "d": [], "e": {"x": b""}, "big": 2**63, "neg": -5, "é": "ü€😀", "same": ["abc", "abc", 1, 1]}
print(dumps(value).decode())
print(dumps(value, fmt=FMT_BINARY))
print(dumps([1, 2.0, "é", UID(3), UID(300), b"x" * 20, "long " * 9, [None] * 16], fmt=FMT_BINARY))
for x in (None, {1: 2}, 2**64, -2**63 - 1, object(), [None], UID(3), "\x00", float("nan"), (1, 2), bytearray(b"ab"), {"a": "\r\n"}, [300, 70000, 2**40]):
    print(t(dumps, x), t(dumps, x, fmt=FMT_BINARY) if type(x) is not object else None)
print(t(dumps, {1: 2}, skipkeys=True), t(dumps, 1, fmt=5), t(dumps, {"b": 1, "a": 2}, sort_keys=False))
for x in (b"", b"abc", b"bplist00", b"bplist00" + b"x" * 37, b"<plist></plist>", b"<plist><dict><key>a</key></dict></plist>", b"<plist>\n<dict><string>a</string></dict></plist>",
          b"<plist><dict><key>a</key><key>b</key></dict></plist>", b"<plist><integer>0x1f</integer></plist>", b"<plist><integer>a</integer></plist>", b"<plist><foo/></plist>",
          b"<plist><date>x</date></plist>", b"<plist><date>2020-01-01T00:00:00Z</date></plist>", b"<plist><true/><false/></plist>",
          b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><plist><string>&e;</string></plist>',
          b"<plist><array><real>1e5</real><data>YWJj</data><string> a  b </string></array></plist>", "<plist/>", 5, b'\xef\xbb\xbf<?xml version="1.0"?><plist><true/></plist>',
          '<?xml version="1.0" encoding="utf-16"?><plist><string>é</string></plist>'.encode("utf-16"), b"<plist><array><key>a</key></array></plist>", b"  <plist><true/></plist>"):
    print(t(loads, x))
print(t(UID, "a"), t(UID, -1), t(UID, 1 << 64), UID(5), UID(5) == UID(5), hash(UID(5)) == hash(5), UID(7).__index__())
print(loads(dumps(value)) == value, loads(dumps(value, fmt=FMT_BINARY)) == value, t(loads, dumps(1), fmt=7), t(loads, dumps(1), fmt=FMT_BINARY))
from collections import OrderedDict
print(type(loads(dumps({"b": {"c": 1}}), dict_type=OrderedDict)["b"]), type(loads(dumps({"b": 1}, fmt=FMT_BINARY), dict_type=OrderedDict)), FMT_XML)
packed = dumps(value, fmt=FMT_BINARY)
print(sum(t(loads, packed[:i] + b"\xff" + packed[i + 1:]) is not None for i in range(8, len(packed))) > 0, {t(loads, packed[:i]) for i in range(8, 40)})
