# An AttributeError that a property raises goes to __getattr__, however often the place was run.
class A:
    @property
    def x(self): raise AttributeError('in')
    def __getattr__(self, n): return 'ga '+n


def f(a): return a.x


print([f(A()) for i in range(5)])


class B:
    def g(self): raise AttributeError('in g')
    x = property(g)
    y = property(lambda self: 5)
    def __getattr__(self, n): raise AttributeError('ga '+n)


class C(B):
    def k(self): return self.x


for i in range(3):
    for run in (lambda: f(B()), C().k, lambda: B().y, lambda: B().z):
        try: print(run())
        except AttributeError as e: print(e, e.__context__)
