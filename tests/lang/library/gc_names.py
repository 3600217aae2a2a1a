# The rest of the module: what was finalised, what is frozen, arguments.
import gc

print(sorted(name for name in dir(gc) if not name.startswith("__")))


class Lazarus:
    def __del__(self):
        risen.append(self)


risen: list = []
lazarus = Lazarus()
print(gc.is_finalized(lazarus), gc.is_finalized(1), gc.is_finalized("x"), gc.is_finalized([]))
del lazarus
gc.collect()
print(len(risen), gc.is_finalized(risen[0]))
del risen[0]
gc.collect()
print(len(risen))
Lazarus.__del__ = lambda self: None  # type: ignore

print(gc.freeze(), gc.get_freeze_count() > 100, gc.unfreeze(), gc.get_freeze_count())
print(sorted(map(repr, gc.get_referents([1, None, "a", 2.5, True, ...]))), sorted(gc.get_referents({1: 2, 3: "x"}, (4,)), key=str))
print(*map(gc.is_tracked, ({}, {1: "x"}, {"x": []}, {(): 1}, {"x": {}}, (), ([],), set(), object(), bytearray(b"x"))))
for call in (lambda: gc.collect(10**30), lambda: gc.collect(2**31), lambda: gc.collect(-10**30), lambda: gc.collect(3), lambda: gc.collect(1.5), lambda: gc.collect(None),
             lambda: gc.set_debug(10**30), lambda: gc.set_debug(2**31), lambda: gc.set_debug(None), lambda: gc.set_threshold(2**31), lambda: gc.set_threshold(-2**31 - 1),
             lambda: gc.set_threshold(10**30), lambda: gc.set_threshold(1, "x"), lambda: gc.get_objects(10**30), lambda: gc.get_objects(3), lambda: gc.get_objects(-5)):
    try:
        print(call())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
print(gc.get_threshold()[1:], gc.get_debug(), gc.collect(True), gc.isenabled())
