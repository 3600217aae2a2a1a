"""Loops that have gone over ranges in steps of one, and then over other things."""


def total(items):
    result = 0
    for item in items:
        result = result + item
    return result


def twice(items):
    result = []
    for item in items:
        result.append(item * 2)
    return result


def nested(count, step):
    result = 0
    for i in range(0, count, step):
        for j in range(i, count, step):
            result = result * 3 % 1000003 + i * j
    return result


def last(items):
    item = None
    for item in items:
        if item == 7:
            continue
        item -= 1
    return item


for _ in range(300):
    total(range(8)), twice(range(8)), nested(6, 1), last(range(8))
print(total(range(8)), twice(range(3)), nested(6, 1), last(range(8)))

for step in (2, 3, -1, 5, 1, 2**40):
    for _ in range(8):
        results = total(range(0, 20, step)), total(range(20, 0, step)), nested(20, abs(step)), last(range(20, 0, step))
    print(step, *results)
print(total(range(2**61, 2**61 + 6)), total(range(2**62, 2**62 + 3)), total(range(2**70, 2**70 + 3)))
print(total(range(0)), total(range(5, 5)), last(range(0)), last(range(1)))


def fresh():
    """A function whose loop has seen nothing but ranges in steps of one."""
    space = {}
    exec("def total(items, result):\n    for item in items:\n        result = result + item\n    return result\n", space)
    for _ in range(300):
        space["total"](range(8), 0)
    return space["total"]


class Number(int):
    def __radd__(self, other):
        return f"{other}+{int(self)}"


print(fresh()(list("abcdefghij") * 40, "")[:12])
print(fresh()(tuple("abcdefghij") * 40, "")[-12:])
print(fresh()([0.5] * 400, 0))
print(fresh()([Number(3)] * 3, 1))
print(fresh()([2**80] * 400, 0))
print(len(fresh()(([n] for n in range(400)), [])))
print(fresh()({"a": 1, "b": 2}, ""), fresh()(iter("xyz"), ""), fresh()(b"abc", 0), fresh()(range(3, 300, 3), 0))
try:
    fresh()([1, 2, None] * 20, 0)
except TypeError as error:
    print(error)
