# python3.12
# Metaclasses, __prepare__, __init_subclass__, __set_name__, __mro_entries__, __bases__, __class__, __slots__, subclasses of built-in types.


def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
# metaclasses
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', m.__name__, name, bases, kw)
        return {'seen': 1}
    def __new__(m, name, bases, ns, **kw):
        print('new', name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(c, *a, **k):
        print('call', c.__name__, a, k)
        return super().__call__(*a, **k)
    def __iter__(c): return iter([1,2])
    def __len__(c): return 7
    def __getattr__(c, n): return 'meta:' + n
    @property
    def prop(c): return 'P' + c.__name__
    def __contains__(c, x): return x == 5
    def __add__(c, o): return ('add', o)
    def __getitem__(c, k): return ('item', k)
class Base(metaclass=Meta, opt=3):
    def __init__(self, v): self.v = v
    def who(self): return __class__
class Derived(Base, opt=4):
    def who(self): return super().who(), __class__
d = Derived(5)
print(d.v, d.who(), list(Derived), len(Derived), Derived.zork, Derived.prop, 5 in Derived, Derived + 1, Derived[2], bool(Derived))
t(lambda: d.zork)
print(type(Derived), Derived.__mro__, Derived.mro(), Base.__subclasses__())
# __init_subclass__
class Plug:
    reg = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.reg.append((cls.__name__, tag))
class P1(Plug, tag='a'): pass
class P2(P1): pass
print(Plug.reg)
try:
    class P3(Plug, foo=1): pass
except TypeError as e: print(e)
# __set_name__
class Desc:
    def __set_name__(self, owner, name): self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, inst, owner=None):
        if inst is None: return self
        return inst.__dict__.get(self.name, 'unset')
    def __set__(self, inst, v): inst.__dict__[self.name] = v
    def __delete__(self, inst): del inst.__dict__[self.name]
class U:
    a = Desc(); b = Desc()
u = U(); print(u.a); u.a = 3; print(u.a, u.__dict__, U.a.name); del u.a; print(u.a)
class Bad:
    def __set_name__(self, o, n): raise ValueError('boo')
try:
    class V: z = Bad()
except Exception as e: print(type(e), e)
# mro_entries
class ME:
    def __mro_entries__(self, bases): print('entries', len(bases)); return (U, )
class W(ME(), Plug): pass
print(W.__mro__, len(W.__orig_bases__), W.__bases__)
try:
    class W2(3): pass
except TypeError as e: print(e)
class MB:
    def __mro_entries__(self, bases): return 3
try:
    class W2(MB()): pass
except TypeError as e: print(e)
t(lambda: type('x', (ME(),), {}))
# conflicts
class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
try:
    class C3(C1, C2): pass
except TypeError as e: print(e)
class M3(M1, M2): pass
class C4(C1, C2, metaclass=M3): pass
print(type(C4))
# function metaclass
def fm(name, bases, ns, **kw): return (name, bases, sorted(ns), kw)
class FM(int, metaclass=fm, z=1): q = 1
print(FM)
# type.__prepare__ not mapping
class BadPrep(type):
    @classmethod
    def __prepare__(m, *a): return 3
try:
    class BP(metaclass=BadPrep): pass
except TypeError as e: print(e)
# classcell
class NoCell(type):
    def __new__(m, n, b, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, n, b, ns)
try:
    class NC(metaclass=NoCell):
        def f(self): return __class__
except RuntimeError as e: print(e)
# mro override
class RevMRO(type):
    def mro(cls): 
        r = super().mro()
        return [r[0]] + r[1:-1][::-1] + [r[-1]]
class Ra(metaclass=RevMRO):
    def f(self): return 'a'
class Rb(Ra):
    def f(self): return 'b'
class Rc(Rb): pass
print(Rc.__mro__, Rc().f())
class BadMRO(type):
    def mro(cls): return [3]
t(lambda: BadMRO('x', (), {}))
# __bases__ assignment
class X1:
    def f(self): return 'x1'
class X2:
    def f(self): return 'x2'
    def __len__(self): return 9
class Y(X1): pass
class Z(Y): pass
z = Z(); print(z.f()); Y.__bases__ = (X2,); print(z.f(), len(z), Y.__mro__, Z.__mro__, X1.__subclasses__(), X2.__subclasses__())
def f(): Y.__bases__ = 3
t(f)
def f(): Y.__bases__ = ()
t(f)
def f(): Y.__bases__ = (3,)
t(f)
def f(): Y.__bases__ = (Z,)
t(f)
def f(): Y.__bases__ = (int,)
t(f)
def f(): Y.__bases__ = (bool,)
t(f)
# __class__ assignment
class K1:
    def f(self): return 1
class K2:
    def f(self): return 2
k = K1(); k.x = 5; k.__class__ = K2; print(k.f(), k.x, type(k), k.__dict__)
class S1: __slots__ = ('a','b')
class S2: __slots__ = ('a','b')
class S3: __slots__ = ('a','c')
s = S1(); s.a = 1; s.__class__ = S2; print(s.a, type(s))
def f(): s.__class__ = S3
t(f)
# slots
class SS:
    __slots__ = ('__x', 'y', '__dict__')
    def __init__(self): self.__x = 1; self.y = 2; self.z = 3
s = SS(); print(s._SS__x, s.y, s.z, s.__dict__, SS.__slots__)
class SD(SS):
    __slots__ = {'w': 'doc'}
s = SD(); s.w = 4; print(s.w, s.y); 
class LS(list): __slots__ = ('tag',)
l = LS([1,2]); 
t(lambda: l.tag)
l.tag = 3; print(l, l.tag)
def f(): l.foo = 1
t(f)
class LD(list): pass
l = LD([1]); l.foo = 2; print(l, l.foo, l.__dict__)
class ID(int):
    def __new__(cls, v, extra): 
        o = super().__new__(cls, v); o.extra = extra; return o
    def __add__(self, o): return ID(int(self) + int(o), 'sum')
i = ID(5, 'e'); print(i, i.extra, (i + 2).extra, i * 3, 3 + i, type(3+i), i.__dict__)
class SD(str):
    __slots__ = ('q',)
s = SD('abc'); s.q = 7; print(s, s.q, s.upper(), len(s))
class TD(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
x = TD(1,2,3); x.name = 'n'; print(x, x.first, x.name, x == (1,2,3))
class FD(float):
    def __repr__(self): return 'FD(' + super().__repr__() + ')'
f = FD(1.5); f.k = 1; print(f, [f], f + 1, f.k)
class DD(dict):
    def __missing__(self, k): return 'missing ' + k
d = DD(a=1); d.t = 1; print(d, d['a'], d['zz'], d.t)
class EX(ValueError):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: raise EX(1, 2)
except EX as e: print(e, e.args, e.b, e.__dict__)
