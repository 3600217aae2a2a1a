# open() with a script's own codecs and handlers of errors (library reference, "codecs": register, register_error; "open").
import codecs, io, os, tempfile
codecs.register_error("mine", lambda e: ("<?>" if isinstance(e, UnicodeDecodeError) else "[?]", e.end))
p = os.path.join(tempfile.mkdtemp(), "f")
open(p, "wb").write(b"a\xffb\xfe\nc\xff")
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: open(p, encoding="utf-8", errors="mine").read())
t(lambda: open(p, encoding="ascii", errors="mine").readlines())
t(lambda: list(open(p, encoding="utf-8", errors="mine")))
t(lambda: open(p, encoding="utf-8", errors="mine").read(3))
with open(p, "w", encoding="ascii", errors="mine") as f: t(lambda: f.write("aé\n"))
t(lambda: open(p, "rb").read())
class C(codecs.Codec):
    def encode(self, s, errors="strict"): return codecs.encode(s, "rot13").encode(), len(s)
    def decode(self, b, errors="strict"): return codecs.decode(bytes(b).decode(), "rot13"), len(b)
class I(C, codecs.IncrementalDecoder):
    def decode(self, b, final=False): return codecs.decode(bytes(b).decode(), "rot13")
class E(C, codecs.IncrementalEncoder):
    def encode(self, s, final=False): return codecs.encode(s, "rot13").encode()
def find(name): return codecs.CodecInfo(C().encode, C().decode, incrementalencoder=E, incrementaldecoder=I, streamreader=None, streamwriter=None, name="mycodec") if name == "mycodec" else None
codecs.register(find)
with open(p, "w", encoding="mycodec") as f: t(lambda: f.write("Hello\nWorld\n"))
t(lambda: open(p, "rb").read())
t(lambda: open(p, encoding="mycodec").read())
t(lambda: open(p, encoding="mycodec").readlines())
t(lambda: io.TextIOWrapper(io.BytesIO(b"Uryyb\n"), encoding="mycodec").readline())
t(lambda: io.TextIOWrapper(io.BytesIO(b"\xff1"), encoding="utf-8", errors="mine").read())
t(lambda: b"\xffx".decode("utf-8", "mine")); t(lambda: "é".encode("ascii", "mine")); t(lambda: b"Uryyb".decode("mycodec"))
t(lambda: open(p, encoding="nocodec")); t(lambda: open(p, errors="nohandler").read())
t(lambda: open(p, encoding="rot13"))
