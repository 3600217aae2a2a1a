# Lines of a TextIOWrapper over bytes in memory, one after the other, however they end.
import io

data = b"one\ntwo\r\nthree\rfour\n\nfive" * 3
for newline in (None, "", "\n", "\r", "\r\n"):
    text = io.TextIOWrapper(io.BytesIO(data), encoding="ascii", newline=newline)
    print(repr(newline), list(text), text.newlines, list(text))

text = io.TextIOWrapper(io.BytesIO("zeile\nübermäßig\nletzte".encode()), encoding="utf-8")
print(next(text), end="")
print(text.readline(), end="")
print(text.read())
print(next(text, "none"))

# between lines: reads, positions, writes
text = io.TextIOWrapper(io.BytesIO(b"a\nb\nc\nd\n"))
print(next(text), text.read(1), next(text), text.readline(), list(text))
text.seek(0)
print(next(text), next(text))
buffer = io.BytesIO(b"one\ntwo\nthree\n")
text = io.TextIOWrapper(buffer, write_through=True)
print(next(text))
text.seek(0, 2)
text.write("four\n")
text.seek(0)
print(list(text))

# what has ended
text = io.TextIOWrapper(io.BytesIO(b"a\nb\n"))
next(text)
text.close()
for act in (lambda: next(text), text.readline):
    try:
        act()
    except ValueError as error:
        print(type(error).__name__, error)
buffer = io.BytesIO(b"a\nb\n")
text = io.TextIOWrapper(buffer)
next(text)
buffer.close()
try:
    next(text)
except ValueError as error:
    print(type(error).__name__, error)
text = io.TextIOWrapper(io.BytesIO(b"a\nb\n"))
next(text)
text.detach()
try:
    next(text)
except ValueError as error:
    print(type(error).__name__, error)


class Upper(io.TextIOWrapper):
    def readline(self, *args):
        return super().readline(*args).upper()


print(list(Upper(io.BytesIO(b"a\nb\n"))))
