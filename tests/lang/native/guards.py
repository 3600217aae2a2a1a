# typhon-only: values that come into annotated code in loops that run as machine code, after others of the same place
import json


class Node:
    def __init__(self, value: int, next: "Node | None" = None) -> None:
        self.value = value
        self.next = next
        self.ready: bool = False
        self.weight: float = 1.0
        self.label: str = ""
        self.items: list[int] = []


class Leaf(Node):
    pass


class Deep(Leaf):
    def __init__(self, value: int) -> None:
        super().__init__(value)
        self.extra = value


def tell(what, function, *arguments):
    try:
        print(what, function(*arguments))
    except TypeError as error:
        print(what, "TypeError:", error)


class Task:
    def run(self, amount: int, node: Node) -> int:
        return amount + node.value


class Twice(Task):
    def run(self, amount: int, node: Node) -> int:
        return amount * 2 + node.value


class Texted(Task):
    def run(self, amount: str, node: Node) -> int:  # type: ignore[override]
        return len(amount)


class Other(Task):
    def run(self, amount: int, node: Node, more: int = 1) -> int:
        return amount * 3 + node.value + more


def run_all(tasks: list[Task], node: Node) -> int:
    total = 0
    for amount in range(30):
        for task in tasks:
            total += task.run(amount, node)
    return total


def plain(kind, value):  # whose calls promise nothing
    return kind(value)


tasks: list[Task] = [Task(), Twice(), Other(), Twice()]
tell("tasks", run_all, tasks, plain(Node, 5))  # whose calls are the first that promise anything
tell("tasks", run_all, tasks, plain(Leaf, 5))


class Texts(str):
    pass


class Rows(list):
    pass


def anything(text: str):
    return json.loads(text)


def floats(rows: list) -> float:
    total = 0.0
    for row in rows:
        for k in range(len(row)):
            number: float = row[k]
            total += number * 2.0
    return total


def late(values: list) -> float:
    total = 0.0
    for value in values:
        number: float = value
        a = "a"
        b = a
        c = b
        d = c
        if number < 1:
            total += len(d)
    return total


def ints(values: list) -> int:
    total = 0
    for value in values:
        number: int = value
        total = (total + number) % 1000003
    return total


def lengths(values: list) -> int:
    total = 0
    for value in values:
        text: str = value
        total += len(text)
    return total


def sums(tables: list) -> int:
    total = 0
    for table in tables:
        row: list = table
        total += row[0]
    return total


def chain(nodes: list) -> int:
    total = 0
    for item in nodes:
        node: Node = item
        total += node.value
    return total


def truths(values: list) -> int:
    total = 0
    for value in values:
        truth: bool = value
        if truth:
            total += 1
    return total


def perhaps(nodes: list) -> int:
    total = 0
    for item in nodes:
        node: Node | None = item
        if node is not None:
            total += node.value
    return total


def either(values: list) -> int:
    total = 0
    for item in values:
        value: Node | int = item
        total += value if isinstance(value, int) else value.value
    return total


def returned(value) -> int:
    return value


def returned_text(value) -> str:
    return value


def store_ready(node: Node, values: list) -> int:
    for value in values:
        node.ready = value
    return int(node.ready)


def store_weight(node: Node, values: list) -> float:
    for value in values:
        node.weight = value
    return node.weight


def store_label(node: Node, values: list) -> str:
    for value in values:
        node.label = value
    return node.label


def store_items(node: Node, values: list) -> int:
    for value in values:
        node.items = value
    return len(node.items)


def store_next(node: Node, values: list) -> int:
    for value in values:
        node.next = value
    return 0 if node.next is None else node.next.value


def put_ready(node, values):
    for value in values:
        node.ready = value


def put_weight(node, values):
    for value in values:
        node.weight = value


def put_label(node, values):
    for value in values:
        node.label = value


def put_items(node, values):
    for value in values:
        node.items = value


def put_next(node, values):
    for value in values:
        node.next = value


class Holder:
    def __init__(self, next: Node | None) -> None:
        self.next = next
        self.value = 1


def put_known(node, holders):
    for holder in holders:
        holder.value += 1  # what it is is known now
        node.next = holder


HUGE = 1 << 80
EXTREME = 1e300 * 1e5
for turn in range(2):
    tell("floats", floats, [[0.5, 1.5]] * 40)
    tell("ints among floats", floats, [[0.5, 1, True, 2.5]] * 40)
    tell("float objects", floats, [[1e300, 1e-300, EXTREME, -0.0]] * 3)
    tell("a large int", floats, [[0.5, HUGE]] * 3)
    tell("text for a float", floats, [[0.5]] * 40 + [anything('["x"]')])
    tell("None for a float", floats, [[0.5]] * 40 + [[None]])
    tell("late", late, [0.5, 1.5] * 200 + [HUGE, 1, True])
    tell("ints", ints, list(range(60)))
    tell("bools", ints, [1, True, False] * 20)
    tell("large ints", ints, [1, HUGE, -HUGE + 5] * 20)
    tell("float for an int", ints, [1] * 50 + [1.5])
    tell("truths", truths, [True, False, True] * 30)
    for wrong in (1, 0, None, "", 0.0, HUGE, NotImplemented, ...):
        tell("no truth", truths, [True, False] * 30 + [wrong])
    tell("texts", lengths, ["a", "bc", "\N{SNOWMAN}"] * 20)
    tell("texts of a class", lengths, ["a"] * 30 + [Texts("four")] * 30)
    tell("bytes for a text", lengths, ["a"] * 50 + [b"x"])
    tell("lists", sums, [[1], [2]] * 20)
    tell("lists of a class", sums, [[1]] * 30 + [Rows([5])] * 30)
    tell("a tuple for a list", sums, [[1]] * 50 + [(1,)])
    tell("nodes", chain, [Node(n) for n in range(40)])
    tell("nodes of classes", chain, [Node(1), Leaf(2), Deep(3)] * 20)
    tell("a dict for a node", chain, [Node(1)] * 50 + [anything('{"value": 1}')])
    tell("None for a node", chain, [Leaf(1)] * 50 + [None])
    tell("perhaps", perhaps, [Node(1), None, Deep(3), Leaf(2)] * 20)
    tell("text for perhaps", perhaps, [Node(1), None] * 20 + ["x"])
    tell("either", either, [Node(1), 5, Leaf(2), True, HUGE] * 20)
    tell("float for either", either, [Node(1), 5] * 20 + [0.5])
    for value in [1, True, HUGE, 2] * 20:
        returned(value)
    tell("returned", returned, 5)
    tell("float returned", returned, 0.5)
    for value in ["a", Texts("b")] * 20:
        returned_text(value)
    tell("int returned as text", returned_text, 5)
    node = Node(1)
    for target in (node, Leaf(2), Deep(3), node):
        tell("ready", store_ready, target, [True, False] * 20 + [True])
        tell("ready, not a bool", store_ready, target, [True] * 30 + [2])
        tell("weight", store_weight, target, [0.5, 1, True, 1e300] * 20)
        tell("weight, not a number", store_weight, target, [0.5] * 30 + ["x"])
        tell("label", store_label, target, ["a", Texts("b"), ""] * 20)
        tell("label, None", store_label, target, ["a"] * 30 + [None])
        tell("items", store_items, target, [[1], Rows([1, 2])] * 20)
        tell("items, a tuple", store_items, target, [[1]] * 30 + [(1,)])
        tell("next", store_next, target, [None, node, Leaf(5), Deep(6)] * 20)
        tell("next, a number", store_next, target, [None, node] * 20 + [5])
        tell("put ready", put_ready, target, [True, False] * 20 + [2])
        tell("put weight", put_weight, target, [0.5, 1, True, 1e300] * 20 + ["x"])
        tell("put label", put_label, target, ["a", Texts("b"), ""] * 20 + [None])
        tell("put items", put_items, target, [[1], Rows([1, 2])] * 20 + [(1,)])
        tell("put next", put_next, target, [None, node] * 20 + [5])
        tell("put next, of classes", put_next, target, [None, node, Leaf(5), Deep(6), node] * 20 + [target.items])
        tell("put known", put_known, target, [node, Leaf(5)] * 200 + [Holder(None)] * 300)
        print(target.ready, target.weight, repr(target.label), target.items, target.next is node)


def make(count):  # a store to what has the attribute already, another to what gets it
    class Box:
        content: Node | None
        size: int

        def __init__(self, content, size):
            self.content = content
            self.size = size

    boxes = [Box(Node(n), n) for n in range(count)]
    for box in boxes:
        box.content = None if box.size % 2 else Leaf(box.size)
    return sum(box.content.value for box in boxes if box.content), Box


total, Box = make(40)
print(total)
tell("box", lambda: Box(Leaf(1), 5).size)
tell("box of text", Box, "text", 5)
tell("box of a text's size", Box, None, "5")


# the same guards as the others, but another function by then: its guards hold
Twice.run = lambda self, amount, node: amount + len(str(amount))
print(run_all(tasks, Node(5)))


def strict(self, amount: str, node: Node) -> int:
    return len(amount)


setattr(Task, "run", strict)
tell("another signature", run_all, tasks, Node(5))
tell("another signature", run_all, tasks, Node(5))  # it has been looked at
tell("a class's own", run_all, [Twice()] * 20 + [Texted()], Node(5))


# one store meets objects of several classes
class Part:
    number: int
    weight: float
    name: str
    next: "Part | None"

    def __init__(self, number):
        self.number = number
        self.weight = 0.5
        self.name = "part"
        self.next = None


class Left(Part):
    pass


class Right(Part):
    def __init__(self, number):
        self.side = "right"
        super().__init__(number)


class Free:
    pass


def put(parts, number, weight, name, next):
    for part in parts:
        part.number = number
        part.weight = weight
        part.name = name
        part.next = next
    return parts[0].number, parts[1].weight, parts[2].name, parts[3].next is None


parts = [Part(1), Left(2), Right(3), Free()] * 20
for turn in range(3):
    tell("put", put, parts, turn, 1.5, "x", None)
    tell("put", put, parts, True, 2, "", parts[turn])
for attribute, wrong in {"number": 0.5, "weight": "x", "name": None, "next": Free()}.items():
    good = {"number": 1, "weight": 2.5, "name": "n", "next": None}
    for turn in range(2):
        tell("good", put, parts, *good.values())
    good[attribute] = wrong
    for shift in range(4):  # each kind is the first
        tell(attribute, put, parts[3:4] * 6 + parts[shift:], *good.values())
