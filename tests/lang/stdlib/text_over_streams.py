# Text over streams that are no files, and decompressed files: lines, sizes, places and changes between them.
import bz2
import codecs
import gzip
import io
import lzma

TEXTS = "one\ntwo\r\nthree\rfour\n\nfünf 日本 😀\nlast", "", "\n", "a\r", "x" * 9000 + "\n" + "y\n" * 3 + "\r" * 3
for newline in None, "", "\n", "\r", "\r\n":
    for text in TEXTS:
        data = text.encode()
        shown = lambda lines: [line if len(line) < 40 else len(line) for line in lines]
        print(repr(newline), shown(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=newline)),
              shown(iter(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=newline).readline, "")),
              shown(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=newline).readlines()) == shown(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=newline)))

print("-- one way of reading after another")
file = io.TextIOWrapper(io.BytesIO("é1\nä2\nö3\nü4\nß5\n".encode() * 3), "utf-8")
print(next(file), file.readline(), file.readline(2), file.read(3), file.readline(), next(file), file.newlines)
print(file.read(), file.read(), next(file, "end"), file.readline())
file = io.TextIOWrapper(io.BytesIO("ab\ncd\r\nef\n".encode("utf-16")), "utf-16")
print(list(file), file.newlines)
file.seek(0)
print(repr(file.read()), repr(io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfx\r\n"), "utf-8-sig").read()))
file.seek(0)
print(file.readline(), file.tell() > 0, file.readline())
for wrong in b"ok\nbad \xff\nrest", b"ab\xc3":
    for errors in "strict", "replace", "ignore":
        for way in (lambda f: f.read(), list, lambda f: f.readline()):
            try:
                print(errors, way(io.TextIOWrapper(io.BytesIO(wrong), "utf-8", errors)))
            except UnicodeDecodeError as error:
                print(errors, error)

print("-- read and written")
below = io.BytesIO(b"first\nsecond\nthird\n")
file = io.TextIOWrapper(below, "ascii", newline="\n")
print(next(file), file.readline())
file.seek(0, 2)
file.write("fourth\n")
file.seek(0)
print(list(file))
file.reconfigure(line_buffering=True)
file.write("fifth\n")
print(below.getvalue()[-6:])
utf16 = io.BytesIO()
file = io.TextIOWrapper(utf16, "utf-16")
for each in "a", "b":
    file.write(each)
file.flush()
print(len(utf16.getvalue()), file.write("\u20ac" * 5000), file.flush(), len(utf16.getvalue()))

print("-- closed, detached, of a class of its own")
file = io.TextIOWrapper(io.BytesIO(b"1\n2\n3\n"))
print(next(file))
file.buffer.close()
for act in (lambda: next(file), file.readline, lambda: file.write("x")):
    try:
        act()
    except ValueError as error:
        print(error)
file = io.TextIOWrapper(io.BytesIO(b"1\n2\n3\n"))
print(next(file), file.detach().closed)
for act in (lambda: next(file), file.readline, lambda: file.write("x")):
    try:
        act()
    except ValueError as error:
        print(error)


class Loud(io.TextIOWrapper):
    def readline(self, size=-1):
        return "loud " + super().readline(size) if self.buffer.tell() < 99 and not hasattr(self, "done") else ""


loud = Loud(io.BytesIO(b"1\n2\n"))
print(next(loud), next(loud))
loud.done = True
print(list(loud))


class Stream(io.BytesIO):
    asked = 0

    @property
    def closed(self):
        Stream.asked += 1
        if Stream.asked == 40:
            raise KeyError("closed")
        return super().closed


file = io.TextIOWrapper(Stream(b"a\n" * 100))
try:
    print(len(list(file)))
except KeyError as error:
    print(repr(error))

print("-- decompressed")
content = b"".join(b"line %d\n" % i for i in range(3000)) + b"no end"
for module, opened in (gzip, gzip.open), (bz2, bz2.open), (lzma, lzma.open):
    packed = module.compress(content[:5000]) + module.compress(content[5000:])
    with opened(io.BytesIO(packed)) as file:
        print(module.__name__, file.read(3), file.readline(), file.readline(3), file.tell(), file.peek(1)[:4], file.read1(5), file.readline(0), file.seek(4990), file.readline(), file.tell())
        print(file.seek(-6, 2), file.read(), file.read(), file.seek(4998), file.read(7), file.seek(2, 1), file.readline(100), sum(1 for _ in file), file.seek(0), file.read() == content)
        room = bytearray(10)
        print(file.seek(4995), file.readinto(room), bytes(room), file.seek(10**6), file.read(5))
    with opened(io.BytesIO(packed), "rt") as file:
        print(len(list(file)), file.seek(0), file.readline(), file.read(4), len(file.read()))
    with opened(io.BytesIO(packed[:-20])) as file:
        print(file.read(4), file.readline())
        try:
            file.read()
        except EOFError as error:
            print(error)
print(codecs.getreader("latin-1")(io.BytesIO(b"\xe4\n\xf6\n")).readlines())
