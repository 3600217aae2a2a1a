# Language reference 6.2.4 - 6.2.8: displays and comprehensions, their scopes.
print([x * 2 for x in range(4)], {x % 3 for x in range(9)}, {x: x * x for x in range(4)})
print([(x, y) for x in range(3) for y in range(x) if (x + y) % 2])
print([[y for y in range(x)] for x in range(4)])
x = "outer"
print([x for x in "ab"], x)


class C:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for _ in range(1)]
    except NameError as error:
        print(error)


print(C.items)


def closures():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


late, early = closures()
print([f() for f in late], [f() for f in early])
print([y := 1, y ** 2], y)
print([last := v for v in range(5)], last)
print([*range(3), *"ab"], {*[1, 2], 3}, {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2))
print([a for a, *b in [(1, 2, 3), (4, 5)]], [b for a, *b in [(1, 2, 3), (4, 5)]])
print({k: v for k, v in zip("abc", range(3)) if v}, {(i, j): i * j for i in range(2) for j in range(2)})
print(sum(x for x in range(10)), any(x > 8 for x in range(10)), list(map(str, (i for i in range(3)))))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2 == 0])
print([i for i in range(20) if i % 2 if i % 3], [(lambda v: v * k)(2) for k in range(3)])
def f():
    n = 10
    return [n + i for i in range(3)], {n: i for i in range(1)}, list(n * i for i in range(3))
print(f())
print([[(i, j, k) for k in range(2)] for i in range(2) for j in range(2)][-1])
print(len([0 for _ in range(1000)]), [None] * 3, [[]] * 2)
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as error:
    print(error)
