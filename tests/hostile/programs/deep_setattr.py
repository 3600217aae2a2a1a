class C:
    def __setattr__(self, n, v): setattr(self, n, v)
C().a = 1
