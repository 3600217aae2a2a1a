import gc
a = [[] for _ in range(300000)]
while True: gc.collect()
