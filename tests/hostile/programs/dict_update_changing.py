class M(dict):
    def keys(self):
        for n in range(10**9):
            d.clear()
            yield n
    def __getitem__(self, k):
        d[k + 1] = k
        return k
d = {}
d.update(M())
