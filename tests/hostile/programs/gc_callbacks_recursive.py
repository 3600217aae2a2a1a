import gc
def callback(phase, info): gc.collect()
gc.callbacks.append(callback)
while True: gc.collect()
