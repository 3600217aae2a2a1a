import io
import netrc
import os
import quopri
import tempfile
import wave

os.chdir(tempfile.mkdtemp())


def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


# ---- netrc
for text in (
        'machine a login b password c\n', 'machine a\n login b\n  account q\n  password c # comment\n#x\ndefault login d password "e f\\" g"\n',
        'macdef init\ncd /x\nput y\n\nmachine a login #b password p#d\n', 'macdef init\ncd /x\nput y\n', 'machine', 'machine a foo', 'foo', 'machine a login',
        '# c\n#\nmachine #x login b password c', 'machine a\n#login b\n # password\n password c\n', 'machine a login b password c macdef x\nfoo\n\n', 'default\n', '#', '',
        'machine a user b password \\"x', 'machine a login ab"c" password "a', 'machine a login\n b password c\nbad', 'machine "" login x',
        'machine a login x # machine b\n password z', 'macdef a\nx\ny\n\n# c\n#c d\nbad', '# c\n# d\n\n\nbad', '#c machine x login b',
        'machine a\n#login b\n\n # password\n password c\nbad x', 'machine a login b\nmachine a password c\nmachine x\ndefault account d'):
    with open("rc", "w") as f:
        f.write(text)
    try:
        n = netrc.netrc("rc")
        print(n.hosts, n.macros, n.authenticators("nope"), n.authenticators("a"), repr(n))
    except netrc.NetrcParseError as e:
        print(e, e.args, e.filename, e.lineno, e.msg)
print(attempt(netrc.netrc, "nope"))
os.environ["HOME"] = os.getcwd()
print(attempt(netrc.netrc).partition("/")[0])
with open(".netrc", "w") as f:
    f.write("machine m login l password p\n")
for mode in 0o600, 0o644, 0o620:
    os.chmod(".netrc", mode)
    print(attempt(lambda: netrc.netrc().hosts).__str__().replace(os.getcwd(), ""))
with open(".netrc", "w") as f:
    f.write("machine m login anonymous password p\n")
print(netrc.netrc().hosts)
print(str(netrc.NetrcParseError("words")), str(netrc.NetrcParseError("words", "f", 3)))

# ---- wave
b = io.BytesIO()
w = wave.open(b, "wb")
for name in "getnchannels getsampwidth getframerate getparams getmarkers tell getnframes".split():
    print(name, attempt(getattr(w, name)))
for name, *args in (("setnchannels", 0), ("setnchannels", 2), ("setsampwidth", 0), ("setsampwidth", 5), ("setsampwidth", 2), ("setframerate", 0), ("setframerate", 44100.4),
                    ("setcomptype", "X", "y"), ("setcomptype", "NONE", "y"), ("setnframes", 7), ("getmark", 1), ("setmark", 1, 2, 3), ("setparams", (1, 2, 3)),
                    ("setparams", (2, 2, 8000, 0, "NONE", "not compressed")), ("setparams", (2, 2, 8000, 0, "ULAW", "x"))):
    print(name, attempt(getattr(w, name), *args))
print(w.getparams(), w.writeframes(b"abcdefgh"), w.writeframesraw(b"abcd"), w.tell())
for name, *args in ("setnchannels", 1), ("setsampwidth", 1), ("setframerate", 1), ("setnframes", 1), ("setcomptype", "NONE", ""):
    print(name, attempt(getattr(w, name), *args))
w.close()
print(b.getvalue(), w.getparams(), w.close(), b.closed)
b.seek(0)
with wave.open(b) as r:
    print(r.getparams(), r.getmarkers(), r.tell(), attempt(r.getmark, 3), r.getcomptype(), r.getcompname(), r.getnchannels(), r.getsampwidth(), r.getframerate())
    print(r.readframes(2), r.tell(), attempt(r.setpos, 9), attempt(r.setpos, -1), r.setpos(1), r.readframes(1), r.readframes(99), r.readframes(1), r.tell(), r.rewind(),
          r.readframes(-1), r.readframes(0))
print(r.getfp(), b.closed)
fmt = b"RIFF\x30\0\0\0WAVEfmt \x10\0\0\0"
for data in (b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"RIFX\0\0\0\0WAVE", b"RIFF\4\0\0\0WAVX", b"RIFF\20\0\0\0WAVEfmt \0\0\0\0", b"RIFF\20\0\0\0WAVEdata\0\0\0\0",
             fmt + b"\7\0\1\0\1\0\0\0\1\0\0\0\1\0\10\0", fmt + b"\1\0\0\0\1\0\0\0\1\0\0\0\1\0\10\0", fmt + b"\1\0\1\0\1\0\0\0\1\0\0\0\1\0\0\0",
             fmt + b"\1\0\1\0\1\0\0\0\1\0\0\0\1\0\10\0", fmt.replace(b"\x30", b"\x40") + b"\1\0\1\0\1\0\0\0\1\0\0\0\1\0\10\0LIST\3\0\0\0abc\0data\x02\0\0\0xyz"):
    print(attempt(lambda: wave.open(io.BytesIO(data)).readframes(9)))
print(attempt(wave.open, io.BytesIO(), "x"), attempt(wave.open, io.BytesIO()), attempt(wave.open, "nope.wav"))
w = wave.open(io.BytesIO(), "w")
print(attempt(w.writeframes, b""), w.setnchannels(1), attempt(w.writeframes, b""), w.setsampwidth(3), attempt(w.writeframes, b""), w.setframerate(1), w.writeframes(b"abcdef"))
for width in 1, 2, 3, 4:
    for channels in 1, 2:
        with wave.open("x.wav", "wb") as w:
            w.setparams((channels, width, 22050, 4, "NONE", ""))
            w.writeframes(memoryview(bytearray(range(4 * width * channels))))
            w.writeframesraw(bytes(width * channels))
        with wave.open("x.wav", "rb") as r:
            print(os.path.getsize("x.wav"), r.getparams()[:4], r.readframes(3), r.readframes(9))


class Pipe(io.RawIOBase):
    """Cannot seek."""

    def __init__(self, data=b""):
        self.data = io.BytesIO(data)

    def read(self, n=-1):
        return self.data.read(n)

    def write(self, data):
        return self.data.write(data)

    def flush(self):
        pass

    def tell(self):
        raise io.UnsupportedOperation("tell")


with open("x.wav", "rb") as f:
    p = Pipe(f.read())
r = wave.open(p, "rb")
print(r.getparams(), r.readframes(2), r.readframes(9), r.setpos(0), attempt(r.readframes, 1)[:7])
p = Pipe()
w = wave.open(p, "wb")
w.setparams((1, 1, 8000, 3, "NONE", ""))
w.writeframes(b"abc")
w.close()
print(p.data.getvalue())

# ---- quopri
for data in b"", b"plain", b"caf\xc3\xa9 = \t \n", b"tab\tend\t\nspace end \r\nx", bytes(range(256)), b"x" * 80 + b"=" * 80, b"under_score", b".\n.":
    for tabs in False, True:
        for header in False, True:
            e = quopri.encodestring(data, tabs, header)
            out = io.BytesIO()
            quopri.encode(io.BytesIO(data), out, tabs, header)
            print(e == data if len(data) > 250 else e if not header else quopri.decodestring(e, header) == quopri.decodestring(e, header=True), out.getvalue().replace(b"\n", b"") == e.replace(b"\n", b"") if len(data) < 40 else "")
for data in b"a=\nb", b"a=3D=3d=41", b"=zz", b"x=", b"a_b", b"soft= \t\nbreak", "text=21":
    print(quopri.decodestring(data), quopri.decodestring(data, header=True))
out = io.BytesIO()
quopri.decode(io.BytesIO(b"line=20one=\n two=0A\n"), out)
print(out.getvalue(), quopri.ishex(b"f"), quopri.ishex(b"g"), quopri.unhex(b"7F"), quopri.quote(b"="), quopri.needsquoting(b" ", True, False), quopri.needsquoting(b"_", 0, True))
