class C: pass
c = C()
n = 0
while True:
    setattr(c, "a%d" % n, n)
    n += 1
