# typhon-only: typing_extensions is no part of CPython
import typing_extensions as te
print([n for n in te.__all__ if not hasattr(te, n)])
print(te.Format.STRING, te.type_repr(int), te.type_repr(te.Sentinel), te.Sentinel("X"), te.NoExtraItems)
def f(a: int, b: "str") -> None: ...
print(te.get_annotations(f), te.get_annotations(f, format=te.Format.STRING), te.get_annotations(f, eval_str=True))
print(te.evaluate_forward_ref(te.ForwardRef("int")), te.evaluate_forward_ref(te.ForwardRef("f"), owner=f) is f)
@te.disjoint_base
class C: ...
print(C.__disjoint_base__, isinstance(open("/dev/null"), te.Reader), isinstance(3, te.Writer))
