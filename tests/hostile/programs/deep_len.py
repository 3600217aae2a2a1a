class C:
    def __len__(self): return len(self)
    __bool__ = None
len(C())
