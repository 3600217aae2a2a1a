class C:
    def __add__(self, o): return self + o
    __radd__ = __add__
C() + 1
