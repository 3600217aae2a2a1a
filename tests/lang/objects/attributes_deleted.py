# del obj.x of any attribute, first, last, in the middle: order, values, classes and slots, many at once.
import gc
import itertools


class P:
    pass


class Q:
    __slots__ = ("s", "__dict__")


def fresh(cls, names):
    obj = cls()
    for n, name in enumerate(names):
        setattr(obj, name, [n, name])
    return obj


for cls in P, Q:
    for count in range(1, 6):
        names = "abcde"[:count]
        for order in itertools.permutations(names):
            obj = fresh(cls, names)
            if cls is Q:
                obj.s = "slot"
            left = list(names)
            for name in order:
                delattr(obj, name)
                left.remove(name)
                assert list(obj.__dict__) == left if count < 4 else list(vars(obj)) == left
                for each in left:
                    assert getattr(obj, each) == [names.index(each), each]
                assert not hasattr(obj, name)
            if cls is Q:
                assert obj.s == "slot"
print("orders")


def rotate(obj, times):
    for _ in range(times):
        value = obj.a
        del obj.a
        obj.a = value + 1
    return list(vars(obj).items())


obj = P()
obj.a, obj.b, obj.c = 0, "b", "c"
print(rotate(obj, 1), rotate(obj, 1000))


class Node:
    def __init__(self, key):
        self.key, self.parent, self.left, self.right = key, None, None, None

    def clear(self):
        del self.parent
        return self.key, self.left, self.right, hasattr(self, "parent")


nodes = [Node(n) for n in range(1000)]
for n, node in enumerate(nodes):
    node.left, node.right = [n], (n, n)
gc.collect()
print(all(node.clear() == (n, [n], (n, n), False) for n, node in enumerate(nodes)))
for node in nodes:
    node.parent = nodes
print(list(vars(nodes[5])), nodes[5].parent is nodes)

try:
    del nodes[0].nothing
except AttributeError as error:
    print(error)
many = fresh(P, [f"n{i}" for i in range(60)])
for i in (0, 59, 30, 31, 5):
    delattr(many, f"n{i}")
print(len(vars(many)), many.n1, many.n58, list(vars(many))[:6])


def other_orders(seed, count):
    kept = []
    for n in range(count):
        obj = fresh(P, "abcdefgh")
        for name in "abcdefgh":
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            if seed >> 16 & 1:
                value = getattr(obj, name)
                delattr(obj, name)
                setattr(obj, name, value)
        kept.append(obj)
    return kept


objects = other_orders(7, 3000)
print(all(sorted(vars(o)) == list("abcdefgh") and o.c == [2, "c"] for o in objects), "".join(vars(objects[17])))


class WithDefault:
    x = "class"

    def __init__(self):
        self.x, self.y = "own", "y"


obj = WithDefault()
del obj.x
print(obj.x, obj.y, vars(obj))
