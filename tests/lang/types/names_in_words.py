# python3.12
# How types, functions and codecs are named in messages; what class assignment, sum, += and *= say of wrong operands.
import collections, io, operator, sys, inspect, re, copy, pickle, codecs, array
def t(f):
    try: r = f(); print(r if not hasattr(r,'__next__') else type(r).__name__)
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
od = collections.OrderedDict(a=1)
for f in [lambda: iter(od), lambda: reversed(od), lambda: iter(od.keys()), lambda: iter(od.values()), lambda: iter(od.items()), lambda: reversed(od.keys()), lambda: reversed(od.items()), lambda: reversed(od.values()), lambda: iter(memoryview(b'a')), lambda: iter('a'), lambda: iter('é'), lambda: iter(b'a'), lambda: iter(bytearray()), lambda: iter({}), lambda: iter({}.items()), lambda: reversed({}), lambda: reversed([]), lambda: iter(set()), lambda: iter(frozenset()), lambda: iter(range(3)), lambda: iter(array.array('i')), lambda: iter(collections.deque()), lambda: reversed(collections.deque()), lambda: enumerate([]), lambda: zip(), lambda: map(str,[]), lambda: filter(None,[]), lambda: iter(int, 0), lambda: iter(type('A',(),{'__getitem__':1})()), lambda: reversed(range(3)), lambda: reversed(()), lambda: reversed('ab'), lambda: iter(collections.UserDict()), lambda: iter(collections.ChainMap()), lambda: iter(collections.Counter()), lambda: iter(re.finditer('a','a')), lambda: iter(io.StringIO()), lambda: iter(()),lambda: iter([]), lambda: open('/dev/null').__iter__(), lambda: iter(inspect.signature(t).parameters), lambda: iter(type.__dict__), lambda: iter(type.__dict__.items())]: t(f)
class A: pass
class B: pass
class C(A): pass
class I(int): pass
class S(A): __slots__ = ('x',)
class D(dict): pass
for x, b in [(C,(int,)),(C,(object,)),(C,(dict,)),(A,(B,)),(I,(A,)),(I,(object,)),(I,(str,)),(C,()),(C,5),(C,(5,)),(C,(C,)),(C,(B,A)),(C,(A,A)),(int,(str,)),(D,(list,)),(D,(C,)),(C,(S,)),(S,(B,)),(C,(bool,)),(C,(type,)),(C,(Exception,)),(C,(tuple,)),(C, (B,))]:
    def f(): x.__bases__ = b; return x.__bases__
    t(f)
def dele(): del C.__bases__
t(dele)
for f in [lambda: sum(5,'x'), lambda: sum([],'x'), lambda: sum([], b''), lambda: sum(5, b''), lambda: sum([], bytearray()), lambda: sum(), lambda: sum([1],start='x'), lambda: sum(5), lambda: sum(['a'], 'b'), lambda: sum([[1]], [])]: t(f)
for f in [lambda: operator.iconcat([1], (2,)), lambda: operator.iconcat(1, 2), lambda: operator.iconcat([1], 5), lambda: operator.concat(1, 2), lambda: operator.concat([1], 5), lambda: operator.concat([1], ...), lambda: operator.concat(..., [1]), lambda: operator.iconcat({}, []), lambda: operator.iconcat('a', 'b'), lambda: operator.iconcat((1,), (2,))]: t(f)
class M:
    def __imul__(s, o): return ('imul', o)
    def __iadd__(s, o): return NotImplemented
    def __rmul__(s, o): return ('rmul', o)
class N:
    def __imul__(s, o): return NotImplemented
def g(a, b):
    def f():
        x = a; x *= b; return x
    return f
def h(a, b):
    def f():
        x = a; x += b; return x
    return f
for a in (M(), N(), (1,), [1], 'a', 3): 
    for b in (M(), N(), (1,), 2): 
        def w(f):
            def q():
                r = f(); return re.sub('0x[0-9a-f]+','',repr(r))
            return q
        t(w(g(a, b))); t(w(h(a, b)))
for f in [lambda: True.conjugate(1), lambda: True.__floor__(1), lambda: True.bit_count(1), lambda: True.as_integer_ratio(1), lambda: True.__trunc__(1), lambda: I(3).conjugate(1), lambda: (3).conjugate(1), lambda: D().keys(1), lambda: D().get(), lambda: I().bit_length(1), lambda: True.__ceil__(1), lambda: True.bit_length(1), lambda: True.to_bytes(1,2,3,4), lambda: True.__round__(1,2), lambda: True.real(1), lambda: collections.OrderedDict().keys(1), lambda: collections.Counter().keys(1), lambda: type('Z',(list,),{})().append(), lambda: type('Z',(str,),{})().upper(1), lambda: type('Z',(list,),{}).append(), lambda: type('Z',(dict,),{})().pop()]: t(f)
f1 = io.TextIOWrapper(io.BytesIO())
for f in [lambda: {} | f1, lambda: f1 + 1, lambda: dict(**f1), lambda: int(f1), lambda: f1(), lambda: len(f1), lambda: f1[0], lambda: 1 + io.BytesIO(), lambda: [][io.StringIO()], lambda: (lambda **k: 0)(**f1), lambda: (lambda *k: 0)(*5), lambda: inspect.signature(t).bind(**5), lambda: inspect.signature(t).bind(*5), lambda: abs(io.BytesIO()), lambda: f1 < f1, lambda: hash(f1) and 1, lambda: io.StringIO() @ 1, lambda: array.array('i') | 1, lambda: collections.deque() | 1, lambda: re.compile('a') + 1, lambda: re.match('a','a') + 1, lambda: collections.OrderedDict() + 1, lambda: sys.stdout + 1]: t(f)
for f in [lambda: b'\xff'.decode('u8'), lambda: b'\xff'.decode('utf8'), lambda: codecs.decode(b'\xff','u8'), lambda: codecs.encode('é','ascii'), lambda: codecs.encode('€','latin1'), lambda: codecs.decode(b'zz','hex'), lambda: codecs.encode(5,'hex'), lambda: codecs.decode(b'a','rot13'), lambda: codecs.encode(b'a','rot13'), lambda: codecs.decode(b'\x81','cp1252'), lambda: b'\x81'.decode('cp1252'), lambda: codecs.decode(b'x','zlib'), lambda: codecs.decode(b'a','base64')]: t(f)
for s in ('a\n','a\r\n','a\rb\n','x'):
    r = io.TextIOWrapper(io.BytesIO(s.encode())); t(lambda: (r.read(), r.newlines)); r2 = io.StringIO(s, newline=None); t(lambda: (r2.read(), r2.newlines))
for f in [lambda: re.compile(5), lambda: re.match(5,''), lambda: re.sub(5,'',''), lambda: copy.copy(re.compile('a')), lambda: array.array(5), lambda: array.array('ii'), lambda: array.array('z'), lambda: array.array('i','ab'), lambda: array.array('i', 5), lambda: array.array(), lambda: array.array('b', ['a']), lambda: pickle.loads(pickle.dumps(re.compile('a'))), lambda: copy.copy(re.match('a','a')), lambda: super(int, 'a').x, lambda: super(5, 5), lambda: 'a'.removeprefix(5), lambda: sorted([1],[2]), lambda: sorted([1, None]), lambda: max(1, 'a'), lambda: -None]: t(f)
