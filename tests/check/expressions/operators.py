# Operators through special methods.
reveal_type(1 + 2)  # N: Revealed type is "builtins.int"
reveal_type(1 + 2.0)  # N: Revealed type is "builtins.float"
reveal_type(1 / 2)  # N: Revealed type is "builtins.float"
reveal_type("a" + "b")  # N: Revealed type is "builtins.str"
reveal_type([1] + [2])  # N: Revealed type is "builtins.list[builtins.int]"
1 + ""  # E: Unsupported operand types for + ("int" and "str")  [operator]
"" + 1  # E: [operator]
-""  # E: Unsupported operand type for unary - ("str")  [operator]
reveal_type(1 < 2)  # N: Revealed type is "builtins.bool"
1 < ""  # E: Unsupported operand types for < ("int" and "str")  [operator]
1 == ""
reveal_type(not 1)  # N: Revealed type is
reveal_type((1, "a") + (2.0,))  # N: Revealed type is "tuple[builtins.int, builtins.str, builtins.float]"
1 in [1]
1 in 2  # E: Unsupported right operand type for in ("int")  [operator]


class Vector:
    def __init__(self, x: float) -> None:
        self.x = x

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x)

    def __mul__(self, factor: float) -> "Vector":
        return Vector(self.x * factor)

    def __rmul__(self, factor: float) -> "Vector":
        return self * factor

    def __neg__(self) -> "Vector":
        return Vector(-self.x)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and other.x == self.x


v = Vector(1)
reveal_type(v + v)  # N: Vector
reveal_type(v * 2)  # N: Vector
reveal_type(2 * v)  # N: Vector
reveal_type(-v)  # N: Vector
v + 1  # E: [operator]
v += v
v += 1  # E: [operator]


def optional(n: int | None) -> int:
    n + 1  # E: [operator]
    return n or 0
