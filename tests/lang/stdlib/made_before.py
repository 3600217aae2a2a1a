# What is kept for the next time must not be seen: typing's aliases, csv's default dialect, string.Template's pieces, attributes of classes through a
# metaclass, Element.iter over other classes; and the quick ways through normal forms, SHA-1, strptime and codecs' names.
import csv
import datetime
import hashlib
import io
import string
import time
import typing
import unicodedata
import xml.etree.ElementTree as ET

print(typing.Optional[int] is typing.Optional[int], typing.List[int] is typing.List[int], typing.Union[int, str] == typing.Union[str, int])
print(typing.Optional[int], typing.Union[int, None, str], typing.List["X"], typing.Dict[str, typing.List[int]], typing.Literal[1], typing.Literal[True])
for wrong in (lambda: typing.Optional[int, str], lambda: typing.List[int, str], lambda: typing.Union[()], lambda: typing.Dict[int]):
    for _ in range(2):
        try:
            wrong()
        except TypeError as e:
            print(e)
print(typing.List[[]] if False else "unhashable", typing.Callable[[int], str])

print(list(csv.reader(["a,b"])), list(csv.reader(["a;b"], delimiter=";")), list(csv.reader(["a,b"])), list(csv.reader(["a\tb"], "excel-tab")))
out = io.StringIO()
csv.writer(out).writerow([1, 'x"y'])
csv.writer(out, quoting=csv.QUOTE_ALL).writerow([1, 2])
csv.writer(out).writerow([1, 2])
print(repr(out.getvalue()))

t = string.Template("$a ${b} $$")
print(t.substitute(a=1, b=2), t.substitute({"a": 3}, b=4), t.safe_substitute(a=1))
t.template = "$b"
print(t.substitute(b=5))
class Percent(string.Template):
    delimiter = "%"
print(Percent("%a $a").substitute(a=1), string.Template("%a $a").substitute(a=1))
for _ in range(2):
    try:
        string.Template("$a $").substitute(a=1)
    except ValueError as e:
        print(e)
    try:
        string.Template("$a $c").substitute(a=1)
    except KeyError as e:
        print(repr(e))

class M(type):
    @property
    def label(cls):
        return "M:" + cls.__name__
class A(metaclass=M): pass
class B(A): pass
def names(*values): return [type(v).__name__ for v in values] + [type(v).__qualname__ for v in values]
for _ in range(3):
    print(names(A(), B(), 1, [], "x", None, print), A.label, B.label, [c.__mro__ for c in (A, int)][1])
A.__name__ = "Renamed"
print(names(A(), B()))
for c in (A, int, type):
    try:
        print(c.__abstractmethods__)
    except AttributeError as e:
        print(type(e), e)

class Own(ET.Element): pass
root = ET.fromstring("<r><a/><b><a x='1'/>t</b></r>")
own = Own("a")
own.append(ET.Element("a"))
root.append(own)
print([e.tag for e in root.iter()], len(list(root.iter("a"))), len(list(root.iter("*"))))
for e in root.iter("a"): e.tag = "z"
print([e.tag for e in root.iter()])
class Tag(str):
    def __eq__(self, other): return other == "q"
    __hash__ = str.__hash__
root[0].tag = Tag("x")
print(len(list(root.iter("q"))))

print([hashlib.sha1(bytes(range(n))).hexdigest() for n in (0, 3, 55, 56, 63, 64, 65, 128, 200)])
texts = ["abc", "\u00e9", "e\u0301", "e\u0323\u0301", "e\u0301\u0323", "\u1e69", "s\u0307\u0323", "\u2126 \u212b", "\ufb01", "\uac00", "\u1100\u1161\u11a8", "x\u0315\u0300\u05ae\u0062", "\u0958", "\u3042\u3099", "\U0001d15e", "\ud800e\u0301", "日本語 \uff76\uff9e", "a" * 50 + "e\u0301" + "b" * 50]
for form in "NFC", "NFD", "NFKC", "NFKD":
    print(form, [ascii(unicodedata.normalize(form, x)) for x in texts], [unicodedata.is_normalized(form, x) for x in texts])

for text, format in (("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S"), ("2024-1-2", "%Y-%m-%d"), ("02/29/24", "%m/%d/%y"), ("2024-060", "%Y-%j"), ("12:61", "%H:%S"), ("3T4", "%HT%M"), ("2024-01-02  03", "%Y-%m-%d %H"), ("112", "%m%d"), ("1 2", "%d %m"), ("٢٠٢٤-01-02", "%Y-%m-%d"), ("12 am", "%I %p")):
    try:
        print(text, datetime.datetime.strptime(text, format), tuple(time.strptime(text, format)))
    except ValueError as e:
        print(e)
for text, format in (("2024-13-02", "%Y-%m-%d"), ("2024-02-30", "%Y-%m-%d"), ("2024-01-02x", "%Y-%m-%d"), ("24:00", "%H:%M"), ("2024x01", "%Y-%m")):
    try:
        print(datetime.datetime.strptime(text, format))
    except ValueError as e:
        print(e)

for name in "utf16", "utf-16", "UTF-16", "utf-16le", "utf-16-be", "utf_16_le", "utf32", "utf-32-le", "utf-32be", "utf16-le", "utf-16-", "utf-17", "utf-166":
    try:
        print(name, "aé\U0001F600".encode(name), "aé\U0001F600".encode(name).decode(name))
    except LookupError as e:
        print(e)

import gzip
packed = gzip.compress(b"hello" * 100)
for x in (packed, packed + packed, packed + b"\0\0\0", packed + b"junk", packed[:-1], packed[:-5] + b"xxxxx", b"", b"\x1f", b"nope", packed[:20], bytearray(packed), memoryview(packed)):
    try:
        print(len(gzip.decompress(x)))
    except Exception as e:
        print(type(e).__name__)
T = typing.TypeVar("T")
K = typing.TypeVar("K")
class G1(typing.Generic[T]): pass
class G2(G1[K], typing.Generic[K, T]): pass
print(G1[int] is G1[int], G1[int], G2[int, str], G1["x"], G1[T], G2[T, int][str])
for _ in range(2):
    for f in (lambda: G1[int, str], lambda: G2[int], lambda: typing.Generic[int], lambda: typing.Generic[T, T]):
        try:
            print(f())
        except TypeError as e:
            print(type(e))
