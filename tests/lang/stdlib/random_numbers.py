# python3.12
import builtins
def print(*args, sep=" ", **more):
    """Addresses are not the same twice."""
    parts = sep.join([str(a) for a in args]).split("0x")
    builtins.print("0x".join(parts[:1] + ["..." + p.lstrip("0123456789abcdef") for p in parts[1:]]), **more)

import random, reprlib, numbers
from random import Random
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
for s in (0,1,42,-7,2**70,'hello',b'bytes',bytearray(b'x'),1.5,True,''):
    r=Random(s); print(s,r.random(),r.getrandbits(5),r.getrandbits(100),r.randint(1,100),r.choice('abcdef'))
r=Random('v1'); r.seed('abc',version=1); print(r.random())
r=Random(3); L=list(range(20)); r.shuffle(L); print(L, r.sample(range(100),5), r.sample(range(10),10), r.sample(range(10**6),30), r.choices('abc',k=5), r.choices('abc',[1,2,3],k=5), r.choices('abc',cum_weights=[1,3,6],k=3), r.sample('ab',k=3,counts=[2,3]))
print(r.uniform(1,2), r.triangular(), r.triangular(1,5,2), r.normalvariate(), r.gauss(), r.gauss(5,2), r.lognormvariate(0,1), r.expovariate(2), r.vonmisesvariate(1,2), r.vonmisesvariate(0,0), r.gammavariate(2,3), r.gammavariate(1,3), r.gammavariate(.5,1), r.betavariate(2,3), r.paretovariate(3), r.weibullvariate(1,2), r.randbytes(5), r.binomialvariate(5,.3), r.binomialvariate(100,.4), r.binomialvariate(100,.8), r.binomialvariate(), r.randrange(5), r.randrange(1,10,3), r.randrange(10,1,-2), r.getrandbits(0))
st=r.getstate(); a=[r.random() for _ in range(700)]; r.setstate(st); print(a==[r.random() for _ in range(700)], st[0], len(st[1]), st[1][-1], sum(a))
tr(r.choice,[]); tr(r.randrange,0); tr(r.randrange,5,5); tr(r.randrange,1,5,0); tr(r.randrange,1.5); tr(r.sample,{1},1); tr(r.sample,[1],2); tr(r.choices,[1],[1,2]); tr(r.choices,[1],[0]); tr(Random,[]); tr(r.getrandbits,-1); tr(r.gammavariate,0,1); tr(r.randint,5,1); tr(r.binomialvariate,-1); tr(r.randrange,5,step=2)
random.seed(10); print([random.randint(0,9) for _ in range(10)], random.random())
x=Random(99); print([x.getrandbits(32) for _ in range(1300)][-3:])
print(reprlib.repr(list(range(100))), reprlib.repr('x'*100), reprlib.repr({i:i for i in range(10)}), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr((1,)), reprlib.repr(10**100), reprlib.repr({3,1,2}), reprlib.repr(set()), reprlib.repr(frozenset([1])))
class A(list):
    @reprlib.recursive_repr()
    def __repr__(s): return 'A('+list.__repr__(s)+')'
a=A(); a.append(a); print(a)
print(isinstance(1,numbers.Integral), isinstance(1.5,numbers.Real), isinstance(1j,numbers.Complex), isinstance(True,numbers.Rational), isinstance('',numbers.Number), isinstance(1,numbers.Number)); tr(numbers.Number); tr(numbers.Integral)
