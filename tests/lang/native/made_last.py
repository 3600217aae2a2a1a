# Code that is made as often as it may be, since its operands are of other kinds again and again, takes anything in the end: also a loop over a range, which then
# goes over something else.
lines = ["def work(which, v, loop):", "    r = 0"]
for n in range(24):
    lines += [f"    if which == {n}:", "        r = v + v", "        r = r * v"]
lines += ["    for x in loop:", "        r = x + 1 if which != 99 else [x, x + x]", "    return r"]
scope = {}
exec("\n".join(lines), scope)
work = scope["work"]


def tried(which, v, loop):
    try:
        return work(which, v, loop)
    except TypeError as e:
        return str(e)


for _ in range(100):
    for which in range(24):
        work(which, 3, range(3))
    work(99, 3, range(3))
for _ in range(2):
    work(1, 3, (1.5, 2.5))
for which in range(24):
    for _ in range(30):
        work(which, 1.5, range(3))
for _ in range(6):
    for _ in range(3):
        work(1, 1.5, range(2))
    print(tried(99, 1, ("ab", "cd")), tried(1, 1, ("x",)), tried(1, 1, (1.5,)), tried(1, 1, (c for c in "ab")), tried(99, 1, range(2)))
