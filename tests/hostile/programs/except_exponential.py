t = KeyError
for _ in range(60): t = (t, t)
try:
    raise ValueError
except t:
    pass
