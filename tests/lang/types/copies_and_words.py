# What natives do many bytes at a time, beside the same done one by one: copies of every distance, words of integers, texts that are short.
import random

random.seed(7)


def letters(count): return "".join(random.choice("abc\r\n") for _ in range(count))


text = letters(9000)
data = text.encode()
for distance in [*range(0, 40), 63, 64, 65, 4090, 4095, 4096, 4097]:
    front = "x" * distance
    for size in 2047, 2048, 2049, 2303, 2304, 2305, 5000:
        part = text[:size]
        for padded in front + part, "".join([front, part]), part.rjust(size + distance, "x"), f"{front}{part}", part.replace("", front, 1):
            assert len(padded) == size + distance and padded[distance:] == part and padded.startswith(front), (distance, size)
        for padded in front.encode() + data[:size], data[:size].rjust(size + distance, b"x"), b"".join([front.encode(), data[:size]]):
            assert padded[distance:] == data[:size] and padded[:distance] == front.encode(), (distance, size)
        grown = bytearray(front.encode())
        grown += data[:size]
        grown[distance:distance] = data[:size]
        assert bytes(grown) == front.encode() + data[:size] * 2
        assert data[distance:size].decode() == text[distance:size] and text[distance:size].encode() == data[distance:size]
        numbers = [0] * (distance % 7)
        numbers.extend(list(range(size)))
        assert numbers[distance % 7:] == list(range(size))

for size in [*range(0, 34), 59, 60, 61, 127, 128, 300]:
    for number in random.randbytes(size), bytes(size), b"\xff" * size, b"\x80" + bytes(size), bytes(size) + b"\x80", b"\x01" + bytes(size):
        for order in "little", "big":
            for signed in False, True:
                wanted = 0
                for byte in reversed(number) if order == "little" else number: wanted = wanted << 8 | byte
                if signed and number and wanted >> 8 * len(number) - 1: wanted -= 1 << 8 * len(number)
                assert int.from_bytes(number, order, signed=signed) == wanted
                for more in 0, 1, 7, 8, 15, 16, 40:
                    fill = (b"\xff" if wanted < 0 else b"\0") * more
                    assert wanted.to_bytes(len(number) + more, order, signed=signed) == (number + fill if order == "little" else fill + number)

for size in range(0, 24):
    for _ in range(40):
        where, what = letters(size), letters(random.randrange(1, 5))
        at = next((i for i in range(size) if where[i:i + len(what)] == what), -1)
        assert (where.find(what), what in where, where.encode().find(what.encode())) == (at, at >= 0, at)

for size in 0, 1, 2, 30, 1000:
    source, table = random.randbytes(size), random.randbytes(256)
    for gone in b"", b"a", random.randbytes(40), bytes(range(256)):
        for kind in bytes, bytearray:
            assert kind(source).translate(table, gone) == kind(table[c] for c in source if c not in gone)
            assert kind(source).translate(None, gone) == kind(c for c in source if c not in gone)

view = memoryview(bytes(range(24)))
print(view.cast("H").tolist(), view[::-5].tolist(), view.cast("B", (2, 3, 4)).tolist(), view[5:5].tolist())
print(memoryview(bytearray(8)).cast("d").tolist(), view.cast("c")[:3].tolist())

import array, io, math, os, tempfile
numbers = array.array("h", range(-5, 12))
print(numbers[2:9], numbers[9:2], numbers[::-4], numbers[16:], numbers[:])
print(math.prod([1e200, 1e-300, 1e-100, 2.0]), math.prod([2, 0.5, 3]), math.prod([1e308, 10.0]), math.prod([True, 2.5]))
path = os.path.join(tempfile.mkdtemp(), "file")
content = "".join(random.choice(["abcdefgh", "a", "\r\n", "\r", "\n", "é", "日本", "\U0001F600", "x" * 20]) for _ in range(2000))
with open(path, "w", newline="", encoding="utf-8") as file: file.write(content)
for newline in None, "", "\n":
    seen = content if newline is not None else content.replace("\r\n", "\n").replace("\r", "\n")
    for count in 1, 7, 8, 9, 64, 1000:
        with open(path, newline=newline, encoding="utf-8") as file:
            parts = []
            while part := file.read(count): parts.append(part)
        assert "".join(parts) == seen and {len(part) for part in parts[:-1]} <= {count}, (newline, count)
os.remove(path)
os.rmdir(os.path.dirname(path))
