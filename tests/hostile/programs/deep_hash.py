t = ()
for _ in range(10**5): t = (t,)
hash(t)
