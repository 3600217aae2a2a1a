# Bounded deques extended by lists, sums of bytes, least and greatest of lists of numbers, cases of letters in all scripts, string.Formatter's kept pieces, SubElement.
from collections import deque
import random
r = random.Random(3)
for k in range(300):
    most = r.choice([None, 0, 1, 2, 5, 20])
    d = deque([r.randrange(9) for _ in range(r.randrange(30))], most)
    for _ in range(r.randrange(5)):
        d.rotate(r.randrange(4))
        items = [r.randrange(9) for _ in range(r.randrange(12))]
        w = r.randrange(5)
        if w == 0: d.extend(items)
        elif w == 1: d.extend(tuple(items))
        elif w == 2: d += items
        elif w == 3: d.extendleft(items)
        else: d.extend(d)
    print(list(d), d, len(d))
print(sum(bytes(range(256))), sum(b"", 5), sum(b"ab", 2**62), sum(b"ab", 2.5), sum(bytearray(b"ab")))
print(max([3, 1, 2]), min((3.5, 1.5)), max([1, 2.5]), max([True, 2]), min([0.0, -0.0]), max([-0.0, 0.0]), max([2, 2.0]), max(["a", "b"]), max([float("nan"), 1.0]), max([1.0, float("nan")]), max([2**70, 1]), min([1]), max(["x"]))
for f in (max, min):
    try: f([])
    except ValueError as e: print("ValueError")
    try: f([1, "a"])
    except TypeError as e: print(e)
    print(f([], default=3), f([1, 2], key=lambda x: -x))
import hashlib
import string
import xml.etree.ElementTree as ET
h = hashlib.md5()
for c in list(range(0x600)) + list(range(0x1E00, 0x2200)) + list(range(0x2C00, 0x2E00)) + [0x3042, 0x4E00, 0xA640, 0xAB70, 0xAC00, 0xFB01, 0xFF21, 0x10400, 0x1E900, 0xD800]:
    x = chr(c)
    h.update(ascii((x.upper(), x.lower(), x.title(), x.casefold(), x.swapcase(), x.capitalize(), ("a" + x).title())).encode())
for i in range(500):
    x = "".join(r.choice("abcXYZéÉßżŻİıŉſΣσςΑЯяёЁﬁ日本—𝒳ǆÿŸ\ud800K Å ") for _ in range(r.randrange(30))) + r.choice(["", "plain ASCII text that is long" * 2])
    h.update(ascii((x.upper(), x.lower(), x.title(), x.casefold(), x.swapcase(), x.capitalize(), len(x.upper()), len(x.lower()))).encode())
print(h.hexdigest())
class Counting(string.Formatter):
    def parse(self, text):
        print("parse", repr(text))
        return super().parse(text)
for f in string.Formatter(), Counting():
    for _ in range(2):
        print(f.format("{} {:>{}} {{}}", 1, 2, 5), f.format("{a[0]} {b!r:>5}", a=[1], b="x"), f.format("plain"))
        for wrong in "{", "}", "{0} {}", "{0:{1:{2}}}":
            try: print(f.format(wrong, 1, 2, 3))
            except (ValueError, IndexError) as e: print(type(e).__name__, e)
root = ET.Element("r")
shared = {"a": "1"}
for e in ET.SubElement(root, "x"), ET.SubElement(root, "x", shared), ET.SubElement(root, "x", shared, b="2"), ET.SubElement(root, "x", b="2"):
    print(e.tag, e.attrib, e.text, e.tail, len(e), e.attrib is shared)
    e.set("c", "3")
print(shared, ET.tostring(root))
for s in "", "a", "hello world", "zyx" * 20, "\x00\x7f~ " * 9, "é" * 3 + "abc" * 9, "aaaa":
    print(sorted(s), sorted(s, reverse=True), sorted(s, key=ord) == sorted(s), sorted(s, reverse=True, key=None)[:3])
