# Attributes of generic classes through the class (specification, "Instantiating generic classes and type erasure").
from typing import Generic, TypeVar
T = TypeVar("T")
class Node(Generic[T]):
    label: T
    count: int = 0
    def __init__(self, label: T | None = None) -> None: ...
    def method(self) -> T: ...  # type: ignore
    @classmethod
    def make(cls) -> "Node[T]":
        cls.count
        return cls()
reveal_type(Node(""))  # N: Revealed type is "class_access.Node[builtins.str]"
reveal_type(Node[int]())  # N: Revealed type is "class_access.Node[builtins.int]"
reveal_type(Node())  # N: Revealed type is "class_access.Node[Any]"
Node(0)
Node[int](0)
Node[int]("")  # E: [arg-type]
Node[int].label = 1  # E: [misc]
Node[int].label  # E: [misc]
Node.label = 1  # E: [misc]
Node.label  # E: [misc]
n1 = Node(3)
type(n1).label  # E: [misc]
reveal_type(n1.label)  # N: Revealed type is "builtins.int"
reveal_type(Node[int]().label)  # N: Revealed type is "builtins.int"
Node.count
Node[int].count
Node.method
