# Tuples beside tuples: short and long, of what is quick to compare and of what is not.
nan = float("nan")


class Sub(tuple):
    def __eq__(self, other):
        return "sub"

    def __lt__(self, other):
        return "less"


def ask(a, b):
    row = []
    for test in (lambda: a == b, lambda: a != b, lambda: a < b, lambda: a <= b, lambda: a > b, lambda: a >= b):
        try:
            row.append(str(test())[0])
        except TypeError as e:
            row.append("!")
    return "".join(row)


values = [(), (1,), (1, 2), (1, 2.0), (True, 2), (1, "a"), ("a", 1), (nan,), (float("nan"),), (0.0,), (-0.0,), (2**62, 1), (2**70,), (2**70 + 1,), ((1, 2), 3), ((1, 2), 4), ([1], 2), (None,), (1j,),
          tuple(range(8)), tuple(range(9)), tuple(range(20)), tuple(range(19)) + (0,), (1, ("x", (2, 3))), Sub((1, 2)), (1.5,), (9007199254740993,), (9007199254740992.0,)]
for a in values:
    print(*(ask(a, b) for b in values))


def places(goal):
    found = 0
    for x in range(30):
        for y in range(30):
            if (x, y) == goal:
                found += 1
            if (x, y) <= goal != (y, x):
                found += 2
    return found


print(places((3, 4)), places((3.0, 4)), places((True, False)), places((29, 29)))
try:
    places(("3", 4))
except TypeError as e:
    print(e)
