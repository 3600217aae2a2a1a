import typing, inspect
try:
    class G(typing._SpecialForm): pass
except TypeError as e: print(e)
class F(typing._SpecialForm, _root=True):
    def __getitem__(self, p): return (self._name, p)
@F
def H(self, parameters):
    """about H"""
    return parameters
print(H, H._name, H.__doc__, H[3], H._getitem.__name__)
class K(typing._SpecialForm, _root=True): pass
@K
def L(self, parameters):
    return ("L", parameters)
print(L[1, 2], typing.Any)
print(inspect.signature(typing._SpecialForm.__init__))
try: L()
except TypeError as e: print(e)
try: isinstance(1, L)
except TypeError as e: print(e)
try: L | int
except TypeError as e: print(e)
try: iter(L)
except TypeError as e: print(e)
