"""Fields of named tuples: what the descriptors are, and do with tuples too short for them."""
from collections import namedtuple
import pickle, copy
from typing import NamedTuple
P = namedtuple("P", "x y")
print(P.x, P.x.__doc__, type(P.x).__name__)
P.x.__doc__ = "the x"; print(P.x.__doc__)
p = P(1, 2)
for q in [p, P(3, 4), tuple.__new__(P, (1,)), tuple.__new__(P, ())]:
    for name in ("x", "y"):
        try: print(getattr(q, name), end=" ")
        except Exception as e: print(type(e).__name__, e, end=" ")
    try: print(q.x, q.y)
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: setattr(p, "x", 1), lambda: delattr(p, "x"), lambda: P.x.__get__((5, 6)), lambda: P.x.__get__([5]), lambda: P.__dict__["y"].__get__(p), lambda: P.x.__set__(p, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Q(P):
    def __getitem__(self, i): return "item"
    def __getattr__(self, n): return "missing " + n
q = Q(7, 8); q.z = 9
print(q.x, q.y, q.z, q.w, q[0], repr(q))
class N(NamedTuple):
    a: int
    b: str = "b"
n = N(5)
print(n.a, n.b, N.a, n._asdict(), n._replace(b="c"), N.__doc__, N._field_defaults)
print(pickle.loads(pickle.dumps(n)) == n, copy.deepcopy(p), P._fields, P.__match_args__)
def total(items):
    t = 0
    for i in items: t += i.x
    return t
print(total([P(1, 2)] * 5 + [Q(1, 2)] * 5 + [P(2, 3)] * 5))
try: total([P(1, 1)] * 5 + [tuple.__new__(P, ())])
except IndexError as e: print(e)
match p:
    case P(x=1, y=yy): print("matched", yy)
import inspect
print(inspect.isdatadescriptor(P.x), callable(P.x), hasattr(P.x, "__set__"), P.x.__reduce__()[1])
