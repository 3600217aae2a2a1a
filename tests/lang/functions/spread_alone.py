"""Calls with **mapping alone: the callee has a dict of its own, the mapping may be any mapping, and is looked at before *iterable."""


def show(*args, **names):
    names["added"] = 1
    return args, names


given = {"a": 1, "b": 2}
print(show(**given), given)
print(show(1, **given), show(*(1, 2), **given), show(*[3], **{}), given)


class Sub(dict):
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return key * 2


class Mapping:
    def keys(self):
        return iter(["x", "y"])

    def __getitem__(self, key):
        return key + "!"


print(show(**Mapping()), show(*"ab", **Mapping()))
print(show(**Sub(q=1)))


def changing(target):
    target["late"] = 3
    yield 1


seen = {"early": 1}
print(show(*changing(seen), **seen), seen)


def wrong(call):
    try:
        call()
    except TypeError as error:
        print("TypeError:", error)


wrong(lambda: show(**5))
wrong(lambda: show(**{1: 2}))
wrong(lambda: show(*5, **6))
wrong(lambda: show(*5, **given))
wrong(lambda: (lambda a: a)(**{"b": 1}))
wrong(lambda: (lambda a: a)(1, **{"a": 1}))
wrong(lambda: show(**given, **given))


class Broken:
    def keys(self):
        raise ValueError("no keys")


try:
    show(**Broken())
except ValueError as error:
    print("ValueError:", error)


def outer(*args, **names):
    return inner(*args, **names)


def inner(a, b=2, *rest, c=3, **more):
    return a, b, rest, c, more


print(outer(1), outer(1, 2, 3), outer(a=5), outer(1, c=4), outer(1, 2, d=5, e=6))


class Base:
    def __init__(self, *args, **names):
        self.got = args, names


class Derived(Base):
    def __init__(self, *args, **names):
        super().__init__(*args, **names)


print(Derived().got, Derived(1, x=2).got)
print(dict(**given), dict(**given) is given, dict(**{"self": 1}))
print("{a}{b}".format(**given), str.format("{a}", **given))
