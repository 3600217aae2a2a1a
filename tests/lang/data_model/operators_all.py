# Every binary operator: normal, reflected, in-place; declined by each side; the reflected method of a subclass first.
import operator
OPS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "matmul": operator.matmul, "truediv": operator.truediv, "floordiv": operator.floordiv,
       "mod": operator.mod, "divmod": divmod, "pow": pow, "lshift": operator.lshift, "rshift": operator.rshift, "and": operator.and_, "xor": operator.xor, "or": operator.or_}
INPLACE = {"add": operator.iadd, "sub": operator.isub, "mul": operator.imul, "matmul": operator.imatmul, "truediv": operator.itruediv, "floordiv": operator.ifloordiv,
           "mod": operator.imod, "pow": operator.ipow, "lshift": operator.ilshift, "rshift": operator.irshift, "and": operator.iand, "xor": operator.ixor, "or": operator.ior}

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"

def method(name, answer):
    def call(self, *others):
        print("   ", name, type(self).__name__, [type(o).__name__ for o in others])
        return answer if answer is NotImplemented else (name, answer)
    return call

for name, operation in OPS.items():
    print("==", name)
    Left = type("Left", (), {f"__{name}__": method(f"__{name}__", 1)})
    Right = type("Right", (), {f"__r{name}__": method(f"__r{name}__", 2)})
    Declines = type("Declines", (), {f"__{name}__": method(f"__{name}__", NotImplemented), f"__r{name}__": method(f"__r{name}__", NotImplemented)})
    Both = type("Both", (), {f"__{name}__": method(f"__{name}__", 3), f"__r{name}__": method(f"__r{name}__", 4)})
    Child = type("Child", (Both,), {f"__r{name}__": method(f"__r{name}__", 5)})
    Silent = type("Silent", (Both,), {})
    Plain = type("Plain", (), {})
    for left, right in [(Left(), Right()), (Declines(), Right()), (Declines(), Declines()), (Plain(), Right()), (Left(), Plain()), (Plain(), Plain()), (Both(), Child()), (Both(), Silent()), (Child(), Both()), (Both(), Both()),
                        (1, Right()), ("s", Right()), ([1], Declines()), (1.5, Plain()), (Plain(), 1), (Declines(), None)]:
        print("  ", type(left).__name__, type(right).__name__, "->", attempt(operation, left, right))

for name, operation in INPLACE.items():
    print("== i" + name)
    In = type("In", (), {f"__i{name}__": method(f"__i{name}__", 1)})
    Declined = type("Declined", (), {f"__i{name}__": method(f"__i{name}__", NotImplemented), f"__{name}__": method(f"__{name}__", 2)})
    Fallback = type("Fallback", (), {f"__{name}__": method(f"__{name}__", 3)})
    Right = type("Right", (), {f"__r{name}__": method(f"__r{name}__", 4)})
    Nothing = type("Nothing", (), {f"__i{name}__": method(f"__i{name}__", NotImplemented)})
    Barred = type("Barred", (), {f"__i{name}__": None})
    for left, right in [(In(), 1), (Declined(), 1), (Fallback(), 1), (Nothing(), Right()), (Nothing(), 1), (1, Right()), (1, Nothing()), (Barred(), 1), (object(), Right())]:
        print("  ", type(left).__name__, type(right).__name__, "->", attempt(operation, left, right))

# A method set to None bars the operation.
class Barred:
    __add__ = None
    __radd__ = None
    __lt__ = None
    __eq__ = None
    __contains__ = None
    __iter__ = None
    __len__ = None
    __getitem__ = None
    __call__ = None
    __bool__ = None
    __neg__ = None
    __hash__ = None
    __int__ = None
    __index__ = None
    __repr__ = None
    __enter__ = None
    __reversed__ = None
    __next__ = None
    __format__ = None
    __str__ = None
b = Barred()
for f in (lambda: b + 1, lambda: 1 + b, lambda: b < 1, lambda: b == 1, lambda: 1 in b, lambda: iter(b), lambda: len(b), lambda: b[0], lambda: b(), lambda: bool(b), lambda: -b, lambda: hash(b), lambda: int(b),
          lambda: [1][b], lambda: repr(b), lambda: reversed(b), lambda: next(b), lambda: format(b, ""), lambda: str(b), lambda: [*b], lambda: dict(**b), lambda: 1 < b, lambda: f"{b}", lambda: {b}, lambda: range(b)):
    print(attempt(f))

# pow with three arguments asks the base only.
class P:
    def __pow__(self, e, m=None): return ("pow", e, m)
    def __rpow__(self, b, m=None): return ("rpow", b, m)
    def __ipow__(self, e): return ("ipow", e)
p = P()
print(pow(p, 2), pow(p, 2, 3), pow(2, p), attempt(pow, 2, p, 3), p ** 2, 2 ** p, attempt(pow, 2, 3, p))
p **= 4
print(p)
# Unary operations and conversions.
class U:
    def __init__(self, answer): self.answer = answer
    def __neg__(self): return self.answer
    def __pos__(self): return self.answer
    def __invert__(self): return self.answer
    def __abs__(self): return self.answer
    def __int__(self): return self.answer
    def __float__(self): return self.answer
    def __complex__(self): return self.answer
    def __index__(self): return self.answer
    def __round__(self, n="none"): return (self.answer, n)
    def __trunc__(self): return self.answer
    def __floor__(self): return self.answer
    def __ceil__(self): return self.answer
    def __bool__(self): return self.answer
    def __len__(self): return self.answer
    def __length_hint__(self): return self.answer
    def __hash__(self): return self.answer
    def __str__(self): return self.answer
    def __repr__(self): return self.answer
    def __bytes__(self): return self.answer
    def __format__(self, spec): return self.answer
    def __dir__(self): return self.answer
    def __iter__(self): return self.answer
    def __reversed__(self): return self.answer
    def __contains__(self, x): return self.answer
class MyInt(int): pass
class MyFloat(float): pass
class MyStr(str): pass
import math
for answer in (1, 2.5, "x", None, True, 1j, -1, 2**70, MyInt(4), MyFloat(1.5), MyStr("m"), b"b", [2, 1], iter(())):
    u = U(answer)
    shown = type(answer).__name__
    for f in (lambda: -u, lambda: +u, lambda: ~u, lambda: abs(u), lambda: int(u), lambda: float(u), lambda: complex(u), lambda: operator.index(u), lambda: round(u), lambda: round(u, 2), lambda: round(u, None), lambda: math.trunc(u),
              lambda: math.floor(u), lambda: math.ceil(u), lambda: bool(u), lambda: len(u), lambda: operator.length_hint(u), lambda: hash(u), lambda: str(u), lambda: repr(u), lambda: bytes(u), lambda: format(u), lambda: f"[{u:x}]", lambda: dir(u),
              lambda: list(u), lambda: reversed(u), lambda: 5 in u, lambda: bin(u), lambda: range(u), lambda: [1, 2, 3][u], lambda: "ab" * u, lambda: ascii(u), lambda: "[%s]" % u, lambda: "%d" % u, lambda: chr(u), lambda: math.sqrt(u), lambda: not u):
        result = attempt(f)
        text = result if isinstance(result, str) else repr(result)
        print(shown, type(result).__name__, text if " at 0x" not in text else "...")
