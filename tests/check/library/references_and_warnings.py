# weakref, warnings, traceback: what their functions give.
import traceback
import warnings
import weakref
from typing import Callable, assert_type


class Node:
    def method(self, x: int) -> str: ...


node = Node()
reference = weakref.ref(node)
assert_type(reference, weakref.ReferenceType[Node])
assert_type(reference(), Node | None)
reference().method(1)  # E: [union-attr]
declared: weakref.ref[Node] = weakref.ref(node, lambda r: print(r()))
wrong: weakref.ref[int] = weakref.ref(node)  # E: [assignment]
values: weakref.WeakValueDictionary[str, Node] = weakref.WeakValueDictionary()
values["a"] = node
values["a"] = 3  # E: [assignment]
assert_type(values.get("a"), Node | None)
assert_type(values["a"], Node)
assert_type(list(values.items()), list[tuple[str, Node]])
keys = weakref.WeakKeyDictionary[Node, int]()
assert_type(keys[node], int)
keys["a"]  # E: [index]
nodes = weakref.WeakSet([node])
assert_type(nodes, weakref.WeakSet[Node])
for one in nodes:
    assert_type(one, Node)
finalizer = weakref.finalize(node, print, "gone", sep="")
assert_type(finalizer.alive, bool)
weakref.finalize(node, len, 3)  # E: [arg-type]
method = weakref.WeakMethod(node.method)
bound = method()
if bound is not None:
    assert_type(bound(1), str)

with warnings.catch_warnings(record=True) as caught:
    assert_type(caught, list[warnings.WarningMessage])
    assert_type(caught[0].category, type[Warning])
with warnings.catch_warnings() as nothing:
    assert_type(nothing, None)
warnings.warn("old", DeprecationWarning, stacklevel=2)
warnings.warn(UserWarning("old"))
warnings.warn(3)  # E: [call-overload]
warnings.simplefilter("ignore")
warnings.simplefilter("igonre")  # E: [arg-type]

try:
    pass
except ValueError as error:
    assert_type(traceback.format_exc(), str)
    assert_type(traceback.format_exception(error), list[str])
    assert_type(traceback.extract_tb(error.__traceback__)[0].lineno, int | None)
    for frame in traceback.extract_stack():
        assert_type(frame.filename, str)
    traceback.print_exc(limit="a")  # E: [arg-type]

# float is what `float | int` is.
def promoted(x: float, y: list[float | int], z: complex | float) -> None:
    assert_type(x, float | int)
    assert_type(y, list[float])
    assert_type(z, complex)
    assert_type(x, int)  # E: [assert-type]
    assert_type(z, float)  # E: [assert-type]
