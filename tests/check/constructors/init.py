# Calling classes.
class Plain:
    pass


class One:
    def __init__(self, n: int) -> None:
        self.n = n


class New:
    def __new__(cls, n: int) -> "New":
        return super().__new__(cls)


class Child(One):
    pass


Plain()
Plain(1)  # E: Too many arguments for "Plain"  [call-arg]
One(1)
One("")  # E: Argument 1 to "One" has incompatible type "str"; expected "int"  [arg-type]
One()  # E: [call-arg]
New(1)
New("")  # E: [arg-type]
reveal_type(Child(1).n)  # N: Revealed type is "builtins.int"


def make(cls: type[One]) -> One:
    return cls(1)


make(Child)
make(Plain)  # E: [arg-type]


def build[T: One](cls: type[T]) -> T:
    return cls(1)


reveal_type(build(Child))  # N: Child
