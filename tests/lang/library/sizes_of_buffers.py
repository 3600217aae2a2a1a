# sys.getsizeof and __sizeof__ know the memory that belongs to an object alone.
import array
import collections
import io
import sys

N = 10_000


def stream(kind, content):
    made = kind()
    made.write(content)
    return made


class Subclass(bytearray):
    pass


for small, large, least in (
    (bytearray(), bytearray(N), N),
    (Subclass(), Subclass(N), N),
    (array.array("d"), array.array("d", [0.5]) * N, 8 * N),
    (array.array("b"), array.array("b", [1]) * N, N),
    (collections.deque(), collections.deque(range(N)), 8 * N),
    (stream(io.BytesIO, b""), stream(io.BytesIO, bytes(N)), N),
    (stream(io.StringIO, ""), stream(io.StringIO, "x" * N), 0),  # (CPython leaves what it gathers out)
    ([], [None] * N, 8 * N),
    (set(), set(range(N)), 8 * N),
    (dict(), dict.fromkeys(range(N)), 8 * N),
    (collections.OrderedDict(), collections.OrderedDict.fromkeys(range(N)), 8 * N),
):
    print(type(large).__name__, sys.getsizeof(small) < 1000, least <= sys.getsizeof(large) < 110 * N, least <= large.__sizeof__() <= sys.getsizeof(large))
    if hasattr(large, "clear"):
        large.clear()
        print("cleared", sys.getsizeof(large) < 1200)
