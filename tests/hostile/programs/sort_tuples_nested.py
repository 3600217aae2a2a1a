t = u = 0
for _ in range(60): t, u = (t, t), (u, u)
sorted([t, u] * 1000)
