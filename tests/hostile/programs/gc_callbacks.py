import gc
def callback(phase, info):
    while True: pass
gc.callbacks.append(callback)
gc.collect()
