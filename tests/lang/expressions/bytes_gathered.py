"""`data += piece` of bytes: whoever had the bytes before does not see them grow."""


def gathered(pieces):
    data = b""
    seen = []
    for piece in pieces:
        data += piece
        if len(data) % 7 == 0:
            seen.append(data)
    return data, seen


data, seen = gathered([bytes([i]) * (i % 5) for i in range(200)])
print(len(data), sum(data), [len(s) for s in seen], all(data.startswith(s) for s in seen))
print(hash(data) == hash(bytes(bytearray(data))), {data: 1}[bytes(bytearray(data))])


def looked_at():
    data = b"x" * 40
    lengths = []
    while len(data) < 200:
        data += b"abcdefg"
        lengths.append((len(data), data[-1], data[3:5], data[:] is data, b"gab" in data, 97 in data, bool(data), data == b"x", data.count(b"a")))
        if data[41] == 98: data += b"!"
    whole = data[:]
    data += b"y" * 30
    return lengths, len(whole), len(data), whole + b"y" * 30 == data


print(looked_at())


def kept():
    data = b"0123456789" * 5
    kept, held = [], {}
    for i in range(5):
        data += b"abc" * 10
        kept.append(data)
        data += b"d"
        held[data] = i
        data += data
        kept += [locals()["data"]]
        data = data + b"e" * 40
    return [len(k) for k in kept], {len(k): v for k, v in held.items()}, len(data)


print(kept())


class Piece(bytes):
    def __radd__(self, other):
        self.other = other
        return bytes(other) + b"<r>"


class Taker:
    def __radd__(self, other):
        self.other = other
        return other


def others():
    data = b"*" * 50
    data += b"+" * 50
    piece = Piece(b"piece")
    data += piece
    other = data
    data += b"-" * 10
    print(len(data), len(other), piece.other if hasattr(piece, "other") else None)
    data += bytearray(b"ba")
    data += memoryview(b"mv")
    taker = Taker()
    data += b"1" * 20
    data += taker
    data += b"2" * 20
    print(data[-50:], len(taker.other), type(data))
    for wrong in "text", 5, None, [1]:
        try: data += wrong
        except TypeError as error: print(error)
    data += b""
    same = data
    data = data + b"3" + b"4" * 5
    data = b"5" + data
    return len(same), len(data), data[:3], data[-6:]


print(others())


def closures():
    data = b"c" * 40
    def more():
        nonlocal data
        data += b"d" * 10
        return data
    before = data
    first = more()
    more()
    return len(before), len(first), len(data)


print(closures())


def yielding():
    data = b"g" * 40
    for i in range(3):
        data += b"h" * 20
        yield data
        data += b"i"


print([len(d) for d in yielding()], [d[-1] for d in list(yielding())])


def in_turn():
    text, data = "t" * 40, b"d" * 40
    mixed = b"m" * 40
    for i in range(3):
        text += "u"
        data += b"e"
        mixed, before = (mixed + b"n", mixed)
        mixed += b"o"
    mixed = "now text" * 10
    mixed += "!"
    return len(text), len(data), mixed[-3:], len(before)


print(in_turn())


def slices():
    data = b"s" * 60
    view = memoryview(data)
    data += b"t" * 60
    inner = memoryview(data)
    data += b"u"
    return len(view), len(inner), bytes(inner[-1:]), len(data), f"{data!r}"[-3:], b"%b" % data == data, data.hex()[-2:]


print(slices())

total = b"g" * 40
for i in range(3):
    total += b"lobal"
    alias = total
    total += b"!"
print(len(total), len(alias), alias[-1:])
