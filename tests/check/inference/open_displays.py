"""A display of mixed types that nothing is expected of: what may be put in later is left open; what comes out is the union."""
from typing import assert_type

xs = [1, "a"]
assert_type(xs, list[int | str])
xs.append(None)
xs.extend([2.5, None])
xs += [b""]
xs[0] = None
xs.insert(0, xs)
d = {"a": 1, "b": "x"}
assert_type(d, dict[str, int | str])
d["c"] = None
d.update({"c": None})
d.update(c=None)
d.update([("c", None)])
d |= {"q": [1]}
d.setdefault("k", 2.5)
d[1] = 2  # E: [index]
s = {1, "a"}
s.add(2.5)
nested = {"x": {"a": 1}, "y": [1]}
nested["z"] = 3
pairs = [("a", 1), ("b", None)]
pairs.append((1, 2))

wide: list[object] = xs
same: list[int | str] = xs
narrow: list[int] = xs  # E: [assignment]

for x in xs:
    x.upper()  # E: [union-attr]
first = xs[0]
assert_type(first, int | str)
first.upper()  # E: [union-attr]

def takes(first: list[int | str], second: list[int | str | None], third: list[str]) -> None: ...

takes(xs, xs, xs)  # E: [arg-type]

class A: ...
class B(A): ...
class C(A): ...

both = [B(), C()]
both.append(A())

class Options:
    values = {"a": 1, "b": None}

    def __init__(self) -> None:
        self.data = [1, "x"]
        self.one = self.data[0]

    def method(self) -> None:
        self.values["c"] = "s"
        self.data.append(2.5)

class More(Options):
    values = {"c": [1]}

# What is declared, or of one type, is not open.
ys: list[int | str] = [1, "a"]
ys.append(None)  # E: [arg-type]
zs = [1, 2]
zs.append("a")  # E: [arg-type]
ws = [A(), B()]
ws.append(1)  # E: [arg-type]

def expected() -> dict[str, int | str]:
    result: dict[str, int | str] = {"a": 1}
    result["b"] = None  # E: [assignment]
    return {"a": 1, "b": None}  # E: [dict-item]
