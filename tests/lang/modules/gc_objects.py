# gc: what refers to what, and which objects there are (library reference, "gc").
import gc


class Node:
    def __init__(self):
        self.x = [1]


a = Node()
a.self = a
items = [a]
table = {"k": a}
pair = (a, items)
other = [items]

print(sorted(type(o).__name__ for o in gc.get_referents(a)))
print([o is a for o in gc.get_referents(items)], gc.get_referents(1, 2.5), gc.get_referents())
print(sorted(repr(o) for o in gc.get_referents({(1,): [2], (2, 3): (2,)}, [[]]) if gc.is_tracked(o) or type(o) is tuple))
found = gc.get_referrers(a)
print(*(any(o is holder for o in found) for holder in (items, table, pair, a, globals(), other)))
found = gc.get_referrers(items)
print(*(any(o is holder for o in found) for holder in (items, table, pair, other)))
print(gc.get_referrers())

objects = gc.get_objects()
print(*(any(o is one for o in objects) for one in (a, items, table, pair, Node, print)), any(type(o) in (str, int, float) for o in objects))
print(*map(gc.is_tracked, (items, a, "x", 1, 2.5, None, [])))
for generation in (3, "1", 1.5):
    try:
        gc.get_objects(generation)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Counted:
    pass


def count():
    gc.collect()
    return sum(isinstance(o, Counted) for o in gc.get_objects())


print(count())
alive = [Counted() for _ in range(50)]
alive[0].ring = alive[0]
print(count())
del alive[10:]
print(count())
alive.clear()
print(count())

stats = gc.get_stats()
print(len(stats), [sorted(s) for s in stats], stats[2]["collections"] > 0)


class Finalized:
    def __del__(self):
        print("finalized")


Finalized()
count()
print("end")
