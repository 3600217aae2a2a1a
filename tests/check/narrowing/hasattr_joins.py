# What hasattr has found to be more is what it was before, behind the branch.
from typing import assert_type


class A:
    size: int


def joined(o: object, p: int, a: A | None) -> object:
    if hasattr(p, "foo"):
        p.foo.bar + 3
        p.bit_length()
    assert_type(p, int)
    p.foo  # E: "int" has no attribute "foo"
    if a is not None and hasattr(a, "extra"):
        a.extra = 3
        assert_type(a.size, int)
    assert_type(a, A | None)
    if hasattr(a, "extra"):
        assert_type(a.size, int) # None has no such subclass
        a.extra
    if hasattr(o, "__len__") and hasattr(o, "foo"):
        x: int = o.foo
        for _ in o:
            o[3] + 3
        return len(o)
    if hasattr(o, "one") or hasattr(o, "two"):
        o.one
        return o
    if not hasattr(o, "bar"):
        o.bar  # E: "object" has no attribute "bar"
        return 1
    o.bar
    return 3


def loops(p: int, things: list[object]) -> int:
    while hasattr(p, "inner"):
        p = p.inner
    for thing in things:
        if hasattr(thing, "close"):
            thing.close()
        thing.close()  # E: "object" has no attribute "close"
    return p
