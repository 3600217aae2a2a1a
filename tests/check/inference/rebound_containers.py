# A name or attribute bound again to a new container: who reads it sees what was put in, who fills it may put in what the first one took. mypy takes the first
# binding's type for all, pyright each one's own: what either accepts is accepted.
from typing import Optional, assert_type


class Base: ...


class Derived(Base):
    def own(self) -> int:
        return 1


class Holder:
    def __init__(self, items: list[Base]) -> None:
        self.items = list(items)

    def reset(self) -> list[Base]:
        self.items = [Derived() for _ in range(3)]
        self.items.append(Base())
        self.items.append("")  # E: [arg-type]
        return self.items


def maybe() -> Optional[list[Base]]:
    return None


def displays(items: list[Base], again: bool) -> list[Base]:
    out = list(items)
    if again:
        out = [Derived() for _ in out]
        assert_type(out, list[Derived])
        out[0].own()
        for item in out:
            item.own()
        out.extend([Base()])
    out.append(Base())
    out.append(1)  # E: [arg-type] # E: [arg-type]
    return out


def every_kind(items: list[Base], again: bool) -> None:
    by_name = {"a": Base()}
    if again:
        by_name = {name: Derived() for name in "ab"}
    by_name["q"] = Base()
    by_name["r"] = 1  # E: [assignment] # E: [assignment]
    one = [Base()]
    if again:
        one = [Derived()]
    one.append(Base())
    unordered = set(items)
    if again:
        unordered = {Derived()}
    unordered.add(Base())
    made = items
    if again:
        made = list(Derived() for _ in "ab")
    made.append(Base())
    if again:
        made = sorted([Derived()], key=str)
    made.append(Base())
    nested = {"a": items}
    if again:
        nested = {"b": [Derived()]}
        nested["b"][0].own()
    nested["b"].append(Base())
    found = maybe()
    if found is None:
        found = [Derived()]
    found.append(Base())
    numbers = [1.5]
    if again:
        numbers = [1, 2]
        numbers[0].bit_length()
    numbers.append(0.5)


def loops(items: list[Base]) -> list[Base]:
    rest = sorted(items, key=str)
    while rest:
        rest = [Derived(), *rest[1:]]
        rest = [Derived()]
        rest += [Base()]
    return rest


def not_new(items: list[Base], others: list[Derived], again: bool) -> list[Base]:
    out = list(items)
    if again:
        out = others
    out.append(Base())  # E: [arg-type]
    return out  # E: [return-value]


def unrelated(again: bool) -> None:
    out = [1]
    if again:
        out = ["a"]
        out.append(1)  # E: [arg-type]
        out[0].upper()
