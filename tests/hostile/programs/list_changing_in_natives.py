class E:
    def __eq__(self, other):
        a.clear()
        a.extend(range(1000))
        return False
    __lt__ = __eq__
a = [E() for _ in range(100)]
while True:
    for f in (a.index, a.count, a.remove, a.__contains__, [1].__eq__):
        try: f(E())
        except ValueError: pass
    a[:] = [E() for _ in range(100)]
    a == [E() for _ in range(100)]
    try: min(a), max(a), sum(a)
    except TypeError: pass
