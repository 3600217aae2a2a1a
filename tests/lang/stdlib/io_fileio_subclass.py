"""Subclasses of io.FileIO: their own methods count, what they don't have is the file's."""
import io
import os
import tempfile


class Quiet(io.FileIO):
    def tell(self):
        raise io.UnsupportedOperation("no places here")

    def hello(self):
        return "hello"


class Loud(io.FileIO):
    def __init__(self, name, mode="r", extra=None):
        super().__init__(name, mode)
        self.extra = extra
        self.calls = []

    def read(self, size=-1):
        self.calls.append(size)
        return super().read(size).upper()

    def write(self, data):
        self.calls.append(("write", len(data)))
        return super().write(data)

    def close(self):
        if not self.closed:
            self.calls.append("close")
        super().close()


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with Quiet("a.txt", "wb") as file:
        print(type(file).__name__, isinstance(file, io.FileIO), isinstance(file, io.RawIOBase), issubclass(Quiet, io.FileIO))
        print(file.write(b"some lines\nof text\nand more"), file.hello(), file.mode, file.name, file.closefd)
        print(file.readable(), file.writable(), file.seekable(), file.isatty(), file.fileno() > 2, file.closed)
        try:
            file.tell()
        except io.UnsupportedOperation as error:
            print("tell:", error)
        try:
            file.read()
        except io.UnsupportedOperation as error:
            print("read:", error)
        print(file.seek(4), file.truncate(26))
        print(repr(file))
    print(file.closed, repr(file))
    try:
        file.write(b"x")
    except ValueError as error:
        print(error)
    file = Loud("a.txt", extra=3)
    print(file.read(4), file.readline(), file.readall(), file.tell(), file.extra, file.calls)
    file.seek(0)
    print(list(file), file.calls)
    file.seek(0)
    target = bytearray(4)
    print(file.readinto(target), target)
    file.close()
    file.close()
    print(file.calls)
    file = Loud("a.txt", "r+")
    buffered = io.BufferedRandom(file)
    buffered.seek(5)
    buffered.write(b"words")
    buffered.flush()
    print(file.calls)
    buffered.close()
    print(open("a.txt").read())
    for arguments in (("missing", "r"), ("a.txt", "x"), ("a.txt", "q"), ("a.txt", "")):
        try:
            Loud(*arguments)
        except (OSError, ValueError) as error:
            print(type(error).__name__, str(error).partition(":")[0])
    raw = open("a.txt", "rb", 0)
    for call in (lambda: raw.write(b"x"), lambda: open("a.txt", "ab", 0).read(), raw.close, raw.read, raw.readline, lambda: raw.write(b"x"), raw.tell):
        try:
            call()
        except ValueError as error:
            print(type(error).__name__, error)
    print(type(io.FileIO("a.txt")) is type(open("a.txt", "rb", 0)))
    os.chdir("/")
