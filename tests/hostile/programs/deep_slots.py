class N:
    __slots__ = "next"
a = None
for _ in range(500000):
    n = N()
    n.next = a
    a = n
del a, n
