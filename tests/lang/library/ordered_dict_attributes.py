# python3.12: OrderedDicts take attributes, as subclasses of them do, with __slots__ or without; copies and pickles have them.
import copy
import gc
import pickle
import sys
import weakref
from collections import OrderedDict


class Slots(OrderedDict):
    __slots__ = ("x", "y")


class Plain(OrderedDict):
    pass


class Both(Plain):
    __slots__ = ("z",)


for cls in OrderedDict, Plain, Slots, Both:
    made = cls([("b", 1), ("a", 2)])
    print(cls.__name__, made.__dict__, vars(made) is made.__dict__)
    for i, name in enumerate(["x", "y", "z", *(f"n{n}" for n in range(40))]):
        setattr(made, name, [i])
    print(made.x, made.y, made.z, made.n39, len(made.__dict__), made == cls([("b", 1), ("a", 2)]), list(made))
    gc.collect()
    for how in copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value)), lambda value: pickle.loads(pickle.dumps(value, 2)):
        other = how(made)
        print(type(other).__name__, other == made, other.__dict__ == made.__dict__, other.x, other.x is made.x)
    print(made.copy().__dict__)
    del made.x
    print(hasattr(made, "x"), "n0" in dir(made))
    made.__dict__ = {"new": 1}
    print(made.__dict__, made.new, made["b"])
    made.__dict__.clear()
    made.move_to_end("b")
    print(made, weakref.ref(made)() is made, made.__reduce__()[:4])
many = [OrderedDict(a=i) for i in range(1000)]
for i, made in enumerate(many):
    made.self, made.number = made, i
gc.collect()
print(sum(made.number for made in many), sys.getsizeof(OrderedDict(a=1)) > sys.getsizeof({"a": 1}))
