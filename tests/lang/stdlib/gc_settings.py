# What the module gc remembers, and its callbacks.
import gc
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK, gc.get_debug())
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
gc.set_debug(0)
gc.set_threshold(500, 5, 6)
print(gc.get_threshold())
gc.set_threshold(400)
print(gc.get_threshold())
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.disable()
gc.callbacks.append(lambda phase, info: print(phase, info["generation"], sorted(info)))
gc.collect()
gc.collect(1)
gc.collect(generation=0)
gc.callbacks.clear()
gc.enable()
for bad in (3, -1, "x"):
    try:
        gc.collect(bad)  # type: ignore
    except Exception as error:
        print(type(error).__name__, error)
print([sorted(stats) for stats in gc.get_stats()], gc.garbage)
