# Values against declared types.
x: int = 3
y: int = ""  # E: Incompatible types in assignment (expression has type "str", variable has type "int")  [assignment]
z: float = 3
w: int = 3.5  # E: [assignment]
a: list[int] = [1, 2]
b: list[int] = [1, ""]  # E: List item 1 has incompatible type "str"; expected "int"  [list-item]
c: list[float] = [1, 2]
d: dict[str, int] = {"a": 1}
e: dict[str, int] = {"a": ""}  # E: Dict entry 0 has incompatible type "str": "str"; expected "str": "int"  [dict-item]
e2: set[int] = {1, ""}  # E: Argument 2 to <set> has incompatible type "str"; expected "int"  [arg-type]
e3: list[list[int]] = [
    [1],
    [2, ""],  # E: [list-item]
]
f: int | None = None
g: str | int = 1.5  # E: [assignment]
h: tuple[int, str] = (1, "a")
i: tuple[int, str] = (1, 2)  # E: [assignment]
j: tuple[int, ...] = (1, 2, 3)
k: tuple[int, ...] = (1, "")  # E: [assignment]
l: set[int] = {1, 2}
m: object = [1]
n: list[object] = [1, ""]
o: list[list[float]] = [[1], [2.5]]
p: complex = 1
x = ""  # E: [assignment]
q, r = 1, "a"
reveal_type(q)  # N: Revealed type is "builtins.int"
s: list[int] = a
t: list[float] = a  # E: [assignment]
print(undefined)  # E: Name "undefined" is not defined  [name-defined]
