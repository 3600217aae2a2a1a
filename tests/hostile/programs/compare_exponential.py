t, u = 1, 1.0
for _ in range(60): t, u = (t, t), (u, u)
print(t == u)
