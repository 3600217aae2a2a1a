# python3.12
# Sizes as __sizeof__ says, path-like names for compile(), arrays in reprlib, the command of calendar.
import array
import calendar
import io
import pathlib
import reprlib
import sys


class X:
    def __sizeof__(self): return 10
class Slots:
    __slots__ = ()
    def __sizeof__(self): return 10
class Negative:
    def __sizeof__(self): return -1
class Text:
    def __sizeof__(self): return "x"

for kind in (X, Slots, Negative, Text):
    try:
        print(sys.getsizeof(kind()) >= 26)
    except Exception as error:
        print(type(error).__name__, error)
print(sys.getsizeof(Text(), 3), sys.getsizeof(Slots()))
print(compile("1", pathlib.PurePosixPath("a/b.py"), "eval").co_filename)
try:
    compile("1", 3, "eval")  # type: ignore
except TypeError as error:
    print(error)
print(reprlib.repr(array.array("i", range(9))), reprlib.repr(array.array("i")), reprlib.repr(array.array("d", [1.5])))


def command(*arguments):
    out, sys.stdout, errors, sys.stderr = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), sys.stderr, io.StringIO()
    try:
        calendar.main(["calendar", *arguments])
        status = 0
    except SystemExit as stop:
        status = stop.code
    finally:
        sys.stdout.flush()
        text, said = sys.stdout.buffer.getvalue().decode(), sys.stderr.getvalue().splitlines()[-1:]
        sys.stdout, sys.stderr = out, errors
    print(arguments, status, said and said[0].partition(": ")[2])
    print(text[:200])

command("2004", "1")
command("-w", "3", "-l", "2", "2004", "2")
command("-m", "2", "-s", "3", "2004")
command("-t", "html", "-c", "x.css", "2004")
command("-t", "html", "-e", "ascii", "2004")
command("-t", "html", "2004", "1")
command("-L", "C", "2004")
command("-e", "utf-8", "2004", "2")
command("x")
import codecs
packed = codecs.encode(b"abc" * 100, "bz2")
print(codecs.decode(packed, "bz2_codec") == b"abc" * 100, codecs.lookup("bz2_codec").name)
encoder = codecs.getincrementalencoder("bz2")()
print(codecs.getincrementaldecoder("bz2")().decode(encoder.encode(b"ab") + encoder.encode(b"cd", True), True))
