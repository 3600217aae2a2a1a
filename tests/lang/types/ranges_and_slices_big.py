# Ranges and slices whose numbers need more than 64 bits; what range.index and count do with things that are no ints.
import sys
big = 2**70
show = lambda f: print(f())


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(len(range(sys.maxsize)), len(range(-1, sys.maxsize - 1)), range(sys.maxsize)[-1])
attempt(lambda: len(range(sys.maxsize + 1)))
r = range(0, big, 3)
for s in (slice(None), slice(5, None), slice(None, -1), slice(-5, None), slice(None, None, -1), slice(2**69, 2**69 + 3), slice(big, None, -(2**68)), slice(None, None, big), slice(-big, big * 2, 2)):
    print(s, r[s], s.indices(big), s.indices(10), s.indices(0))
print(range(5)[::2**70], range(5)[::-2**70], [1, 2, 3][::2**70], "abc"[2**80::-2**80])
attempt(lambda: slice(None, None, 0).indices(big))
attempt(lambda: slice(None, None).indices(-1))
attempt(lambda: slice("a").indices(3))
attempt(lambda: slice(1.0, 2).indices(3))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(slice(Index(1), Index(big), Index(2)).indices(Index(7)), range(100)[Index(3):Index(9):Index(2)])


class Always:
    def __eq__(self, other):
        return True


class Never:
    def __eq__(self, other):
        return False


class Bad:
    def __eq__(self, other):
        raise ZeroDivisionError("compared")


print(range(10).count(Always()), range(10).index(Always()), Always() in range(10), range(0).count(Always()))
print(range(10).count(Never()), Never() in range(10), range(10).count(3.0), range(10).index(3.0), range(10).count(True))
for wrong in (Never(), Bad(), 3.5, "a"):
    attempt(lambda: (range(10).index(wrong)) if isinstance(wrong, (float, str)) else range(3).index(wrong))
    attempt(lambda: range(10).count(wrong))
attempt(lambda: range(10).index(10))
attempt(lambda: range(0, big, 5).index(big))
print(range(0, big, 5).index(2**70 - 4) if 2**70 - 4 in range(0, big, 5) else range(0, big, 5)[-1])
print(range(1, 5).__reduce__(), slice(1, [2]).__reduce__())
