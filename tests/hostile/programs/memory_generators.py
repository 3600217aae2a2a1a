def g(): yield
a = []
while True:
    a.append(g())
    next(a[-1])
