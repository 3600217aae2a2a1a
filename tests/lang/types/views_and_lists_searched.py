# Items of memoryviews one by one, and bisect over lists of what is compared without a call. # unchecked
import array
import bisect
from bisect import bisect_left, bisect_right, insort_left, insort_right

data = bytearray(range(6))
view = memoryview(data)
print(list(view), sum(view), list(view[::-2]), list(view[1:4]), [view[i] for i in range(-6, 6)], tuple(memoryview(b"")), max(view), 3 in view)
for i in (6, -7, 10**30):
    try:
        view[i]
    except IndexError as error:
        print(error)
for key in ("a", None, 1.0):
    try:
        view[key]
    except TypeError as error:
        print(error)
for code, items in (("b", [-128, 127]), ("h", [-5, 5]), ("I", [0, 2**32 - 1]), ("q", [-(2**63), 2**63 - 1]), ("Q", [2**64 - 1]), ("d", [0.0, 1.5, -1e300]), ("f", [0.5])):
    numbers = memoryview(array.array(code, items))
    print(code, list(numbers), numbers[-1], list(numbers[::-1]), sum(numbers))
print(list(view.cast("c")), list(view.cast("?")))
square = view.cast("B", [2, 3])
try:
    print(list(square))
except NotImplementedError as error:
    print(error)
print(square[1, 2])
flat = memoryview(b"x").cast("B", [])
try:
    flat[0]
except TypeError as error:
    print(error)
print(flat[()])
try:
    print(list(memoryview(array.array("u", "ab"))))
except NotImplementedError as error:
    print(error)

it = iter(view)
print(next(it), it.__length_hint__() if hasattr(it, "__length_hint__") else 5)
data[1] = 99
print(list(it), list(it), next(it, "over"))
view2 = memoryview(b"abc")
it = iter(view2)
next(it)
view2.release()
try:
    next(it)
except ValueError as error:
    print(error)
for i, x in enumerate(memoryview(b"ab")):
    print(i, x)

# bisect
numbers = [1, 2, 2, 2.0, 3, 5.5, 7]
for x in (0, 1, 2, 2.0, 2.5, 5.5, 7, 8, True, 0.0, float("inf"), 10**30, -(10**30)):
    print(x, bisect_left(numbers, x), bisect_right(numbers, x), bisect.bisect(numbers, x, 2), bisect_left(numbers, x, 1, 4), bisect_right(numbers, x, lo=3, hi=5))
zeros = [-1.0, -0.0, 0.0, 0, 1.0]
print(bisect_left(zeros, 0), bisect_right(zeros, 0), bisect_left(zeros, -0.0), bisect_left([1, 2, 3], float("nan")), bisect_right([1, 2, 3], float("nan")))
print(bisect_left(["a", "b", "c"], "b"), bisect_right(["a", "b", "c"], "b"), bisect_left([(1, "a"), (2, "b")], (2,)), bisect_right([(1, 2.0), (2, 0.0)], (2, 0)))
print(bisect_left([3, 2, 1], 2), bisect_right([5, 5, 5], 5), bisect_left([], 1), bisect_left([1, 2], 1, 2, 2), bisect_left([1, 2, 3], 3, 2, 1))
for call in (lambda: bisect_left([1, "a"], 5), lambda: bisect_right([1, 2], "x"), lambda: bisect_left([1], 1, -1), lambda: bisect_left([1, 2], 5, 0, 9), lambda: insort_left((1, 2), 1), lambda: bisect_left({1: 2}, 1)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)


class Less:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("asked", self.n, other if isinstance(other, int) else other.n)
        return self.n < (other if isinstance(other, int) else other.n)


print(bisect_left([Less(1), Less(2), Less(3)], Less(2)), bisect_left([1, Less(2), 3], 2), bisect_right([1, 2, 3], Less(2)))


class Shrinks:
    def __init__(self, items):
        self.items = items

    def __lt__(self, other):
        self.items.clear()
        return False


items = [1, 2, 3, 4]
try:
    print(bisect_right(items, Shrinks(items)), items)
except IndexError as error:
    print(error)
items = [1, 2, 3, 4]
insort_right(items, 9, key=lambda v: -v)
print(items)


class Mine(list):
    def insert(self, at, item):
        print("insert", at, item)
        super().insert(at, item)


mine = Mine([1, 3])
insort_left(mine, 2), bisect.insort(mine, 3)
print(mine)
grown = []
for i in range(300):
    bisect.insort(grown, i * 7919 % 101)
print(grown == sorted(i * 7919 % 101 for i in range(300)))
grown = ["b"]
insort_left(grown, "a"), insort_right(grown, "c"), insort_left(grown, "b", 0, 99) if False else None
print(grown)


# replace of one character in short text
for text in ("", "a", "aa", "<b>", "a<b<c<" * 3, "x" * 63 + "<", "<" * 64, "<" * 65, "é<"):
    print(text.replace("<", "&lt;"), text.replace("<", ""), text.replace("<", "-" * 20, 2), text.replace("a", "<a>").replace(">", "&gt;"))
print(list(filter(None, [0, 1, "", "a", [], [0], None, 0.0, 1.5, True, False])), list(map(abs, [-1, 2.5, True])), list(map(str, iter([1, "a", None]))))
grow = [1, 2, 3]
for x in map(lambda v: grow.append(v) or v if len(grow) < 6 else v, grow):
    print(x, end=" ")
print(grow)
