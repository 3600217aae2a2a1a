# Floats that do not fit into a word, stored in declared attributes of objects that have outlived collections: the collector is told.
import gc


class Point:
    x: float
    y: float | str

    def __init__(self) -> None:
        self.x = 1.5
        self.y = "a"


def double(p: Point) -> float:  # the checker proves it by what the class declares, which is looked at where it is stored
    return p.x * 2


scope = {}
exec(
    """
def computed(p, k, n):
    t = 0.0
    for i in range(n):
        y = k * 1e200
        p.x = y
        t = y + 1.0
    return t

def given(p, values):
    t = 0.0
    for v in values:
        p.x = v
        t += v * 0.5
    return t

def text(p, s):
    for c in range(9):
        w = s[0:3] + str(c)
        if w == "abc3":
            c = 1
        p.y = w
""",
    scope,
)
computed, given, text = scope["computed"], scope["given"], scope["text"]


def collected(results):
    for turn in range(5):
        floats = [float(i + 1) * 1e250 for i in range(20000)]
        strings = [str(i) + "fill" for i in range(20000)]
        gc.collect(0)
    print(results())


points, first = [Point() for i in range(200)], Point()
for k in range(150):
    computed(first, 2.5, 10)
    given(first, [1.0, 2.5, 3.5])
    text(first, "abcdef")
gc.collect()
gc.collect()
for p in points:
    computed(p, 3.0e10, 10)
collected(lambda: {p.x for p in points})
for p in points:
    given(p, [1e300 * len(points) / 3])
collected(lambda: {p.x for p in points})
for p in points:
    text(p, "xyzuvw")
collected(lambda: {p.y for p in points})
print(double(points[0]) == points[0].x * 2)
