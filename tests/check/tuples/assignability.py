# Tuples of known and unknown length.
from typing import Any, Iterable, Never, Sequence, TypeAlias, TypeVarTuple, Union, assert_type, Tuple
def func1() -> tuple[int, ...]:
    return 1, 2
def f2(p1: tuple[int, ...], p2: tuple[Any, ...], p3: tuple[float, complex, int]):
    t1: tuple[float, complex] = (1, 2)
    t2: tuple[int] = (1, 2)  # E
    v1: tuple[float, complex, int] = p3
    v2: tuple[float, complex] = p3  # E
    v3: tuple[int, int] = p1  # E
    v4: tuple[int, int] = p2
    v5: tuple[int, ...] = p2
    v6: tuple[Any, ...] = p1
def f3(p1: tuple[int, *tuple[str, ...]], p2: tuple[int, *tuple[str, ...], int], p3: tuple[*tuple[str, ...], int]):
    v1: tuple[int, *tuple[str, ...]] = (1,)
    v2: tuple[int, *tuple[str, ...]] = (1, "", "")
    v3: tuple[int, *tuple[str, ...]] = (1, 1, "")  # E
    v4: tuple[int, *tuple[str, ...], int] = (1, "", 2)
    v5: tuple[int, *tuple[str, ...], int] = (1, "", "")  # E
    v6: tuple[*tuple[str, ...], int] = ("", 1)
    v7: tuple[*tuple[str, ...], int] = (1, "")  # E
    a: tuple[int, str, *tuple[str, ...]] = p1  # E
    b: tuple[int, *tuple[str, ...]] = p2  # E
    assert_type(p1[0], int)
    assert_type(p1[1], str)
def f5(val: tuple[int] | tuple[str, str]):
    if len(val) == 1:
        assert_type(val, tuple[int])
    else:
        assert_type(val, tuple[str, str])
def f6(val: tuple[int, ...] | tuple[str, int]):
    if len(val) == 2:
        assert_type(val, tuple[int, int] | tuple[str, int])
def f7(subj: tuple[int | str, int | str]):
    match subj:
        case x, str():
            assert_type(subj, tuple[int | str, str])
        case y:
            assert_type(subj, tuple[int | str, int])
t20: tuple[int, *tuple[str]] = (1, "")
t21: tuple[int, *tuple[str]] = (1, "", "")  # E
t22: tuple[int, ..., str]  # E
t23: tuple[...]  # E
t24: tuple[..., int]  # E
t25: tuple[int, ..., int, ...]  # E
t26: tuple[*tuple[int], ...]  # E
t27: tuple[*tuple[int, ...], ...]  # E
t28: tuple[*tuple[str], *tuple[str]]
t29: tuple[*tuple[str, ...], *tuple[str, ...]]  # E
t30: tuple[()] = ()
t31: tuple[()] = (1,)  # E
Ts = TypeVarTuple("Ts")
def f9(t: tuple[*tuple[str], *Ts]): ...
def f10(t: tuple[*tuple[str, ...], *Ts]): ...  # E
def f11(a: Sequence[int | str], b: tuple[int, str], c: tuple[int, ...]):
    x: Sequence[int | str] = b
    y: Iterable[int] = c
    z: Sequence[int] = b  # E
    b.count(1)
    b + c
    assert_type(b + (1.0,), tuple[int, str, float])
    for i in b: assert_type(i, int | str)
    q, w = b
    assert_type(q, int)
    q, w, e = b  # E
    (q1, *r1) = b
    assert_type(r1, list[str])
    b[2]  # E
    b[-3]  # E
    assert_type(b[-1], str)
