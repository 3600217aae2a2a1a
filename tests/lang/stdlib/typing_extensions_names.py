# typhon-only # unchecked: typing_extensions is no part of CPython; calls that the checker rightly refuses
import typing_extensions as te
print([n for n in te.__all__ if not hasattr(te, n)])
print(te.Format.STRING, te.type_repr(int), te.type_repr(te.Sentinel), te.Sentinel("X"), te.NoExtraItems)
def f(a: int, b: "str") -> None: ...
print(te.get_annotations(f), te.get_annotations(f, format=te.Format.STRING), te.get_annotations(f, eval_str=True))
print(te.evaluate_forward_ref(te.ForwardRef("int")), te.evaluate_forward_ref(te.ForwardRef("f"), owner=f) is f)
@te.disjoint_base
class C: ...
print(C.__disjoint_base__, isinstance(open("/dev/null"), te.Reader), isinstance(3, te.Writer))
import copy, pickle
M = te.sentinel("M")
print(M, M.__name__, M.__module__, copy.copy(M) is M, copy.deepcopy(M) is M, pickle.loads(pickle.dumps(M)) is M, bool(M), M == M, M == te.sentinel("M"))
def given(x: int | M = M) -> int:
    return 0 if x is M else x
print(given(), given(3))
try:
    te.sentinel(3)
except TypeError as e:
    print(e)
try:
    class D(te.sentinel): ...
except TypeError as e:
    print(e)
