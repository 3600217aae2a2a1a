t = int
for _ in range(10**5): t = list[t]
repr(t)
