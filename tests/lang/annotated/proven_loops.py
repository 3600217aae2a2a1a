# typhon-only: the variables of loops, counters and functions held in variables are known as far as the checker trusts where they come from, and no further
from typing import Any, Callable, Iterable, Iterator


def show(f: Any, *args: Any) -> None:
    results = []
    for _ in range(4):
        try: results.append(repr(f(*args)))
        except TypeError as e: results.append(str(e))
    print(f.__name__, *dict.fromkeys(results), len(results))


def twice(n: int) -> int: return n * 2
def shown(s: str) -> str: return "<" + s + ">"
def two(a: int, b: str) -> str: return b * a


# ---- loops
def over_range(n: int) -> int: return sum([twice(i) for i in range(n)])
def over_text(s: str) -> str: return "".join(shown(c) for c in s)
def over_bytes(b: bytes) -> int:
    total = 0
    for x in b: total += twice(x)
    return total
def counted(xs: list[str]) -> str:
    text = ""
    for i, x in enumerate(xs): text += two(i, x)
    return text
def counted_from(xs: list[str]) -> int:
    best: int = 0
    for i, _ in enumerate(xs, 5): best = twice(i)
    return best
def assigned_again(n: int, other: Any) -> int:
    total = 0
    for i in range(n):
        total += twice(i)
        i = other
        total += twice(i)
    return total
def of_list(xs: list[int]) -> int:
    total = 0
    for x in xs: total += twice(x)
    return total
def of_any(xs: Any) -> int:
    total = 0
    for x in xs: total += twice(x)
    return total
def of_iterable(xs: Iterable[int]) -> list[int]: return [twice(x) for x in xs]
def both(xs: list[int], n: int) -> int:
    total = 0
    for x in range(n): total += twice(x)
    for x in xs: total += twice(x)
    return total


show(over_range, 4), show(over_text, "abc"), show(over_bytes, b"ab"), show(counted, ["a", "b", "c"]), show(counted_from, ["a", "b"])
show(assigned_again, 2, 5), show(assigned_again, 2, "5"), show(of_list, [1, 2]), show(of_list, [1, "2"]), show(of_any, [1, 2]), show(of_any, ["1"])
show(of_iterable, [1, 2]), show(of_iterable, ["1"]), show(both, [1], 2), show(both, ["1"], 2), show(counted, [1, 2])


def range_of_the_scripts() -> list[int]:
    def range(n: int) -> list[Any]: return ["x"] * n
    return [twice(i) for i in range(2)]
class Texts(str):
    def __iter__(self) -> Iterator[str]: return iter("xyz")
def shadowed(enumerate: Any) -> int:
    for i, _ in enumerate([1]): return twice(i)
    return 0


show(range_of_the_scripts), show(over_text, Texts("abc")), show(shadowed, enumerate), show(shadowed, lambda xs: [("i", 1)])


# ---- counters
def counter(n: int) -> int:
    i = total = 0
    while i < n:
        total += twice(i)
        i += 1
    return total
def by_steps(n: int, step: int) -> int:
    i = total = 0
    while i < n:
        total += twice(i)
        i += step
    return total
def by_any(n: int, step: Any) -> int:
    i = total = 0
    while i < n:
        total += twice(i)
        i += step
    return total
def adds(parts: list[str]) -> str:
    text = ""
    for part in parts: text += part
    return shown(text)


class Amount:
    def __radd__(self, other: object) -> "Amount": return self
    def __lt__(self, other: object) -> bool: return isinstance(other, int)


show(counter, 4), show(by_steps, 4, 2), show(by_any, 4, 2), show(by_any, 4, 1.5), show(by_any, 4, Amount()), show(by_steps, 4, 2.0), show(adds, ["a", "b"]), show(adds, [1])


# ---- functions in variables
Function = Callable[[int], int]
def through(f: Function, n: int) -> int: return f(n) + f(n + 1)
def through_any(f: Callable[..., int], n: int) -> int: return f(n)
def each(fs: list[Function], n: int) -> int:
    for f in fs: n = f(n)
    return n
def with_items(f: Callable[[list[int], str], int], xs: list[int]) -> int: return f(xs, "s")
def counts_items(xs: list[int], s: str) -> int: return len(xs) + len(s)
def counts_texts(xs: list[str], s: str) -> int: return len(xs)
def counts_any(xs: Any, s: Any) -> int: return len(xs) * 100
def gives_text(n: int) -> str: return str(n)
def of_bool(n: bool) -> int: return 1
class Adds:
    def __init__(self, k: int) -> None: self.k = k
    def __call__(self, n: int) -> int: return n + self.k
    def method(self, n: int) -> int: return n - self.k
def decorated(f: Function) -> Function:
    def wrapper(n: int) -> int: return f(n) + 1
    return wrapper
@decorated
def with_decorator(n: int) -> int: return n * 10
def recursive(n: int) -> int: return 0 if n == 0 else with_decorator(n) + recursive(n - 1)


for f in (twice, with_decorator, lambda n: n, lambda *n: len(n), Adds(3), Adds(3).method, abs, gives_text, of_bool, shown, int, len):
    print(getattr(f, "__name__", "instance"), end=" ")
    show(through, f, 4)
show(through_any, twice, 4), show(through_any, shown, 4), show(each, [twice, abs, Adds(1), with_decorator], 3), show(each, [twice, shown], 3)
for g in (counts_items, counts_texts, counts_any, lambda xs, s: 7): show(with_items, g, [1, 2])
show(with_items, counts_items, ["a"]), show(recursive, 3)
