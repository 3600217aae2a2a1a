import enum
import itertools
import asyncio
from typing import Any, Literal, Sequence, TypedDict, TypeGuard, TypeIs, assert_type, final, Never, assert_never, NoReturn

type Direction = Literal["N", "E", "S", "W"]


def is_direction(x: str) -> TypeIs[Direction]:
    return x in {"N", "E", "S", "W"}


def maybe_direction(x: str) -> None:
    if is_direction(x):
        print(f"{x} is a cardinal direction")
        d: Direction = x
    else:
        print(f"{x} is not a cardinal direction")


def is_positive_int(x: object) -> TypeIs[int]:
    return isinstance(x, int) and x > 0


def is_real_number(x: object) -> TypeIs[int]:
    return isinstance(x, (int, float))


def caller(x: int | str, y: int | float) -> None:
    if is_positive_int(x):
        print(x + 1)
    else:
        print("Hello " + x)
    if is_real_number(y):
        print(y.bit_count())
    else:
        pass


class Point(TypedDict):
    x: int
    y: int


def is_point(obj: object) -> TypeIs[Point]:
    return isinstance(obj, dict) and all(isinstance(key, str) for key in obj) and isinstance(obj.get("x"), int) and isinstance(obj.get("y"), int)


class Base: ...
class Child(Base): ...


@final
class Unrelated: ...


def is_base_typeguard(x: object) -> TypeGuard[Base]:
    return isinstance(x, Base)


def is_base_typeis(x: object) -> TypeIs[Base]:
    return isinstance(x, Base)


def use_typeguard(x: Child | Unrelated) -> None:
    if is_base_typeguard(x):
        assert_type(x, Base)
    else:
        assert_type(x, Child | Unrelated)


def use_typeis(x: Child | Unrelated) -> None:
    if is_base_typeis(x):
        assert_type(x, Child)
    else:
        assert_type(x, Unrelated)


def is_int_list(x: list[Any]) -> TypeGuard[list[int]]:
    return all(isinstance(i, int) for i in x)


def maybe_mutate_list(x: list[Any]) -> None:
    if is_int_list(x):
        x.append(0)


def takes_bool_list(x: list[bool]) -> None:
    maybe_mutate_list(x)
    assert_type(x, list[bool])
    assert all(isinstance(i, bool) for i in x)


def maybe_greet(name: str | None) -> None:
    def set_it_to_none():
        nonlocal name
        name = None

    if name is not None:
        set_it_to_none()
        print("Hello " + name)


def is_int_sequence(x: Sequence[object]) -> TypeIs[Sequence[int]]:
    return all(isinstance(i, int) for i in x)


async def takes_seq(x: Sequence[int | None]):
    if is_int_sequence(x):
        await asyncio.sleep(2)
        print("The total is", sum(x))


async def takes_list(x: list[int | None]):
    t = asyncio.create_task(takes_seq(x))
    await asyncio.sleep(1)
    x.append(None)
    await t


if __name__ == "__main__":
    lst: list[int | None] = [1, 2, 3]
    asyncio.run(takes_list(lst))


def assert_never2(arg: Never) -> Never:
    raise AssertionError("Expected code to be unreachable")


class Op(enum.Enum):
    ADD = 1
    SUBTRACT = 2


def calculate(left: int, op: Op, right: int) -> int:
    match op:
        case Op.ADD:
            return left + right
        case Op.SUBTRACT:
            return left - right
        case _:
            assert_never2(op)


def calculate2(left: int, op: Op, right: int) -> int:
    if op is Op.ADD:
        return left + right
    elif op is Op.SUBTRACT:
        return left - right
    else:
        assert_never(op)


def is_used(street: str, number: int) -> bool: ...


def lowest_unused(street: str) -> int:
    for i in itertools.count(1):
        if not is_used(street, i):
            return i
    assert False, "unreachable"


def lowest_unused2(street: str) -> int:  # E: [return]
    for i in itertools.count(1):
        if not is_used(street, i):
            return i


def fails() -> NoReturn:  # E: [misc]
    print("x")


def fails2(flag: bool) -> Never:
    if flag:
        raise ValueError
    while True:
        pass


def after() -> int:
    fails2(True)
    return "x"


def calc3(op: Op) -> int:
    match op:
        case Op.ADD:
            return 1
        case _:
            assert_never(op)  # E: [arg-type]
