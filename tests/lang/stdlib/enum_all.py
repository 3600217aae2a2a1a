# python3.12
import enum, copy
from enum import *
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    "doc"
    RED=1
    GREEN=2
    CRIMSON=1
    def hi(self): return self.name.lower()
    @classmethod
    def dflt(cls): return cls.RED
    @property
    def twice(self): return self.value*2
print(Color, Color.RED, repr(Color.RED), Color(1), Color['GREEN'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.name, Color.RED.value, Color.__members__, Color.RED in Color, 1 in Color, 5 in Color, Color.RED.hi(), Color.dflt(), Color.RED.twice, hash(Color.RED)==hash('RED'), f'{Color.RED}', f'{Color.RED:>12}', Color.RED==1, Color.RED!=Color.GREEN, list(reversed(Color)), Color.__doc__, isinstance(Color.RED,Color), type(Color.RED), bool(Color.RED), {Color.RED:1})
tr(Color,9); tr(lambda: Color['X']); tr(lambda: Color.NOPE); tr(setattr,Color,'RED',5); tr(delattr,Color,'RED'); tr(lambda: Color.RED<Color.GREEN); tr(setattr,Color.RED,'value',3); tr(setattr,Color.RED,'name',3); tr(lambda: Color.name); tr(Color); print(Color.RED.RED if hasattr(Color.RED,'RED') else 'no')
def e1():
    class X(Color): A=1
def e2():
    class X(Enum):
        A=1
        A=2
def e3():
    class X(Enum):
        A=1
        def A(self): pass
def e4():
    class X(Enum): _foo_=1
def e5():
    class X(Enum): mro=1
def e6():
    @unique
    class X(Enum):
        A=1;B=1;C=1
def e7():
    class X(IntEnum): A='x'
def e8():
    class X(StrEnum): A=1
def e9():
    class X(Enum):
        _order_='B A'
        A=1;B=2
for e in (e1,e2,e3,e4,e5,e6,e7,e8,e9): tr(e)
class A(Enum):
    X=auto(); Y=auto(); Z=10; W=auto()
print([(m.name,m.value) for m in A])
class S(StrEnum):
    FOO=auto(); BAR='b'
print(S.FOO, repr(S.FOO), S.BAR=='b', S('b'), f'{S.BAR}', S.FOO.upper(), str(S.BAR), S.BAR+'x', 'b' in S, S.BAR.value)
class I(IntEnum):
    A=1;B=2
print(I.A, repr(I.A), I.A+1, I.A<I.B, I.A==1, f'{I.A:03d}', str(I.B), int(I.B), [10,20,30][I.A], sorted([I.B,I.A]), I(2), 1 in I, '%d'%I.A)
class P(Enum):
    EARTH=(5.97e24,6.37e6)
    MARS=(6.4e23,3.4e6)
    def __init__(self,mass,radius): self.mass=mass; self.radius=radius
    @property
    def g(self): return self.mass/self.radius
print(P.EARTH.mass, P.EARTH, P((6.4e23,3.4e6)), P.EARTH.value, repr(P.MARS)); print(P(5.97e24,6.37e6))
class C2(bytes,Enum):
    def __new__(cls,v,label):
        o=bytes.__new__(cls,[v]); o._value_=v; o.label=label; return o
    PX=(0,'P.X'); PY=(1,'P.Y')
print(C2.PX.label, C2(1), C2.PY)
class Perm(Flag):
    R=4;W=2;X=1
    RWX=7
print(Perm.R, Perm.R|Perm.W, repr(Perm.R|Perm.W), Perm(7), Perm(0), repr(Perm(0)), Perm.R in Perm(6), Perm.X in Perm(6), list(Perm(6)), ~Perm.R, repr(~Perm.R), Perm.R&Perm.W, bool(Perm.R&Perm.W), Perm.R^Perm.RWX, len(Perm(7)), list(Perm), Perm.RWX, Perm(3).name, Perm(3).value, Perm.__members__.keys(), Perm(6) is Perm.R|Perm.W, (Perm.R|Perm.W)|Perm.X is Perm.RWX); tr(Perm,8); tr(Perm,'x'); tr(lambda: Perm.R|1); tr(lambda: 1 in Perm.R); print(repr(Perm(-1)), Perm, [m for m in Perm.RWX])
class IP(IntFlag):
    R=4;W=2;X=1
print(IP.R|IP.W, repr(IP.R|IP.W), repr(IP(8)), repr(IP(12)), IP.R|8, repr(IP.R|8), IP.R+1, repr(~IP.R), ~IP.R, IP(0), repr(IP(0)), IP.R==4, repr(IP.R&6), 4|IP.W, repr(1|IP.W), list(IP(7)), IP.R in IP(7), f'{IP.R|IP.W}', str(IP.X), IP(7)-1, repr(IP(-1)), repr(IP.R^IP.W))
class CF(Flag,boundary=CONFORM): A=1;B=2
class EF(Flag,boundary=EJECT): A=1;B=2
class KF(Flag,boundary=KEEP): A=1;B=4
print(repr(CF(7)), repr(EF(7)), repr(KF(15)), repr(KF(2)), CF.A|CF.B, KF(5), list(KF(15)), ~KF.A, CF(-1), EF(-2))
class AF(Flag):
    A=auto();B=auto();C=auto();AB=A|B;ALL=A|B|C
print([m.value for m in AF], AF.AB, AF(3), repr(AF(5)), AF.ALL, AF.AB in AF.ALL, AF._flag_mask_)
F=Enum('F','a b c'); print(list(F), F.a.value, F.__module__, F.__name__); print(list(Enum('G',['x','y'],start=5)), list(Enum('H',{'p':1,'q':'z'})), list(Enum('H2',[('p',1),('q',2)])), list(IntEnum('J','a b')), list(Flag('K','a b c')), list(StrEnum('L','AA BB')), Enum('M','a',module='mm',qualname='q.M').__qualname__, list(Enum('N','a b',type=int))); tr(Enum,'zz'); print(list(Enum('Em',())))
class Mi(Enum):
    A=1
    @classmethod
    def _missing_(cls,v): return cls.A if v=='a' else 'bad' if v=='b' else None
print(Mi('a')); tr(Mi,'b'); tr(Mi,'c')
class GN(Enum):
    def _generate_next_value_(name,start,count,last): return name*2
    Q=auto();R=auto()
print(GN.Q.value, GN.R.value)
class Ig(Enum):
    _ignore_='i tmp'
    tmp=[]
    for i in range(3): vars()[f'm{i}']=i
print(list(Ig))
class NM(Enum):
    A=1
    B=nonmember(5)
    @member
    def C(self): return 7

    D=member(lambda: 1)
print([m.name for m in NM if m.name!='Inner'], NM.B, type(NM.C).__name__)
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
class Un(Enum):
    A=[1]; B={}
print(Un([1]), Un.B); tr(Un,[2])
class Base(Enum):
    def desc(self): return f'{self.name}={self.value}'
class D(Base): A=1
print(D.A.desc(), D.__mro__, D.A.__class__)
class OM(int,Enum):
    A=1
    def __str__(self): return 'om'
print(OM.A, repr(OM.A), f'{OM.A}', OM.A+1)
class Mix(str,Enum): A='a'
print(Mix.A, f'{Mix.A}', repr(Mix.A), Mix.A=='a', Mix.A.upper(), '%s'%Mix.A, str(Mix.A), format(Mix.A))
@verify(UNIQUE)
class V(Enum): A=1
def v1():
    @verify(UNIQUE)
    class X(Enum): A=1;B=1
def v2():
    @verify(CONTINUOUS)
    class X(IntEnum): A=1;B=4
def v3():
    @verify(CONTINUOUS)
    class X(Flag): A=1;B=8
def v4():
    @verify(NAMED_FLAGS)
    class X(Flag): A=1;B=2;C=7
for v in (v1,v2,v3,v4): tr(v)
class NV(Enum):
    name='n'; value='v'
print(NV.name, NV.value, NV.name.name, NV.value.value)
from dataclasses import dataclass
@dataclass
class Dt:
    x: int
    y: int=2
class De(Dt,Enum):
    A=1
    B=(2,3)
print(De.A, repr(De.A), De.B.y, De.B)
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
print(dir(Color.RED), dir(Color), EnumType, EnumMeta is EnumType, type(Color), enum.show_flag_values(6), enum.bin(5), enum.bin(-5), enum.bin(5,8), enum.bin(0), enum.bin(-1), STRICT, repr(KEEP), auto())
class WithNew(Enum):
    def __new__(cls, v):
        o=object.__new__(cls); o._value_=v*10; return o
    A=1;B=2
print(WithNew.A.value, WithNew(20), list(WithNew))
class IS(Enum):
    def __init_subclass__(cls, **k): super().__init_subclass__(**k); print('sub',cls.__name__, list(cls))
class IS2(IS): Q=1
import json
print(Color.RED._value_, Color._member_names_, Color._value2member_map_, I.A.__class__.__name__, {I.A:2}[1], isinstance(I.A,int))
@global_enum
class GE(Enum): GA=1
print(repr(GE.GA), GE.GA, GA)
class T3(tuple,Enum):
    A=(1,2)
print(T3.A, T3.A[1], repr(T3.A))
class Fl(float,Enum):
    A=1.5
print(Fl.A*2, repr(Fl.A), Fl(1.5))
