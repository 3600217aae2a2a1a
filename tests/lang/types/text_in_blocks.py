# Text is validated, searched and converted sixteen bytes at a time: whatever stands where in such a block must come out as one at a time.
good = ["\x7f", "\x80", "\u07ff", "\u0800", "\u0fff", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0003ffff", "\U0010ffff"]
bad = [b"\x80", b"\xbf", b"\xc0\x80", b"\xc1\xbf", b"\xc3", b"\xe0\x9f\xbf", b"\xe0\xa0", b"\xed\xa0\x80", b"\xef\xbf", b"\xf0\x8f\xbf\xbf", b"\xf0\x90\x80", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xff"]
for before in range(20):
    for c in good:
        text = "x" * before + c + "\u00e9" * 9 + c
        assert text.encode().decode() == text and len(text) == before + 11
    for piece in bad:
        for around in ("x", "\u00e9", "\u65e5"):
            data = (around * before).encode() + piece + (around * 20).encode()
            try:
                data.decode()
                print("good?", before, piece)
            except UnicodeDecodeError as error:
                assert error.start == len((around * before).encode()), (before, piece, error)
                if before == 7 and around == "x":
                    print(piece, error)
long = "".join(good) * 40
print(len(long), [hex(ord(long[i])) for i in range(0, 440, 37)], long[5:400:41] == "".join(long[i] for i in range(5, 400, 41)), long.find("\U0010ffff", 200), long[::-1][:3] == long[-1] + long[-2] + long[-3])

for a, b in (("\u65e5", "x"), ("ab", ""), ("aa", "b"), ("a\u65e5", "--"), ("\u65e5a\u65e5", "\u00e9"), ("ba", "ab" * 9)):
    for text in ("a\u65e5" * 40, "ab" * 70, "a" * 61, "\u65e5a\u65e5a\u65e5" * 11, "ba" + "x" * 40 + "ba", "ba" * 9):
        for most in (-1, 0, 1, 3, 64, 65):
            pieces = text.split(a, most)
            assert text.replace(a, b, most) == b.join(pieces), (text, a, b, most)
print(("xa" * 300).replace("ax", "y") == "x" + "y" * 299 + "a")

for text in ("\u00e9lan VITAL d'\u00e9t\u00e9", "o'neill \u01c6\u01c5 \u1e9e\u00df", "\u03a3\u03a3 \u039f\u03a3 x\u03a3", "1a\u00aab \u0301c", "\u65e5a \u0436\u0416\u0436", "\ufb01n \U00010428\U00010400"):
    print(text.title(), text.capitalize(), text.swapcase(), text.casefold(), text.title().istitle(), sep="|")

import json
for text in ("\u00e9" * 100, "\"\\\b\f\n\r\t\x00\x1f\x7f/", "a" * 63 + "\U0001f600" * 40, "\ud800x\udc00", "\u65e5\"" * 50):
    assert json.loads(json.dumps(text)) == text and json.loads(json.dumps({text: [text]}, ensure_ascii=False)) == {text: [text]}
    print(json.dumps(text)[-40:])
data = bytes(range(256))
print([data[i:j:k].hex()[:30] for i, j, k in ((None, None, 50), (None, None, -60), (250, None, 1 << 62), (3, 200, -1), (200, 3, -(1 << 63)), (5, 240, 1 << 70), (-1, 0, -85))])
print({"a", "".join(["b", "c"])} == {"bc", "a"}, len({*"the cat the dog the end".split()}), set().union([], "x"))

# sorted by words made of eight bytes each, behind what all begin with
import random
chance = random.Random(5)
for prefix in ("", "a", "seven__", "prefix__", "ab\u00e9", "a long beginning of all of them "):
    for longest in (1, 2, 7, 8, 9, 17):
        for count in (2, 15, 16, 17, 33, 70, 200):
            texts = [prefix + "".join(chance.choices("ab\x00\x7f\u00e9\u65e5z", k=chance.randrange(longest + 1))) for _ in range(count)]
            by_characters = sorted(texts, key=lambda text: [ord(c) for c in text])
            assert sorted(texts) == by_characters and sorted(texts, reverse=True) == by_characters[::-1]
            numbers = [chance.randrange(-9, 9) for _ in range(count)]
            places = sorted(range(count), key=numbers.__getitem__)
            assert places == sorted(range(count), key=lambda i: (numbers[i], i)) and sorted(numbers) == [numbers[i] for i in places]
print(repr("a'\"\\\n\r\t\x00\x7f\x80\xa0\u0378\u65e5\ud800\U000e0001"), repr("'"), repr('"'), repr(b"a'b\"\n\x00\\\xff"), repr(b"a'b\n"), repr(bytearray(b"'")), repr(bytearray(b"'\"")), [[], (), [()]], str(True), repr(None))
