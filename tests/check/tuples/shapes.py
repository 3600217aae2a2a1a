# Tuples know their shape.
t = (1, "a", 2.5)
reveal_type(t[0])  # N: Revealed type is "builtins.int"
reveal_type(t[-1])  # N: Revealed type is "builtins.float"
reveal_type(t[0:2])  # N: Revealed type is "tuple[builtins.int, builtins.str]"
t[3]  # E: Tuple index out of range  [misc]
a, b, c = t
reveal_type(b)  # N: Revealed type is "builtins.str"
a, b = t  # E
first, *rest = t
reveal_type(rest)  # N: Revealed type is "builtins.list[builtins.str | builtins.float]"
u: tuple[int, ...] = (1, 2)
reveal_type(u[5])  # N: Revealed type is "builtins.int"
v: tuple[int, *tuple[str, ...]] = (1, "a", "b")
w: tuple[int, *tuple[str, ...]] = ("a",)  # E: [assignment]
x: tuple[int] = (1, 2)  # E: [assignment]
y: tuple[()] = ()
for item in (1, "a"):
    reveal_type(item)  # N: Revealed type is "builtins.int | builtins.str"
z = (*t, True)
reveal_type(z)  # N: Revealed type is "tuple[builtins.int, builtins.str, builtins.float, builtins.bool]"
