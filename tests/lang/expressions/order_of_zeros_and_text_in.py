# What is compared without a call: 0.0 and other floats that take a box, and text among text. # python3.12 unchecked
import math

nan, inf, tiny = float("nan"), float("inf"), 5e-324
big = 2**53
numbers = [0.0, 1.5, -0.0, 3, -2, tiny, -tiny, inf, -inf, 1e300, big, float(big), big + 1, True, False, 10**400]
print(max(numbers), min(numbers), max([0.0, -0.0]), min([0.0, -0.0]), max(-0.0, 0.0), min(-0.0, 0.0))
print(math.copysign(1, max([-0.0, 0.0])), math.copysign(1, min([-0.0, 0.0])), math.copysign(1, max([0, -0.0])))
print(sorted(numbers))
print(sorted(numbers, reverse=True))
print(sorted(numbers, key=lambda v: -v)[:5])
print(max([1, 1.0, True]), max([1.0, 1]), max([True, 1]), min([0, 0.0, False]), min([0.0, 0]))
print(max([big + 1, float(big)]), max([float(big), big + 1]), min([big + 1, float(big)]), min([float(big + 2), big + 1]))
print(max([nan, 0.0]), max([0.0, nan]), min([nan, 1.5, 0.0]), min([0.0, nan, -1.5]), max(0.0, nan), max(nan, 0.0))
print([x < y for x in (0.0, -0.0, tiny, nan) for y in (0.0, 0, 1, nan)])
print(max([(0.0, 1), (0, 2), (-0.0, 3)]), sorted([(1, 0.0), (0.0, 2), (-1e-310, 5)]), (0.0, "a") in [(0, "a")], {(0.0, 1): "x"}[(0, 1)])


class F(float):
    def __lt__(self, other):
        return float(self) > float(other)

    __gt__ = lambda self, other: float(self) < float(other)


print(max([F(0.0), F(5.0)]), min([F(0.0), F(5.0), F(-1)]), max([0.0, F(2.0)]), sorted([F(0.0), F(1.0), F(-1.0)]))
for bad in ([0.0, "a"], ["a", 0.0], [0.0, None], [0.0, 1j]):
    try:
        print(max(bad))
    except TypeError as error:
        print(error)
try:
    max([])
except ValueError as error:
    print(error)


# text
class S(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


print("a" in "", "" in "", "" in "abc", "a" in "abc", "c" in "abc", "bc" in "abc", "cb" in "abc", "abcd" in "abc", "\0" in "a\0b", "\0" in "ab")
print("é" in "café", "\xa9" in "é", "é" in "cafe", "日" in "日本", "本" in "日", "\ud800" in "a\ud800", "\udc00" in "\U00010000")
print(S("b") in "abc", S("z") in "abc", "z" in S("abc"), "b" in S("abc"))
for wrong in (1, None, b"a", ["a"]):
    try:
        wrong in "abc"
    except TypeError as error:
        print(error)
words = ["the", "fox", "dog"]
joined = "".join(["f", "o", "x"])
print(joined in words, joined in tuple(words), "fo" in words, "" in words, words.index(joined), words.count(joined), words.index("dog", 1), tuple(words).index("dog"))
print(S("cat") in words, "cat" in [S("a")], "cat" in [1, None, "a", S("b")], [S("q"), "x"].index("w"), words.index(S("w")))
words.remove(joined)
print(words, "1" in [1], 1 in ["1"], "a" in [b"a"])
print(len("日本"), len([]), len([1, 2]), len(()), len((1,)), list(map(len, ["", "é", [1], (1, 2), {3}, {4: 5}, range(6), b"1234567"])))


class L(list):
    def __len__(self):
        return 42


class T(str):
    def __len__(self):
        return -1


print(len(L()), list(map(len, [L(), [1]])))
try:
    len(T("x"))
except ValueError as error:
    print(error)
