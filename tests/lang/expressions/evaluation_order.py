# Language reference 6.16: expressions are evaluated from left to right, the right side of an assignment before the left.
log = []


def note(name, value=None):
    log.append(name)
    return value


def flush():
    print(" ".join(log))
    log.clear()


class Box:
    def __getitem__(self, key):
        log.append(f"get{key}")
        return 1

    def __setitem__(self, key, value):
        log.append(f"set{key}")


note("a", 1) + note("b", 2) * note("c", 3)
flush()
{note("k1"): note("v1"), note("k2"): note("v2")}
flush()
(note("x", Box()))[note("i", "i")] = note("value")
flush()
(note("x", Box()))[note("i", "i")] += note("value", 2)
flush()


def f(*args, **kwargs):
    pass


note("f", f)(note("1"), *note("2", ()), note("3"), k=note("4"), **note("5", {}))
flush()
note("a", 1) < note("b", 2) < note("c", 0) < note("d")
flush()
note("if", 1) if note("test", False) else note("else")
flush()
[note("e", x) for x in note("it", [1, 2]) if note("if", True)]
flush()
a, Box()[note("t1", 1)], *b = note("rhs", [1, 2, 3])
flush()
def g(x=note("default")) -> note("returns"): pass
flush()
x = (y := note("walrus", 5)) + y
flush()
print(x, y)
note("left", False) and note("never")
note("left", True) or note("never")
flush()
i = 0
def bump():
    global i
    i += 1
    return i
values = [0] * 5
values[bump()] = bump()
print(values, i)
def local_order():
    v = 1
    return v + (v := 5) + v, [v, (v := 7), v]
print(local_order())
