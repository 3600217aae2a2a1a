t = int
for _ in range(60): t = (t, t)
issubclass(str, t)
