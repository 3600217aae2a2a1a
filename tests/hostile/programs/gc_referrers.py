import gc
a = [[] for _ in range(100000)]
while True: gc.get_referrers(a), gc.get_objects()
