# Narrowing by conditions.
def optional(x: int | None) -> int:
    if x is None:
        reveal_type(x)  # N: Revealed type is "None"
        return 0
    reveal_type(x)  # N: Revealed type is "builtins.int"
    return x


def instance(x: int | str | list[int]) -> None:
    if isinstance(x, int):
        reveal_type(x)  # N: Revealed type is "builtins.int"
    elif isinstance(x, str):
        reveal_type(x)  # N: Revealed type is "builtins.str"
    else:
        reveal_type(x)  # N: Revealed type is "builtins.list[builtins.int]"


def truth(x: str | None) -> None:
    if x:
        reveal_type(x)  # N: Revealed type is "builtins.str"
    y = x or "default"
    reveal_type(y)  # N: Revealed type is "builtins.str"
    if not x:
        return
    x.upper()


def loop() -> None:
    x = None
    while True:
        if x is None:
            x = 1
        else:
            reveal_type(x)  # N: Revealed type is "builtins.int"
            x = x + 1


def chain(x: int | None) -> int:
    return x + 1 if x is not None else 0


def attribute() -> None:
    class A:
        value: int | None = None

    a = A()
    a.value + 1  # E: [operator]
    if a.value is not None:
        a.value + 1


def walrus(d: dict[str, int]) -> int:
    if (found := d.get("a")) is not None:
        return found
    return 0
