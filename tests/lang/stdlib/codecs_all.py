# python3.12
# codecs: the registry, error handlers of one's own, incremental and stream codecs, those that are not for text.
import codecs, io, os, tempfile


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for name in ("UTF8", "utf-8-sig", "latin1", "windows-1252", "ISO-8859-15", "koi8-r", "macroman", "us-ascii", "U8", "UTF-32BE", "rot13", "hex", "base64", "zlib", "uu", "punycode", "idna"):
    info = codecs.lookup(name)
    print(name, info.name, len(info), callable(info.encode), info.encode is info[0])
attempt(lambda: codecs.lookup("nope"))
attempt(lambda: "a".encode("hex"))
attempt(lambda: b"a".decode("rot13"))
attempt(lambda: codecs.encode("a", "hex"))
attempt(lambda: codecs.decode(b"zz", "hex"))
print(codecs.encode("Hello", "rot13"), codecs.encode(b"hi", "hex"), codecs.decode("6869", "hex") if False else codecs.decode(b"6869", "hex"), codecs.encode(b"hello", "base64"), codecs.encode(b"hello", "uu"))
print(codecs.decode(codecs.encode(b"x" * 100, "zlib"), "zip"), codecs.decode(codecs.encode(b"a=b\t", "quopri"), "quopri"), codecs.decode(codecs.encode(bytes(range(200)), "uu"), "uu") == bytes(range(200)))
print("bücher.example.".encode("idna"), b"xn--bcher-kva.example".decode("idna"), "München-Ost".encode("punycode"), b"Mnchen-Ost-9db".decode("punycode"), "日本語".encode("punycode"))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.BOM == codecs.BOM_UTF16)

# handlers
seen = []


def handler(error):
    seen.append((type(error).__name__, error.encoding, error.start, error.end, error.object))
    return f"<{error.end - error.start}>", error.end


codecs.register_error("test.mine", handler)
print("aéb€€c".encode("ascii", "test.mine"), b"a\xffb\xe2\x82".decode("utf-8", "test.mine"), "é€".encode("latin-1", "test.mine"), b"\x81a".decode("cp1252", "test.mine"))
print(seen)
codecs.register_error("test.bytes", lambda e: (b"\xf0", e.end))
print("a€".encode("ascii", "test.bytes"))
for bad in ("x", (1, 2), ("x", "y"), ("x", 99), ("x", -99)):
    codecs.register_error("test.bad", lambda e: bad)
    attempt(lambda: "a€".encode("ascii", "test.bad"))
    attempt(lambda: b"a\xff".decode("ascii", "test.bad"))
codecs.register_error("test.back", lambda e: ("?", -1))
print("€ab".encode("ascii", "test.back"))
attempt(lambda: "€".encode("ascii", "test.none"))
print("a".encode("ascii", "test.none"))
attempt(lambda: codecs.lookup_error("test.none"))
for name in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    for error in (UnicodeEncodeError("ascii", "aé€😀", 1, 4, "why"), UnicodeDecodeError("ascii", b"a\xff\xfe", 1, 3, "why"), ValueError("x")):
        attempt(lambda: codecs.lookup_error(name)(error))


# a codec of one's own
def search(name):
    if name == "test_reverse":
        return codecs.CodecInfo(lambda s, errors="strict": (s.encode()[::-1], len(s)), lambda b, errors="strict": (bytes(b)[::-1].decode(), len(b)), name="reverse")


codecs.register(search)
print("abc".encode("test-reverse"), b"abc".decode("Test Reverse"), str(b"ab", "test_reverse"), bytes("ab", "test_reverse"), bytearray("ab", "test_reverse"))
codecs.unregister(search)
attempt(lambda: "abc".encode("test-reverse"))

# pieces
for name, data in (("utf-8", "a€😀".encode()), ("utf-16", "a€😀".encode("utf-16")), ("utf-32-be", "a€".encode("utf-32-be")), ("utf-8-sig", "a€".encode("utf-8-sig")), ("latin-1", b"a\xe9")):
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(bytes([byte])) for byte in data], decoder.decode(b"", True), decoder.getstate()[0])
decoder = codecs.getincrementaldecoder("utf-8")()
print(repr(decoder.decode(b"\xe2\x82")), decoder.getstate(), decoder.decode(b"\xac"))
decoder.decode(b"\xe2")
attempt(lambda: decoder.decode(b"", True))
decoder = codecs.getincrementaldecoder("utf-8")("replace")
print(ascii(decoder.decode(b"\xe2") + decoder.decode(b"x") + decoder.decode(b"\xf0\x9f", True)))
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"), codecs.getincrementalencoder("utf-8-sig")().encode("x"))
print(list(codecs.iterencode(["a", "é"], "utf-8")), list(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8")))

# streams
text = "one\ntwo\r\nthrée\rfour\u2028five"
for name in ("utf-8", "utf-16", "latin-1"):
    raw = text.replace("\u2028", "|").encode(name)
    reader = codecs.getreader(name)(io.BytesIO(raw))
    print(ascii([reader.readline(), reader.read(2), reader.readline(keepends=False), reader.readlines()]))
    print(ascii(list(codecs.getreader(name)(io.BytesIO(raw)))))
out = io.BytesIO()
writer = codecs.getwriter("utf-16")(out)
writer.write("a")
writer.writelines(["b", "é"])
print(out.getvalue())
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f")
    with codecs.open(path, "w", "utf-8") as f:
        f.write("é\nline\n")
        print(f.encoding)
    print(open(path, "rb").read())
    with codecs.open(path, encoding="utf-8") as f:
        print(f.readline(), f.read(), ascii(f.read()))
    with codecs.open(path, "rb") as f:
        print(f.read(3))
recoded = codecs.EncodedFile(io.BytesIO("é".encode("utf-16-le")), "utf-8", "utf-16-le")
print(recoded.read())
print(codecs.utf_8_decode(b"a\xc3"), codecs.utf_8_encode("é"), codecs.latin_1_decode(b"\xe9"), codecs.utf_16_le_decode(b"a\0b"), codecs.ascii_encode("a"), codecs.utf_16_ex_decode(b"\xff\xfea\0"))
print(codecs.charmap_encode("ab", "strict", {97: 98, 98: b"zz"}), codecs.charmap_decode(b"\0\1", "replace", "a\ufffe"), codecs.charmap_decode(b"ab", "strict", {97: "x", 98: 99}))
print(codecs.escape_decode(rb"a\x41\n\101"), codecs.unicode_escape_decode(rb"\u20ac"))
