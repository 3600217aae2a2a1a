class D:
    def __set_name__(self, o, n): setattr(o, n + 'x', D()); type('Y', (), {n: D()})
class C: d = D()
