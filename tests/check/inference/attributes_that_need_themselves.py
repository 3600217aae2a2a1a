# Attributes and module variables whose later values are made from themselves: their type is found in rounds, and errors in it do not hide themselves.
from __future__ import annotations

from collections.abc import Callable


class Node:
    def __init__(self, value: int, next: Node | None = None) -> None:
        self.value = value
        self.next = next


def twice(x: int) -> int:
    return 2 * x


class Counter:
    def __init__(self, head: Node | None) -> None:
        self.count = 0
        self.mean = 0
        self.label = "a"
        self.other = "a"
        self.head = head
        self.last = None
        self.pair = (0, "")
        self.items = [1]
        self.first, self.second = 0, "a"
        self.odd = 1
        self.even = "a"
        self.nested = [1]
        self.step: Callable[[int], int] = twice

    def advance(self, new: Node) -> None:
        reveal_type(self.count)  # N: Revealed type is "builtins.int"
        self.count = self.count + 1
        self.count = max(self.count - 1, 0)
        self.mean = self.mean + 0.5
        self.label = self.label + 1  # E: [operator]
        self.pair = (self.pair[0] + 1, self.pair[1] + "b")
        self.items = self.items + [2]
        self.items = [x for x in self.items if x]
        if self.head:
            self.head = self.head.next
        self.last = self.last.next if self.last else new
        self.step = self.step
        self.nested = [self.nested]
        self.odd = len(self.even) + self.odd
        self.even = str(self.odd) + self.even

    def swap(self) -> None:
        self.first, self.second = self.first + 1, self.second + "b"
        self.other = self.other.missing()  # E: [attr-defined]
        for _ in range(3):
            self.other = self.other.absent()  # E: [attr-defined]

    def look(self) -> None:
        reveal_type(self.count)  # N: Revealed type is "builtins.int"
        reveal_type(self.mean)  # N: Revealed type is "builtins.int | builtins.float"
        reveal_type(self.label)  # N: Revealed type is "builtins.str"
        reveal_type(self.other)  # N: Revealed type is "builtins.str"
        reveal_type(self.head)  # N: Revealed type is "attributes_that_need_themselves.Node | None"
        reveal_type(self.last)  # N: Revealed type is "None | attributes_that_need_themselves.Node"
        reveal_type(self.pair)  # N: Revealed type is "tuple[builtins.int, builtins.str]"
        reveal_type(self.items)  # N: Revealed type is "builtins.list[builtins.int]"
        reveal_type(self.first)  # N: Revealed type is "builtins.int"
        reveal_type(self.second)  # N: Revealed type is "builtins.str"
        reveal_type(self.odd)  # N: Revealed type is "builtins.int"
        reveal_type(self.even)  # N: Revealed type is "builtins.str"
        reveal_type(self.nested)  # N: Revealed type is "Any"
        self.count.upper()  # E: [attr-defined]


class Unannotated:
    def __init__(self):
        self.node = Node(1)
        self.plain = 0

    def go(self):
        self.node = self.node.parent
        self.plain = self.plain + 1


def use(u: Unannotated) -> None:
    u.node.whatever
    reveal_type(u.plain)  # N: Revealed type is "builtins.int"


level = 0


def deeper() -> int:
    global level
    level = level + 1
    level.foo  # E: [attr-defined]
    return level


reveal_type(deeper())  # N: Revealed type is "builtins.int"
