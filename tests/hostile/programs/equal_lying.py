class Lies:
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear()
        for n in range(20): d[n] = n
        return False
d = {}
while True:
    d[Lies()] = 1
    d.pop(Lies(), None)
