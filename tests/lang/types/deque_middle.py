# deque.insert, del and remove in the middle, beside a list that does the same: wherever the deque's items begin and end in its memory.
import random
from collections import deque

rnd = random.Random(5)
for length in (0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 63, 64, 65, 200):
    made, expected = deque(range(length)), list(range(length))
    for step in range(600):
        what, n = rnd.randrange(8), len(expected)
        if what < 2:
            at = rnd.randrange(-n - 2, n + 3)
            made.insert(at, step), expected.insert(at, step)
        elif what == 2 and n:
            at = rnd.randrange(-n, n)
            del made[at], expected[at]
        elif what == 3 and n:
            value = rnd.choice(expected)
            made.remove(value), expected.remove(value)
        elif what == 4:
            made.appendleft(step), expected.insert(0, step)
        elif what == 5 and n:
            assert made.pop() == expected.pop()
        elif what == 6 and n:
            by = rnd.randrange(-n, n + 1)
            made.rotate(by)
            expected = expected[-by % n :] + expected[: -by % n]
        elif what == 7:
            made.append(step), expected.append(step)
        assert list(made) == expected, (length, step, what)
    print(length, len(made), sum(made) == sum(expected))
full = deque([1, 2, 3], 3)
try:
    full.insert(1, 9)
except IndexError as error:
    print(error, full)
