# Machine code of functions that are gone is given back: what takes its place is right, whatever goes and comes in between.
import gc
import random

random.seed(1)
TEXTS = (
    "def f(n):\n    s = 0.0\n    for k in range(n):\n        s = s * 0.5 + k - {0}.25\n    return s",
    "def f(n):\n    t = 0\n    for k in range(n):\n        t += {0}\n    return n, {0}, t",
    "def f(n):\n    x = []\n    for k in range(n):\n        x.append(k + {0})\n    return x[-3:]",
)


def made(i):
    space = {}
    exec(TEXTS[i % 3].format(i), space)
    return space["f"]


def expected(i, n):
    if i % 3 == 1:
        return n, i, n * i
    if i % 3 == 2:
        return [n - 3 + i, n - 2 + i, n - 1 + i]
    s = 0.0
    for k in range(n):
        s = s * 0.5 + k - (i + 0.25)
    return s


kept, wrong = [], 0
for i in range(2000):
    f = made(i)
    for _ in range(4):
        f(3)
    if i % 100 == 0:
        f(2500)
    place = random.randrange(12)
    kept[place:place + 1] = [(i, f)]
    f = None
    if i % 3 == 0:
        gc.collect()
    wrong += sum(g(5) != expected(j, 5) for j, g in kept)
print(len(kept), wrong)
