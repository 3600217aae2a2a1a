# Classes that come and go as the objects that one place meets: what machine code knows of their shapes goes with them.
import gc


def read(o):
    total = 0
    for _ in range(3):
        total = o.a
    return total


def write(o, v):
    for _ in range(3):
        o.b = v
    return o.b


class Part:
    pass


def fit(o, part):
    for _ in range(3):
        o.part = part
    return o.part is part


def ask(o):
    for _ in range(3):
        got = o.name()
    return got


def made(number):
    class Made:
        part: Part

        def __init__(self):
            for n in range(number % 3):
                setattr(self, f"before{n}", n)
            self.a = number

        def name(self):
            return -number
    return Made()


wrong, kept = 0, []
for round_ in range(40):
    for number in range(6):
        o = made(round_ * 6 + number)
        for turn in range(12):
            if (read(o), write(o, turn), ask(o)) != (round_ * 6 + number, turn, -(round_ * 6 + number)):
                wrong += 1
            if not fit(o, Part()):
                wrong += 1
    del o
    gc.collect()
    kept.append([[1.5 * n for n in range(40)], [str(n) * 3 for n in range(40)], {n: (n, n) for n in range(40)}, [b"\xff" * n for n in range(200)]])  # where the shapes were
    if round_ % 4 == 3:
        kept.clear()
print(wrong)
