# python3.12
import warnings
warnings.simplefilter('always')
class I(int): pass
class X:
    def __int__(s): return I(3)
    def __index__(s): return I(3)
    def __float__(s): return F(3)
    def __complex__(s): return C(3)
class F(float): pass
class C(complex): pass
class T:
    def __trunc__(s): return 4
import operator,math
for f in (lambda: int(X()), lambda: operator.index(X()), lambda: float(X()), lambda: complex(X()), lambda: int(T()), lambda: ~[True][0], lambda: bool(NotImplemented), lambda: not NotImplemented, lambda: 1 if NotImplemented else 2, lambda: math.sqrt(X()), lambda: [1,2,3,4][X()], lambda: range(X())):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        r=f()
    print(r, type(r), [str(x.message) for x in w], [x.lineno for x in w])
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: print(f())
        except Warning as e: print(type(e), e)
print(sum([-0.0], -0.0), sum([-0.0]), sum([1e308,1e308,-1e308]), sum([-0.0,-0.0],-0.0))
class FF(float):
    def __floor__(s): return 1
    def __ceil__(s): return 2
    def __trunc__(s): return 3
print(math.floor(FF(9.5)), math.ceil(FF(9.5)), math.trunc(FF(9.5)), int(FF(9.5)))
inf=float('inf')
for x in (0.0,-0.0):
    for y in (-inf, inf, -1.0, -2.0, -0.5, 3.0, 0.0):
        try: print(x,y,x**y)
        except ZeroDivisionError as e: print(x,y,e)
print(math.hypot(float.fromhex('0x1.e930b9cd99035p+29'), float.fromhex('0x1.5a1030e18dff9p+30')), math.hypot(3,4), math.hypot(1e300,1e300), math.hypot(5e-324,0), math.hypot(1e-320,1e-320), math.hypot(0.0,-0.0), math.hypot(inf,float('nan')))
# Warnings about what special methods of numbers return; rounding of subclasses of float, sums, powers of zero, spaces around digits.
import random
r=random.Random(5)
for n in range(5): print(math.hypot(*[r.uniform(-1e6,1e6) for _ in range(2)]), math.fsum([r.uniform(-1,1)*10.0**r.randint(-300,300) for _ in range(1000)]))
for s in (b'123\xa0', b' 12 ', '\xa012\xa0', b'\x0c1\x0b', b'\x1c1', '\x1c1', b'1\x85'):
    for t in (int, float):
        try: print(repr(s), t(s))
        except ValueError as e: print(e)
for t in (memoryview(b'5'), bytearray(b'5'), b'5'):
    for k in (int,float):
        try: print(k(t))
        except TypeError as e: print(e)
