# read(n) of text over other streams than files: parts, mixed with lines, writing, seeking, closing; sizes of every kind.
import io
import random

random.seed(11)
content = "".join(random.choice(["abcdefgh", "a", "\r\n", "\r", "\n", "é", "日本", "\U0001F600", "x" * 90]) for _ in range(1500))
for newline in None, "", "\n", "\r", "\r\n":
    seen = content.replace("\r\n", "\n").replace("\r", "\n") if newline is None else content
    for encoding in "utf-8", "utf-16":
        for count in 1, 3, 100, 5000:
            text = io.TextIOWrapper(io.BytesIO(content.encode(encoding)), encoding=encoding, newline=newline)
            parts = []
            while part := text.read(count): parts.append(part)
            assert "".join(parts) == seen and {len(part) for part in parts[:-1]} <= {count}, (newline, encoding, count)
    text, got = io.TextIOWrapper(io.BytesIO(content.encode()), encoding="utf-8", newline=newline), ""
    while True:
        piece = random.choice([lambda: text.read(random.randrange(1, 9)), text.readline, lambda: text.readline(3), lambda: text.read(0) + text.read(1)])()
        if not piece: break
        got += piece
    assert got == seen, newline


class Size:
    def __index__(self): return 4


text = io.TextIOWrapper(io.BytesIO(b"0123456789" * 3), newline="\n")
print(text.read(2), text.read(True), text.read(Size()), text.read(None)[:5], repr(text.read(3)))
text.seek(0)
print(text.read(1), text.write("AB"), text.read(5), text.tell())
text.seek(0)
print(text.read(3), text.readline()[-4:], text.read(-1) == "")
for size in 1.5, "1":
    try:
        text.read(size)
    except TypeError as error:
        print(error)
text.seek(0)
text.read(1)
text.close()
for size in 1, -1:
    try:
        print(text.read(size))
    except ValueError as error:
        print(error)


class Marked(io.BytesIO):
    shut = False

    @property
    def closed(self):
        if self.shut is None: raise KeyError("closed?")
        return self.shut


stream = Marked(b"one two three")
text = io.TextIOWrapper(stream)
print(text.read(4))
for stream.shut in True, None, False:
    try:
        print(text.read(3))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)



print(text.detach() is stream)
try:
    text.read(1)
except ValueError as error:
    print(error)
