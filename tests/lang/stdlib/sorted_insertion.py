# bisect and insort over floats, zeros, text, tuples and what compares itself; arrays' items; text found far in a long string that is not ASCII.
import array, bisect, heapq

floats = []
for number in (2.5, 0.0, -1.5, 0.0, -0.0, 7.0, 3, float("inf"), 2.5, True):
    bisect.insort(floats, number)
print(floats, bisect.bisect_left(floats, 0), bisect.bisect_right(floats, 0), bisect.bisect_left(floats, 2.5), bisect.bisect(floats, 2.5))
left = []
for word in ("b", "a", "c", "a", "ä", "b"):
    bisect.insort_left(left, word)
print(left)
pairs = []
for n, pair in enumerate([(1, "b"), (1, "a"), (0, "z"), (1, "a")]):
    bisect.insort(pairs, pair)
print(pairs, bisect.bisect_left([1.0, float("nan"), 2.0], 1.5))


class Kind:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other if isinstance(other, int) else other.n)
        return self.n < (other if isinstance(other, int) else other.n)

    __gt__ = None


print(bisect.bisect_left([Kind(1), Kind(3)], Kind(2)))


class Noted(list):
    def insert(self, at, item):
        print("insert", at, item)
        super().insert(at, item)


noted = Noted([1, 3])
bisect.insort(noted, 2)
print(noted)


items = [5, 6, 7, 8]


class Clears:
    def __lt__(self, other):
        if other == 8:
            items.clear()
        return False

    __gt__ = __lt__


bisect.insort_right(items, Clears(), key=None)
print(len(items))

for code, some in (("i", [1, -2, 2**31 - 1, -2**31]), ("d", [0.0, -0.0, 1.5, 5e-324]), ("B", [0, 255, 7]), ("b", [-128, 127]), ("Q", [2**64 - 1]), ("f", [0.1]), ("u", "ä€")):
    a = array.array(code, some)
    print(code, a.tolist(), a[-1], list(a) == a.tolist(), a.index(a[0]))
print(sum(array.array("d", [0.5] * 10)), sum(array.array("i", range(10))))

for filler in ("ä", "日", "😀", "aé"):
    for count in (1, 60, 200, 1023, 1024, 2047, 2048, 3000):
        text = filler * count + "@" + filler * 10 + "@"
        end = len(filler) * count
        print(text.find("@") == end, text.rfind("@") == end + 10 * len(filler) + 1, text.index("@", end + 1) - end, text.find("@", 5, end), end="; ")
        print(text[text.find("@") - 1] == filler[-1], text.find("@") == end)

print(heapq.nsmallest(1, [0.0, 2.5]), heapq.nlargest(1, [0.0, -2.5]), heapq.nsmallest(1, []), heapq.nlargest(1, iter([])), heapq.nsmallest(1, (3, 2)), heapq.nsmallest(1, "cab"))
numbers = [0.0] + [((i * 37) % 101) / 4 - 10 for i in range(200)]
print(heapq.nsmallest(5, numbers), heapq.nlargest(5, numbers), heapq.nlargest(3, [0.0] * 100), heapq.nsmallest(3, numbers, key=abs))
print([heapq.nlargest(n, range(1000), key=lambda x: x % 7)[-1] for n in (2, 15, 16, 17, 31, 32, 33, 300)], heapq.nsmallest(20, [(i % 3, i) for i in range(200)], key=lambda p: p[0])[-3:])
