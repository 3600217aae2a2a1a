# Shapes of code that stress the compiler: long, wide and deep.
source_sum = "+".join(["n"] * 300)
n = 2
total = n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n
print(total)
big = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
       n, n + 1, *range(3), 40, 41, 42, n]
print(big, len(big))
print({0: n, 1: n, 2: n, 3: n, 4: n, 5: n, 6: n, 7: n, 8: n, 9: n, 10: n, 11: n, 12: n, 13: n, 14: n, 15: n, 16: n, 17: n,
       18: n, 19: n, 20: n, 21: n, 22: n, 23: n, 24: n, 25: n, 26: n, 27: n, 28: n, 29: n, 30: n, 31: n, 32: n, 33: n, **{34: 0}})
print(len({n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34}))


def many(*args, **kw):
    return len(args), len(kw), sum(args)


print(many(1, 2, 3, *[4, 5], 6, *(7,), **{"a": 1}, b=2, **{"c": 3}))
print(many(*[1, 2]), many(**{"x": 1}), many(*(), **{}), many(1, *[2], k=3), many(k=1, *[5]))
for call in (lambda: many(**{"a": 1}, **{"a": 2}), lambda: many(a=1, **{"a": 2}), lambda: many(*5), lambda: many(**5)):
    try:
        call()
    except TypeError as error:
        print(str(error).replace("__main__.", ""))
print(((((((((((((((((((((1)))))))))))))))))))), [[[[[[[[[[]]]]]]]]]], (((((),),),),))


def deep(x):
    if x > 0:
        if x > 1:
            if x > 2:
                for i in range(x):
                    while True:
                        try:
                            with C():
                                if i == 2: return "deep"
                        finally:
                            break
    return "shallow"


class C:
    def __enter__(self): return self
    def __exit__(self, *args): return None


print([deep(i) for i in range(5)])


def elifs(x):
    if x == 0: return "a"
    elif x == 1: return "b"
    elif x == 2: return "c"
    elif x == 3: return "d"
    elif x == 4: return "e"
    elif x == 5: return "f"
    else: return "g"


print("".join(elifs(i) for i in range(8)))
text = f"{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}-{n}-{n:03}-{n!r}"
print(text)


def constants():
    return 1, (2, (3, "x")), -1, 1.5, -0.0, None, True, ..., b"b", 10 ** 2, "a" * 3, 2 - 5, 7 // 2, 1 << 4, not 0, (1, 2)[0]


print(constants(), constants()[4])


def compare_constants(x):
    return x == 1, x != -1, x < 40000, x > 100000, x <= 2.5, x >= "a" if isinstance(x, str) else None, x in {1, 2}, x in [x, 3]


print(compare_constants(1), compare_constants(50000))


def conditions(a, b, c):
    out = []
    if a and b or c: out.append(1)
    if not (a and b) and c: out.append(2)
    if a if b else c: out.append(3)
    if (a or b) and (b or c): out.append(4)
    if not a or not b: out.append(5)
    if a < b < c: out.append(6)
    if not a < b < c: out.append(7)
    if a is not None and (a == 1 or b == 2): out.append(8)
    while a and b:
        out.append(9)
        break
    if True or a: out.append(10)
    if False and a: out.append(11)
    if a and True: out.append(12)
    if None or b: out.append(13)
    x = a and b or c
    y = not (a or b) or c
    z = a or False or b
    return out, x, y, z, True and a, False or b, a and None


for a in (0, 1):
    for b in (0, 2):
        for c in (0, 3):
            print(conditions(a, b, c))


def operand_order(x):
    y = x + (x := x + 1) * (x := x * 2) - x
    z = [x, (x := x + 1), x, -(x := 5), x][::-1]
    w = (x, x := 6, x) + (x < (x := 7) < x + 1,)
    v = f"{x}{(x := 8)}{x}"
    d = {x: (x := 9), x: x}
    return y, z, w, v, d, x.__add__((x := 1)), max(x, (x := 3), x)


print(operand_order(3))


def long_loop(n):
    a = b = c = d = e = 0
    for i in range(n):
        if i % 2 == 0: a += 1
        if i % 3 == 0: b += a
        if i % 5 == 0: c += b
        if i % 7 == 0: d += c
        e = (a + b + c + d + e) % 1000003
    return a, b, c, d, e


print(long_loop(200))
exec_source = "def big():\n    x = 0\n    for i in range(2):\n" + "        x += i\n" * 40000 + "    return x\n"
namespace = {}
exec(exec_source, namespace)
print(namespace["big"]())
exec("x = 1\nfor k in range(3): x += k\ny = [x for _ in range(2)]", namespace)
print(namespace["x"], namespace["y"], eval("x + 1", namespace), eval("[i for i in range(x)]", {"x": 2}))
local = {}
exec("a = 1\ndef f(): return 5\nb = f() + a", {}, local)
print(sorted(local), local["b"])
