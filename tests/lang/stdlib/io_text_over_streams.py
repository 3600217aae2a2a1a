# Text over a stream of one's own: no more is waited for than is needed, and tell() gives places that seek() finds again (library reference, "io").
import io
import socket
import threading

print("no waiting")
ours, theirs = socket.socketpair()
with ours, theirs:
    theirs.sendall("käse und ".encode())
    with ours.makefile("r", encoding="utf-8") as text:
        print(repr(text.read(4)), repr(text.read(2)))
        theirs.sendall(b"brot\r")
        print(repr(text.read(6)))
        theirs.sendall(b"\nend\rlast")
        print(repr(text.readline()), repr(text.readline()))
        ours.settimeout(0.05)
        try:
            text.readline()
        except TimeoutError as error:
            print("TimeoutError", error)
        try:
            text.readline()
        except OSError as error:
            print(type(error).__name__, error)


class Pieces(io.RawIOBase):
    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def readinto(self, room):
        piece = self.pieces.pop(0) if self.pieces else b""
        room[:len(piece)] = piece
        return len(piece)


print("characters and line ends in two pieces")
for encoding, pieces in (("utf-8", (b"a\xe2", b"\x82", b"\xacb\r", b"\nc\r", b"d", b"\r")), ("utf-16", ("a€\r\nb".encode("utf-16")[:3], "a€\r\nb".encode("utf-16")[3:7], "a€\r\nb".encode("utf-16")[7:])),
                         ("shift_jis", ("日本\r\n語".encode("shift_jis")[:3], "日本\r\n語".encode("shift_jis")[3:])), ("utf-8-sig", (b"\xef", b"\xbb\xbfx", b"\n"))):
    for newline in (None, "", "\n", "\r", "\r\n"):
        lines = list(io.TextIOWrapper(io.BufferedReader(Pieces(*pieces)), encoding, newline=newline))
        singles = list(iter(lambda text=io.TextIOWrapper(io.BufferedReader(Pieces(*pieces)), encoding, newline=newline): text.read(1), ""))
        print(encoding, repr(newline), lines, "".join(singles) == "".join(lines), len(singles))
text = io.TextIOWrapper(io.BufferedReader(Pieces(b"a\xe2", b"\x82")), "utf-8")
try:
    text.read()
except UnicodeDecodeError as error:
    print(error.reason, error.start, error.end)

print("places")
data = "".join(f"line {n} äöü€\r\n" if n % 3 else f"line {n}\n" for n in range(2000))
for encoding in ("utf-8", "utf-16", "utf-8-sig", "latin-1"):
    raw = data.replace("€", "") if encoding == "latin-1" else data
    for newline in (None, ""):
        text = io.TextIOWrapper(io.BytesIO(raw.encode(encoding)), encoding, newline=newline)
        places, lines = [], []
        while True:
            places.append(text.tell())
            line = text.readline()
            if not line:
                break
            lines.append(line)
        found = []
        for number in (0, 1, 500, 1999, 733, 1000):
            text.seek(places[number])
            found.append(text.readline() == lines[number] and text.read(9) == "".join(lines[number + 1:number + 3])[:9])
        print(encoding, repr(newline), len(lines), all(found), places[1], places[-1] == len(raw.encode(encoding)))

print("written and read")
store = io.BytesIO()
text = io.TextIOWrapper(store, "utf-8", newline="\r\n")
text.write("one\ntwo\n")
text.seek(0)
print(repr(text.readline()), text.tell(), repr(text.read()))
text.write("three\n")
text.flush()
print(store.getvalue())
