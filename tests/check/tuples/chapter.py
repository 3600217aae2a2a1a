# The chapter on tuples.
from typing import Any, Generic, Iterable, Literal, Never, NamedTuple, Sequence, Tuple, TypeVar, TypeVarTuple, Unpack, assert_type, Final
import typing

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

t1: tuple[int, ...] = ()
t2: tuple[int, int, ...]  # E: [valid-type]
t3: tuple[...]  # E: [valid-type]
t4: tuple[..., int]  # E: [valid-type]
t5: tuple[int, ..., int]  # E: [valid-type]
t6: tuple[*tuple[str], ...]  # E: [valid-type]
t7: tuple[*tuple[str, ...], ...]  # E: [valid-type]
t8: tuple[()] = ()
t9: tuple[()] = (1,)  # E: [assignment]
t10: tuple = (1, 2, "x")
t11: Tuple[int, str] = (1, "a")
t12: Tuple[()] = ()
t13: Tuple = (1,)
t14: Tuple[int, ...] = (1, 2)
t15: tuple[int, Unpack[tuple[str, ...]], int] = (1, "a", "b", 2)
t16: tuple[int, Unpack[tuple[str, ...]], int] = (1, "a", 1, 2)  # E: [assignment]
t17: tuple[int, str] = (1,)  # E: [assignment]
t18: tuple[int, str] = (1, 2)  # E: [assignment]
t19: tuple[int, str] = (1, "", "")  # E: [assignment]
t20: tuple[*tuple[int, ...]] = (1, 2)

u1: tuple[*tuple[str], *tuple[str]] = ("", "")
u2: tuple[*tuple[str, *tuple[str, ...]]] = ("", "")
u3: tuple[*tuple[str, ...], *tuple[int, ...]]  # E: [valid-type]
u4: tuple[*tuple[str, *tuple[str, ...]], *tuple[int, ...]]  # E: [valid-type]


def func(t: tuple[*Ts]):
    t5: tuple[*tuple[str], *Ts]
    t6: tuple[*tuple[str, ...], *Ts]  # E: [valid-type]
    t7: tuple[*Ts, *Ts]  # E: [valid-type]


# ---- shapes
def shapes(a: tuple[int, *tuple[str]], b: tuple[int, *tuple[str, ...], str], c: tuple[*tuple[int, ...]], d: tuple[int, str], e: tuple[int, ...]):
    assert_type(a, tuple[int, str])
    assert_type(c, tuple[int, ...])
    assert_type(b[0], int)
    assert_type(b[-1], str)
    assert_type(b[1], str)
    assert_type(d[0], int)
    assert_type(d[-1], str)
    assert_type(d[0:1], tuple[int])
    assert_type(d[:], tuple[int, str])
    assert_type(d[::-1], tuple[str, int])
    d[2]  # E: [misc]
    d[-3]  # E: [misc]
    assert_type(e[5], int)
    assert_type(d + d, tuple[int, str, int, str])
    assert_type(d + e, tuple[int, str, *tuple[int, ...]])
    assert_type(e + d, tuple[*tuple[int, ...], int, str])
    assert_type(d * 2, tuple[int, str, int, str])
    assert_type((*d, 1.0), tuple[int, str, float])
    assert_type((*e, ""), tuple[*tuple[int, ...], str])
    assert_type((0, *e, ""), tuple[int, *tuple[int, ...], str])
    x, y = d
    assert_type(x, int)
    assert_type(y, str)
    x2, y2, z2 = d  # E: [misc]
    (x3,) = d  # E: [misc]
    x4, *y4 = d
    assert_type(y4, list[str])
    *x5, y5 = e
    assert_type(x5, list[int])
    assert_type(y5, int)
    x6, y6 = e
    x7, *y7, z7 = b
    assert_type(y7, list[str])
    x8, y8, z8, *w8 = d  # E: [misc]
    for item in d:
        assert_type(item, int | str)
    len(d)
    d[0] = 1  # E: [index]
    del d[0]  # E: [attr-defined]
    assert_type(d.count(1), int)
    assert_type(tuple(d), tuple[int | str, ...])
    1 in d
    d < d
    d == e
    hash(d)
    [p, q] = d
    assert_type(q, str)


# ---- compatibility
def compat(t1: tuple[int], t2: tuple[int, ...], t3: tuple[Any, ...], ii: tuple[int, int], b: tuple[bool, int], empty: tuple[()], mixed: tuple[int, *tuple[str, ...]], more: tuple[int, *tuple[int, ...]]):
    v1: tuple[int, ...] = t1
    v2: tuple[Any, ...] = t1
    v3: tuple[int] = t2  # E: [assignment]
    v4: tuple[Any, ...] = t2
    v5: tuple[float, float] = t3
    v6: tuple[int, *tuple[str, ...]] = t3
    v7: tuple[float, complex] = ii
    v8: tuple[int, ...] = empty
    v9: tuple[int, ...] = more
    v10: tuple[int, *tuple[int, ...]] = t2  # E: [assignment]
    v11: Sequence[int | str] = mixed
    v12: Sequence[object] = mixed
    v13: Sequence[int] = mixed  # E: [assignment]
    v14: Sequence[Never] = empty
    v15: Sequence[int] = t2
    v16: tuple[int, int] = b
    v17: tuple[bool, bool] = ii  # E: [assignment]
    v18: Iterable[int] = ii
    v19: tuple[int, str] = mixed  # E: [assignment]
    v20: tuple[int, *tuple[Any, ...], str] = (1, 2, 3, "x")
    v21: tuple[object, ...] = mixed
    v22: tuple[int, ...] | None = ii
    v23: object = ii
    v24: list[int] = ii  # E: [assignment]
    v25: tuple[int, int] | tuple[str] = ("a",)
    v26: tuple[int, int] | tuple[str] = (1, "a")  # E: [assignment]
    v27: tuple[int, *tuple[str, ...], int] = ii
    v28: tuple[int, *tuple[str, ...], str] = (1,)  # E: [assignment]


def any_part(a: tuple[int, *tuple[Any, ...]], b: tuple[int, str], c: tuple[int, *tuple[Any, ...], str]):
    v1: tuple[int, str] = a
    v2: tuple[int, *tuple[Any, ...]] = b
    v3: tuple[int, str, str] = c
    v4: tuple[int] = c  # E: [assignment]
    v5: tuple[str, str] = a  # E: [assignment]


# ---- length narrowing
def lengths(val: tuple[int] | tuple[str, str] | tuple[int, *tuple[str, ...], int]):
    if len(val) == 1:
        assert_type(val, tuple[int])
    if len(val) == 2:
        assert_type(val, tuple[str, str] | tuple[int, int])
    if len(val) == 3:
        assert_type(val, tuple[int, str, int])
    if len(val) != 1:
        assert_type(val, tuple[str, str] | tuple[int, *tuple[str, ...], int])
    if 1 == len(val):
        assert_type(val, tuple[int])


def lengths2(v: tuple[int, ...], w: tuple[int] | tuple[int, int] | tuple[int, int, int]):
    if len(v) == 0:
        assert_type(v, tuple[()])
    elif len(v) == 2:
        assert_type(v, tuple[int, int])
        a, b = v
    else:
        assert_type(v, tuple[int, *tuple[int, ...]])
    if len(w) >= 2:
        assert_type(w, tuple[int, int] | tuple[int, int, int])
    else:
        assert_type(w, tuple[int])
    if len(w) < 3:
        assert_type(w, tuple[int] | tuple[int, int])
    if len(w) > 2:
        assert_type(w, tuple[int, int, int])
    if len(w) <= 1:
        assert_type(w, tuple[int])
    else:
        assert_type(w, tuple[int, int] | tuple[int, int, int])
    if not v:
        assert_type(v, tuple[()])
    if v:
        v[0]
    match v:
        case ():
            assert_type(v, tuple[()])
        case (x,):
            assert_type(v, tuple[int])
        case (x, y):
            assert_type(v, tuple[int, int])
        case (x, *rest):
            assert_type(rest, list[int])


def lengths3(v: tuple[int, *tuple[str, ...]]):
    if len(v) >= 2:
        v[1]
    if len(v) < 1:
        assert_type(v, Never)
    if len(v) < 2:
        assert_type(v, tuple[int])
    if len(v) <= 2:
        assert_type(v, tuple[int] | tuple[int, str])
    if len(v) > 1:
        assert_type(v, tuple[int, str, *tuple[str, ...]])
    if len(v) == 0:
        assert_type(v, Never)
    if 2 <= len(v):
        assert_type(v, tuple[int, str, *tuple[str, ...]])
    N: Final = 2
    if len(v) == N:
        assert_type(v, tuple[int, str])


def expand(subj: tuple[int | str, int | str]):
    match subj:
        case x, str():
            assert_type(subj, tuple[int | str, str])
        case y:
            assert_type(subj, tuple[int | str, int])


def expand2(subj: tuple[int | str, ...]):
    match subj:
        case (int(), str()):
            assert_type(subj, tuple[int, str])
        case (a, b, c):
            assert_type(c, int | str)
        case _:
            pass


def expand3(subj: tuple[Literal["a"], int] | tuple[Literal["b"], str]):
    if subj[0] == "a":
        assert_type(subj, tuple[Literal["a"], int])
    else:
        assert_type(subj, tuple[Literal["b"], str])
    tag, value = subj
    match subj:
        case ("a", v):
            assert_type(v, int)
        case (_, v):
            assert_type(v, str)


def expand4(subj: tuple[int, None] | tuple[None, str]):
    if subj[0] is None:
        assert_type(subj, tuple[None, str])
    else:
        assert_type(subj, tuple[int, None])


# ---- subclasses of tuple
class Pair(tuple[int, str]):
    def __new__(cls, a: int, b: str): ...


def pair(p: Pair):
    a, b = p
    assert_type(a, int)
    assert_type(p[1], str)
    v: tuple[int, str] = p
    w: tuple[int, int] = p  # E: [assignment]


class Vector(tuple[T, ...], Generic[T]): ...


def vector(v: Vector[int]):
    assert_type(v[0], int)
    for i in v:
        assert_type(i, int)


def union_items(x: tuple[int | str], y: tuple[int] | tuple[str]):
    a: tuple[int] | tuple[str] = x
    b: tuple[int | str] = y


def ret() -> tuple[int, str]:
    if t1:
        return 1, "a"
    elif t10:
        return 1, 2  # E: [return-value]
    return (1,)  # E: [return-value]


def varargs(*args: *tuple[int, str]) -> None:
    assert_type(args, tuple[int, str])


varargs(1, "a")
varargs(1)  # E: [call-arg]
varargs(1, 2)  # E: [arg-type]
varargs(*(1, "a"))


def varargs2(*args: *tuple[int, *tuple[str, ...]]) -> None: ...


varargs2(1)
varargs2(1, "a", "b")
varargs2("a")  # E: [arg-type]
varargs2(1, 2)  # E: [arg-type]
varargs2()  # E: [call-arg]
