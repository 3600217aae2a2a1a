# gc.collect() within a callback of gc.collect() is ignored.
import gc

calls = []


def callback(phase, info):
    calls.append((phase, info["generation"]))
    calls.append(gc.collect())


gc.disable()  # callbacks hear of automatic collections, too
gc.callbacks.append(callback)
gc.collect()
gc.collect(0)
gc.callbacks.remove(callback)
gc.collect()
print(calls)
