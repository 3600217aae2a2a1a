# python3.12: Classes of weakref and multiprocessing take types in brackets when a program runs, and what that gives takes weak references.
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.queues
import types
import weakref


class Node:
    def __init__(self) -> None:
        self.parents: weakref.WeakSet[Node] = weakref.WeakSet()

    def link(self, other: "weakref.ref[Node]") -> weakref.ref["Node"]:
        return other


KINDS: list[object] = [weakref.ref[Node], weakref.ReferenceType[Node], weakref.WeakMethod[Node], weakref.WeakSet[Node], weakref.WeakKeyDictionary[Node, int],
                       weakref.WeakValueDictionary[str, Node], weakref.KeyedRef[str, Node]]
for kind in KINDS:
    print(str(kind).replace("_weakrefset", "weakref"), isinstance(kind, types.GenericAlias), weakref.ref(kind)() is kind)  # type: ignore
for name in "queues.Queue", "queues.SimpleQueue", "pool.ApplyResult", "managers.ValueProxy":
    module, _, cls = name.partition(".")
    print(getattr(getattr(multiprocessing, module), cls)[int])
node = Node()
print(node.link(weakref.ref(node))() is node, weakref.WeakSet[Node]([node]) == {node}, Node.link.__annotations__)


async def numbers():
    yield 1


print(types.AsyncGeneratorType[int, str])
