# Operator methods with annotated results may decline.
class Version:
    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.number == other.number

    def __lt__(self, other: "Version") -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.number < other.number

    def __add__(self, other: "Version | int") -> int:
        return NotImplemented if isinstance(other, Version) else self.number + other

    def __repr__(self) -> str:
        return f"Version({self.number})"


class Same(Version):
    def __eq__(self, other: object) -> bool:
        return super().__eq__(other)


for _ in range(3):  # the second time round the instructions are rewritten
    print(Version(1) == 3, Version(1) != 3, Version(1) == Version(1), Same(1) == "x", Same(1) == Version(1))
    print(sorted([Version(3), Version(1)]), Version(4) + 5)
    try:
        Version(1) < "x"
    except TypeError as error:
        print(error)
    try:
        Version(1) + Version(1)
    except TypeError as error:
        print(error)
