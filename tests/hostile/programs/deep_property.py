class C:
    @property
    def a(self): return self.a
C().a
