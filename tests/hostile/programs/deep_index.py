class C:
    def __index__(self): return range(10)[self]
range(10)[C()]
