# what codecs of one byte a character do, at once and with holes; ASCII with errors left out or replaced
for name in ("cp1251", "koi8-r", "cp1252", "iso8859-7", "cp437", "iso8859-15", "mac_roman"):
    known = bytes(i for i in range(256) if bytes([i]).decode(name, "replace") != "\ufffd")
    text = known.decode(name)
    assert text.encode(name) == known, name
    assert (text * 3)[::-1].encode(name) == (known * 3)[::-1]
    print(name, len(known), len(text), text[-3:], ascii(text[128:140]))
    for i in (0x80, 0x81, 0xff, 0x41):
        b = bytes([i])
        try: print(ascii(b.decode(name)), ascii((b * 2).decode(name)), end=" ")
        except UnicodeDecodeError as e: print(e, end=" ")
        try: print(ascii((b"ab" + b).decode(name)), ascii((b"ab" + b).decode(name, "ignore")), end=" ")
        except UnicodeDecodeError as e: print(e, end=" ")
    print()
    try: "a\u4e00b\ufffe".encode(name)
    except UnicodeEncodeError as e: print(e)
    print("a\u4e00\ufffe\u0141é".encode(name, "replace"), "\ufffe\xff".encode(name, "ignore"))
print(b"".decode("cp1251") == "", b"x".decode("cp1251") == "x")
for s in ("", "a", "é", "aé", "日", "日本 x", "a\u0301e\u0301", "\ud800", "x\U0001f600y"):
    print([s.encode("ascii", e) for e in ("ignore", "replace")])
print(sum([True, False, True]), sum([True], 1.5), sum([1.5, True, True]), sum([True], True), type(sum([True])), sum([True, 2**70, True]), sum([True], 2**62 - 1), sum([], True))
class N:
    def __radd__(self, o): print("radd", o); return self
    def __add__(self, o): print("add", o); return self
sum([True, N(), True])
sum([True], N())
print(sum(c in "aeiou" for c in "education"), sum([0.1] * 10 + [True]), sum([True, 1j, True]))
print(sorted(set("hello world")), sorted({*"abcabc"}), len(set("")), sorted(set("héé")), sorted(frozenset("zzyx")))
s = set("ab"); s.update("bcd", "é"); print(sorted(s)); s |= set("xy"); print(sorted(s), set("abc") == {"a", "b", "c"})
print(b"a,b,,c".replace(b",", b";"), b"a,b,,c".replace(b",", b";", 2), b"a,b".replace(b",", b";", 5), b"a,b,".replace(b",", b";", 0), bytearray(b"a,b").replace(b",", b";"), b"abc".replace(b"x", b"y"), b"aaa".replace(b"a", b""))
for s in ("", "A", "a", "Ab", "AB1", "1", "ab1", "aB" * 20, "A" * 40 + "b", "b" * 40 + "A"): print(s.isupper(), s.islower(), end=" ")
print()
