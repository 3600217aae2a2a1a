# Short lists, which are sorted in other ways than long ones: against insertion one by one, what is equal keeping its order.
import random

random.seed(3)


class Sub(list): pass
class Text(str): pass


def inserted(items):
    out = []
    for item in items:
        at = len(out)
        while at and item < out[at - 1]: at -= 1
        out.insert(at, item)
    return out


kinds = [
    lambda: random.randrange(-3, 4), lambda: random.choice([-2**62, 2**62 - 1, 0, -1, 5, 2**70]), lambda: random.choice([1, 2.0, True, 3]),
    lambda: random.choice(["", "a", "b", "ab", "é", "\ud800", "日本", "x" * 1500, "x" * 1025, "a" * 20]), lambda: random.choice([Text("a"), "a", "b", Text("c")]),
    lambda: (random.randrange(3), random.randrange(3)), lambda: random.choice([1.5, -0.0, 0.0, float("inf"), 2]),
]
shown = lambda items: [item if type(item) in (int, bool) else repr(item) if type(item) is float else id(item) for item in items]
for count in range(20):
    for make in kinds:
        for _ in range(25):
            items = [make() for _ in range(count)]
            items = ["".join(list(item)) if type(item) is str else item for item in items]  # equal, and not the same
            up, down = inserted(items), inserted(items[::-1])[::-1]
            for kind in list, Sub:
                sorted_up, sorted_down = kind(items), kind(items)
                sorted_up.sort(), sorted_down.sort(reverse=True)
                assert (shown(sorted_up), shown(sorted_down)) == (shown(up), shown(down)), items
            assert shown(sorted(items)) == shown(up) and shown(sorted(items, key=lambda item: item)) == shown(up)
for items in [3, 1, "a"], ["b", "a", 1], [2, 1, None], [1, 2j]:
    try:
        items.sort()
    except TypeError as error:
        print(error, len(items))
compared = []
class Number:
    def __lt__(self, other): return compared.append(other) or True


items = [2, 1, Number()]
items.sort()
print(compared, [type(item).__name__ for item in items])
