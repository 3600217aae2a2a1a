# What a loop does to a variable is an error for what the variable was before it: the error must not hide itself by making the variable unknown.
from collections.abc import AsyncIterator


class Node:
    next: "Node | None" = None
    value: int = 0


def augmented(xs: list[str]) -> int:
    total = 0
    for x in xs:
        total += x  # E: Unsupported operand types for + ("int" and "str") [operator]
    reveal_type(total)  # N: Revealed type is "builtins.int"
    return total


def in_branch(xs: list[int]) -> int:
    total = 0
    for x in xs:
        if x:
            total = total + None  # E: [operator]
        elif x > 1:
            total += x
        else:
            continue
    return total


def method(text: str) -> str:
    while text:
        text = text.stripp()  # E: [attr-defined]
    return text


def attribute(node: Node) -> None:
    current = node
    while current:
        current = current.nxt  # E: [attr-defined]


def optional(node: Node | None) -> int:
    current = node
    while True:
        current = current.next  # E: [union-attr]
    return 0


def narrowing(node: Node) -> Node:
    current = node
    for _ in range(3):
        current = current.next  # E: Item "None" of "Node | None" has no attribute "next" [union-attr]
    reveal_type(current)  # N: Revealed type is "loop_errors.Node | None"
    return current  # E: [return-value]


def guarded(node: Node | None) -> int:
    total = 0
    while node is not None:
        total += node.value
        node = node.next
    return total


def call(n: int) -> int:
    while n < 10:
        n = abs(str(n))  # E: [arg-type]
    return n


def two(xs: list[int]) -> tuple[int, str]:
    number, text = 0, ""
    for x in xs:
        for y in xs:
            number += text  # E: [operator]
            text = text + str(y)
        text += x  # E: [operator]
    return number, text


async def asynchronous(items: AsyncIterator[str]) -> int:
    count = 0
    async for item in items:
        count += item  # E: [operator]
    return count


def ignored(node: Node) -> str:
    current = node
    while current:
        current = current.other  # type: ignore
        reveal_type(current)  # N: Revealed type is "Any"
    return current.whatever


def elsewhere(nodes: list[Node]) -> int:
    found = None
    for node in nodes:
        found = node.other  # E: [attr-defined]
    return found.value


def unannotated(node):
    current = Node()
    while current.value < 3:
        current = current.parent
    return current


reveal_type(unannotated(1))  # N: Revealed type is "Any"
