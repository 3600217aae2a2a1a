# Buffers and text over a stream of one's own (library reference, "io"): one that does not wait, one that answers what cannot be, one that is not usable yet.
import io


class Pieces(io.RawIOBase):
    """Gives one piece at each read; None: nothing yet."""

    def __init__(self, *pieces):
        self.pieces, self.reads, self.asked = list(pieces), 0, []

    def readable(self):
        return True

    def readinto(self, room):
        self.reads += 1
        self.asked.append(len(room))
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        if piece is None:
            return None
        taken = piece[:len(room)]
        if len(taken) < len(piece):
            self.pieces.insert(0, piece[len(taken):])
        room[:len(taken)] = taken
        return len(taken)


class Sink(io.RawIOBase):
    """Takes so many bytes before it takes none for once."""

    def __init__(self, room):
        self.room, self.got = room, []

    def writable(self):
        return True

    def write(self, data):
        if not self.room:
            self.room = 1000
            return None
        taken = bytes(data[:self.room])
        self.room -= len(taken)
        self.got.append(taken)
        return len(taken)


def shown(call, *args):
    try:
        return call(*args)
    except Exception as error:
        cause = error.__cause__
        return f"{type(error).__name__}: {error}" + (f" (from {type(cause).__name__})" if cause else "")


print("nothing yet")
stream = io.BufferedReader(Pieces(b"one", None, b"two", None, None))
print(stream.read(5), stream.read(2), stream.read(), stream.read(), stream.read())
stream = io.BufferedReader(Pieces(None, b"x\ny", None, b"z\n", None))
print(stream.peek(), stream.readline(), stream.readline(), stream.read(1), stream.readline(), stream.read1(3))
stream = io.BufferedReader(Pieces(None, b"abc"))
room = bytearray(2)
print(stream.readinto(room), stream.readinto(room), room, stream.readinto1(room), room)

print("one read")
raw = Pieces(b"abc", b"de", b"fgh", b"ijklmn")
stream = io.BufferedReader(raw, 4)
room = bytearray(2)
print(stream.peek(1), raw.reads, stream.readinto1(room), room, raw.reads, stream.readinto1(room), room, raw.reads)
room = bytearray(12)
print(stream.readinto1(room), bytes(room), stream.readinto(room), bytes(room), raw.asked)
print(io.BufferedReader(Pieces(b"abcdef"), 4).read1(3), io.BufferedReader(Pieces(b"abcdef"), 4).read1())

print("what a raw stream cannot answer")
for answer in (-1, 10 ** 6, "two", 2.0):
    raw = Pieces()
    raw.readinto = lambda room, answer=answer: answer
    stream = io.BufferedReader(raw)
    print(shown(stream.read, 10), "|", shown(stream.readline), "|", shown(stream.peek))


class Odd(Pieces):
    def readall(self):
        return "text"


print(shown(io.BufferedReader(Odd(b"x")).read))

print("full")
sink = Sink(6)
stream = io.BufferedWriter(sink, 4)
print(stream.write(b"abc"), stream.write(b"d"), sink.got, stream.write(b"efgh"), sink.got)
for data in (b"ijklmnopqrst", b"u"):
    try:
        print(stream.write(data))
    except BlockingIOError as error:
        print(error.strerror, error.characters_written)
stream.flush()
print(b"".join(sink.got))

print("which way")
reader, writer = io.BufferedReader(Pieces()), io.BufferedWriter(Sink(9))
print(reader.readable(), reader.writable(), writer.readable(), writer.writable())
print(shown(reader.truncate), "|", shown(reader.write, b""), "|", shown(writer.read))
print(shown(io.BufferedRandom(io.BytesIO(b"abc")).seek, 0, 9), "|", shown(writer.seek, 0, -1))

print("not usable")
for kind, raw in ((io.BufferedReader, Pieces(b"x")), (io.BufferedWriter, Sink(9))):
    stream = kind(raw)
    print(shown(stream.__init__, raw, 0), "|", shown(stream.flush))
    stream = kind(raw)
    stream.detach()
    print(shown(stream.flush), repr(stream) == f"<_io.{kind.__name__}>")
text = io.TextIOWrapper(io.BytesIO(b"x"), encoding="latin-1")
print(shown(text.__init__, io.BytesIO(), "latin-1", "strict", "q"), "|", shown(text.read))

print("text")
text = io.TextIOWrapper(io.BytesIO(b"one\ntwo\n"), encoding="latin-1")
print(text.readline(), shown(lambda: text.reconfigure(encoding="utf-8")), shown(lambda: text.reconfigure(newline="")))
text.seek(0)
text.reconfigure(encoding="utf-8")
print(text.read(), text.encoding)
text.detach()
print(repr(text))
print(shown(io.TextIOWrapper(io.StringIO("a"), encoding="utf-8").read, 1))
print(shown(io.TextIOWrapper(reader, encoding="utf-8").write, "x"))


class Chunks(io.BytesIO):
    def write(self, data):
        sizes.append(len(data))
        return super().write(data)


sizes = []
text = io.TextIOWrapper(Chunks(), encoding="ascii")
for size in (3, 5, 8190, 1, 9000):
    text.write("x" * size)
text.flush()
print(sizes)
