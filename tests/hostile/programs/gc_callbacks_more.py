import gc
gc.callbacks.append(lambda *a: gc.collect())
k = []
for i in range(10**6): k.append([i])
