t = int
for _ in range(60): t = (t, t)
isinstance("", t)
