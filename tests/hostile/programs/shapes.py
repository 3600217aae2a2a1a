i = 0
while True:
    class A: pass
    a = A()
    for j in range(50): setattr(a, 'x%d_%d' % (i, j), j)
    i += 1
