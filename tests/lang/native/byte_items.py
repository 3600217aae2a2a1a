# Items of bytes and bytearrays in machine code, and generators that natives take items of.
class Bytes(bytes):
    def __getitem__(self, i):
        return ("bytes", i)


class Array(bytearray):
    def __getitem__(self, i):
        return ("array", i)

    def __setitem__(self, i, value):
        super().__setitem__(i, value // 2)


def total(data, places):
    seen = []
    for i in places:
        try:
            seen.append(data[i])
        except (IndexError, TypeError) as error:
            seen.append(str(error))
    return seen


def put(data, pairs):
    seen = []
    for i, value in pairs:
        try:
            data[i] = value
        except (IndexError, TypeError, ValueError) as error:
            seen.append(str(error))
    return seen, bytes(data)


places = [0, 1, -1, 3, -4, 4, -5, True, 1 << 70, 1.0, "x", None]
for turn in range(4):
    for data in (b"abcd", bytearray(b"abcd"), b"", Bytes(b"abcd"), Array(b"abcd"), memoryview(b"abcd"), [1, 2, 3, 4]):
        print(total(data, places))
    pairs = [(0, 65), (-1, 255), (4, 1), (1, 256), (2, -1), (1, True), (True, 7), (0, 1 << 70), (0, 1.0), (0, b"a"), (-5, 0), ("x", 0)]
    for data in (bytearray(b"abcd"), Array(b"abcd"), bytearray()):
        print(put(data, pairs))
    try:
        print(put(b"abcd", pairs))
    except TypeError as error:
        print(error)

# From the front, while it is shown, and while it changes under a loop.
for turn in range(4):
    data = bytearray(range(10))
    del data[:3]
    view = memoryview(data)
    data[0] = 200
    print(data[0], data[-1], view[0], len(data))
    view.release()
    for i, x in enumerate(data):
        data[i] = x // 2
        if len(data) < 12:
            data.append(255)
    print(data)


class Key:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value % 3 == 0


# Short generators: each item, few items, none, that raise, of objects, and closed early.
def sums(items):
    return [
        sum(x * x for x in items),
        sum(1 for x in items if x),
        sum(1 for x in items if not x),
        any(x > 1000 for x in items),
        all(x >= 0 for x in items),
        max((x % 7 for x in items), default=None),
        list(x for x in items if x > 95),
        sum(a * b for a, b in zip(items, items)),
        ",".join(str(x) for x in items),
        sorted(-x for x in items)[:3],
        next(x for x in (*items, 96) if x > 95),
        sum(x for x in (y + 1 for y in items)),
        sum(1 for x in map(Key, items) if x),
    ]


def failing(items):
    try:
        return sum(10 // x for x in items)
    except (ZeroDivisionError, TypeError) as error:
        return str(error)


for turn in range(5):
    print(sums(range(100)))
    print(sums([0] * 40 + [1, 2]))
    print(sums(()))
    print(sums([1 << 70, 3, 1 << 64]))
    print(failing([1, 2, 0]), failing([1, "a"]), failing(range(1, 60)))
print(sum(sum(1 for y in range(x) if y > 50) for x in range(200)))


# Two and three iterators in step.
class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return [self.n]


def steps(*iterables, strict=False):
    seen = []
    try:
        if len(iterables) == 2:
            for a, b in zip(*iterables, strict=strict):
                seen.append((a, b))
        else:
            for a, b, c in zip(*iterables, strict=strict):
                seen.append((a, b, c))
    except ValueError as error:
        seen.append(str(error))
    return seen


for turn in range(4):
    for strict in (False, True):
        print(steps([1, 2, 3], [4, 5], strict=strict), steps([1], iter([2, 3]), strict=strict), steps([1, 2], "ab", strict=strict), steps(Steps(3), [7, 8, 9], strict=strict))
        print(steps([[1], [2]], Steps(2), (3, 4), strict=strict), steps([1, 2], [3, 4], [5], strict=strict))
    growing = [1]
    for a, b in zip(growing, growing):
        if len(growing) < 5:
            growing.append(a + b)
    rest = iter([1, 2, 3])
    print(growing, steps(rest, [1]), list(rest))
