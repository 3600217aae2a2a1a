# Where names live: locals, cells, globals, class bodies, comprehensions.
x = "global"


def reads_global():
    return x


def assigns_local():
    x = "local"
    return x


def declares_global():
    global x, made
    x = "changed"
    made = "by function"


print(reads_global(), assigns_local(), reads_global())
declares_global()
print(x, made)


def unbound(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(unbound(True), unbound(False))


def deleted():
    a = 1
    del a
    try:
        a
    except UnboundLocalError as error:
        print(type(error).__name__)
    for i in range(3):
        if i == 1:
            try:
                print(b)
            except UnboundLocalError:
                print("b unbound at", i)
        b = i
        if i < 2:
            del b
    print(b)


deleted()


def exception_name():
    try:
        raise ValueError("v")
    except ValueError as e:
        kept = e
    try:
        e
    except UnboundLocalError as error:
        print("gone", kept)


exception_name()
try:
    raise KeyError("k")
except KeyError as module_level:
    pass
try:
    module_level
except NameError as error:
    print(error)


def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def down():
        nonlocal count
        count -= 1
        return count
    return up, down


up, down = counter()
print(up(), up(5), down())


def three_levels():
    a = 1

    def middle():
        b = 2

        def inner():
            nonlocal a
            a += b
            return a
        return inner
    f = middle()
    return f(), f(), a


print(three_levels())


def free_before_assignment():
    def use():
        return later
    try:
        use()
    except NameError as error:
        print(error)
    later = 3
    return use()


print(free_before_assignment())


def cell_deleted():
    c = 1

    def use():
        return c
    del c
    try:
        use()
    except NameError as error:
        print(error)
    try:
        c
    except UnboundLocalError as error:
        print(error)


cell_deleted()


def parameters_as_cells(a, b=2, *args, k=3, **kw):
    def show():
        return a, b, args, k, kw
    a += 1
    return show


print(parameters_as_cells(1)(), parameters_as_cells(1, 5, 6, 7, k=8, z=9)())


def closures_in_loop():
    functions = [lambda: i for i in range(3)]
    more = []
    for j in range(3):
        more.append(lambda j=j: (i_or(j), j))
    return [f() for f in functions], [f() for f in more]


def i_or(value):
    return value * 10


print(closures_in_loop())


class Body:
    x = "class"
    seen = x
    in_comprehension = [x for _ in range(1)]
    first_iterable = [c for c in x]

    def method(self):
        return x

    nested = (lambda: x)()


print(Body.seen, Body.in_comprehension, Body.first_iterable, Body().method(), Body.nested)


def class_in_function():
    y = "outer y"
    z = "outer z"

    class Inner:
        y = y if False else "inner"
        copy = z

        def get(self):
            return y, z
    return Inner


print(class_in_function().y, class_in_function().copy, class_in_function()().get())


def nonlocal_in_class():
    value = 1

    class C:
        nonlocal value
        value = 2
    return value, hasattr(C, "value")


print(nonlocal_in_class())


class GlobalInClass:
    global from_class
    from_class = 5


print(from_class, hasattr(GlobalInClass, "from_class"))


class Private:
    __hidden = 1

    def __init__(self):
        self.__value = 2

    def get(self):
        __local = 3
        return self.__hidden, self.__value, __local, sorted(k for k in self.__dict__)

    def keyword(self, __a=4):
        return __a


print(Private().get(), Private._Private__hidden, Private().keyword(), Private().keyword(_Private__a=6))


def walrus():
    total = 0
    values = [total := total + v for v in range(5)]
    if (n := len(values)) > 3:
        print("long", n)
    print(values, total, [last := v for v in "abc"], last)
    while (chunk := values[:2]):
        values = values[2:]
        print(chunk)
    a = 1
    print(a + (a := 5) + a, (a := a + 1, a), a)
    return {k: (k2 := k) for k in "xy"}, k2


print(walrus())
print([y := 1, y ** 2], y)
print([module_walrus := i for i in range(3)], module_walrus)


def comprehension_scopes():
    i = "kept"
    squares = [i * i for i in range(3)]
    pairs = {i: [i for i in range(i)] for i in range(3)}
    nested = [[(i, j) for j in range(i)] for i in range(3)]
    functions = [[lambda: (i, j) for j in range(2)] for i in range(2)]
    return i, squares, pairs, nested, [f() for row in functions for f in row]


print(comprehension_scopes())


def generator_scopes(n):
    return list((n, a, b) for a in range(n) for b in range(a) if a != b)


print(generator_scopes(3))
print([[x for x in range(y)] for y in range(3)], {x for x in "aab"} == {"a", "b"})


def default_values(a, b=[], c=(1, 2), d={}):
    b.append(a)
    return b, c, d


print(default_values(1), default_values(2), default_values(3, []))


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)
    return fact(n)


print(recursive(10))
print((lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, 3, c=4, e=5))


def shadow(print):
    return print("shadowed")


print(shadow(str.upper))


def conditional_definition(flag):
    if flag:
        def f():
            return "yes"
    else:
        def f():
            return "no"
    return f()


print(conditional_definition(True), conditional_definition(False))


def loop_variable():
    for v in []:
        pass
    try:
        return v
    except UnboundLocalError as error:
        return str(error)


print(loop_variable())


def for_else_binding():
    for v in range(2):
        pass
    else:
        after = v
    return v, after


print(for_else_binding())


def tuple_swap():
    a, b, c = 1, 2, 3
    a, b = b, a
    a, b, c = c, a, b
    first, *rest = a, b, c
    [p, [q, *r]] = 1, (2, 3, 4)
    return a, b, c, first, rest, p, q, r


print(tuple_swap())


def swap_through_index():
    values = [0, 1, 2]
    i = 0
    i, values[i] = 1, "x"
    values[0], values[1] = values[1], values[0]
    return i, values


print(swap_through_index())
