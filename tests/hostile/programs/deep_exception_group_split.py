e = ValueError(1)
for _ in range(10**5): e = ExceptionGroup("g", [e])
e.split(KeyError)
