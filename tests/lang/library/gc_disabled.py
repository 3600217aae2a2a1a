# gc.disable(), gc.set_threshold(0): nothing is collected by itself; gc.enable() brings it back. gc.callbacks hear of automatic collections. # timed
import gc
import sys
import weakref


class Node:
    pass


def cycle():
    node = Node()
    node.self = node
    return weakref.ref(node)


def allocate(until=None):
    for _ in range(10 if until else 2):
        kept = []
        for n in range(100_000):
            kept.append([n])
            if until and until():
                return True
    return until and until()


gc.disable()
r = cycle()
heard = []
gc.callbacks.append(lambda phase, info: heard.append((phase, info["generation"] in (0, 1, 2), info["collected"] >= 0, info["uncollectable"])))
allocate()
print(gc.isenabled(), r() is not None, heard)
gc.enable()
print(gc.isenabled(), allocate(lambda: r() is None))
del gc.callbacks[:]
print(len(heard) > 1, {tuple(heard[n : n + 2]) for n in range(0, len(heard), 2)})

thresholds = gc.get_threshold()
gc.set_threshold(0)
r = cycle()
allocate()
print(gc.isenabled(), r() is not None)
gc.set_threshold(*thresholds)
print(allocate(lambda: r() is None))

# collect() does it all the same.
gc.disable()
r = cycle()
gc.collect()
print(r() is None)
gc.enable()


# A callback that allocates, collects, raises, takes itself out.
def allocates(phase, info):
    depth.append(phase)
    deepest.append(len(depth))
    if len(deepest) < 3:
        allocate()
        print(phase, gc.collect())
    depth.pop()


def raises(phase, info):
    raise ValueError(phase)


depth, deepest, unraised = [], [], []
sys.unraisablehook = lambda told: unraised.append((type(told.exc_value), told.object is raises))
gc.callbacks.append(allocates)
allocate(lambda: len(deepest) >= 4)
print(max(deepest))
gc.callbacks[:] = [raises]
try:
    raise KeyError("handled")
except KeyError:
    allocate(lambda: len(unraised) > 1)
    print(sys.exc_info()[1].args, set(unraised))
gc.callbacks.clear()

# The list is the one that the module began with.
mine = gc.callbacks
gc.callbacks = []
mine.append(lambda phase, info: print(phase, info))
gc.collect(0)
gc.callbacks = mine
mine.clear()
