class D:
    def __get__(self, o, t): return o.d
class C: d = D()
C().d
