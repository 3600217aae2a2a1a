# filter() by truth and accumulate() of numbers: plain values, scripts' values, errors on the way.
from itertools import accumulate
import operator
class T:
    def __init__(s, v): s.v = v
    def __bool__(s):
        if s.v == 9: raise LookupError
        return bool(s.v)
    def __repr__(s): return f"T{s.v}"
print(list(filter(None, [0, 1, "", "a", None, [], [1], T(0), T(1), 0.0, 2.5, (), {}, {1}, True, False, 2**70, b"", b"x", 0j])))
print(list(filter(bool, iter([T(0), T(0), 1, T(2)]))), list(filter(None, [])), list(filter(None, [T(0)])))
f = filter(None, [1, T(9), 2, T(0), 3])
print(next(f))
try: next(f)
except LookupError: print("LookupError", list(f))
def g():
    yield 0
    yield 5
    raise KeyError
f = filter(None, g())
print(next(f))
try: next(f)
except KeyError: print("KeyError")
print(list(accumulate([1, 2, 3])), list(accumulate([2**61, 2**61, 2**61, -2**63, 1])), list(accumulate([1, 2.5, True, 2])), list(accumulate("abc")), list(accumulate([1, 2], initial=5)), list(accumulate([3, 4, 5], operator.mul)), list(accumulate([])), list(accumulate([-2**62, -1, 1])))
