# Execution model 4.2: closures, nonlocal, global, late binding, recursion.
def counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return increment, peek


increment, peek = counter()
increment()
increment(5)
print(peek(), increment.__closure__ is not None)
other, _ = counter()
print(other(), peek())
print([f() for f in [lambda: i for i in range(3)]])


def outer():
    x = "outer"

    def middle():
        def inner():
            return x
        return inner

    x = "changed"
    return middle()()


print(outer())


def parameter_cell(x, *args, key=None, **rest):
    def get():
        return x, args, key, rest
    x = x + 1
    return get


print(parameter_cell(1, 2, key=3, z=4)())
value = "global"


def shadow():
    value = "local"

    def reader():
        global value
        value = "set"
        return value

    return value, reader()


print(shadow(), value)


def unbound():
    try:
        print(later)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    later = 1
    del later
    try:
        later
    except UnboundLocalError as error:
        print(error)

    def free():
        return cell
    try:
        free()
    except NameError as error:
        print(type(error).__name__, error)
    cell = 1
    print(free())


unbound()
try:
    undefined_name
except NameError as error:
    print(error)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(30))


def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x
    return composed


print(compose(lambda x: x + 1, lambda x: x * 2)(5))


class Scope:
    value = "class"
    copies = [value for _ in range(1)] if False else None

    def method(self):
        return value


print(Scope().method())


def make_adders():
    adders = []
    for n in range(3):
        def add(x, n=n):
            return x + n
        adders.append(add)
    return adders


print([add(10) for add in make_adders()])


def decorator(prefix):
    def wrap(function):
        def wrapped(*args, **kwargs):
            return prefix + function(*args, **kwargs)
        return wrapped
    return wrap


@decorator("a-")
@decorator("b-")
def name(x):
    return x


print(name("z"))
