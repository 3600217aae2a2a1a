# The state of instances with __slots__, as it is read again: which slots, which ways of setting them.
import pickle
from dataclasses import dataclass


class Plain:
    __slots__ = ("a", "b", "c")

    def shown(self): return [getattr(self, name, "-") for name in ("a", "b", "c")]


class Below(Plain):
    __slots__ = ("d",)


class Both(Plain):
    pass


class Setting(Plain):
    __slots__ = ()

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)


class Counting(Plain):
    __slots__ = ()
    __setstate__ = lambda self, state: print("state", state)


class Hidden:
    __slots__ = ("_Hidden__x", "y")

    def __init__(self): self.__x, self.y = 1, 2


@dataclass(slots=True)
class Point:
    x: int
    y: int = 5


@dataclass(slots=True, frozen=True)
class Frozen:
    x: int
    y: list


for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
    plain, below, both, setting, counting = Plain(), Below(), Both(), Setting(), Counting()
    plain.a, plain.c = 1, [plain]
    below.a, below.d = "x", plain
    both.b, both.more, both.c = 2, "more", 3
    setting.a = counting.a = 7
    again = pickle.loads(pickle.dumps(plain, protocol))
    print(again.shown()[:2], again.c[0] is again)
    again = pickle.loads(pickle.dumps([below, below], protocol))
    print(again[0].shown(), again[0].d.shown()[:2], again[0] is again[1])
    again = pickle.loads(pickle.dumps(both, protocol))
    print(again.shown(), again.__dict__)
    print(pickle.loads(pickle.dumps(setting, protocol)).shown())
    print(pickle.loads(pickle.dumps(counting, protocol)).shown())
    print(pickle.loads(pickle.dumps(Hidden(), protocol))._Hidden__x, pickle.loads(pickle.dumps([Point(1), Point(2, 3)], protocol)), pickle.loads(pickle.dumps(Frozen(1, [2]), protocol)))

# A class that has changed since: slots that became properties, attributes, or nothing.
kept = pickle.dumps([plain], 2)
class Plain:
    __slots__ = ("a", "_c")
    c = property(lambda self: self._c, lambda self, value: (print("property", len(value)), setattr(self, "_c", value))[0])


again = pickle.loads(kept)[0]
print(again.a, again.c[0] is again)
class Plain:
    pass


print(sorted(pickle.loads(kept)[0].__dict__))
class Plain:
    __slots__ = ("a",)


try:
    pickle.loads(kept)
except AttributeError as error:
    print(error)
for state in b"}", b"N}\x86", b"NN\x86", b"K\x01K\x02\x86", b"N]\x86", b"N}K\x01K\x02s\x86":
    try:
        print(type(pickle.loads(b"\x80\x02c__main__\nPoint\n)\x81" + state + b"b.")).__name__)
    except Exception as error:
        print(type(error).__name__, error)
