# Subclasses of str, bytes and bytearray; protocols they meet; iteration; long strings.
class S(str):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def upper(self): return S(super().upper(), 'up')
    def __repr__(self): return f'S({str.__repr__(self)})'
s = S('héllo', 5)
print(s, repr(s), s.extra, s.upper(), s.upper().extra, type(s.lower()), type(s[1:]), type(s + 'x'), type(s * 1), type(str(s)), s == 'héllo', hash(s) == hash('héllo'))
print({s: 1}['héllo'], {'héllo': 2}[s], isinstance(s, str), len(s), s[1], list(s))
s.other = [1, 2]
print(s.__dict__, vars(s))
print(type(s.strip()), type(s.replace('q', 'z')), type(s.removeprefix('q')), type('%s' % s), type(''.join([s])), type(f'{s}'), type('{}'.format(s)))
class E(str): pass
e = E(); print(repr(e), len(e), E('abc'), E(b'abc', 'ascii'), E(5), E(object=7))
class W(str):
    __slots__ = ()
w = W('x' * 1000); print(len(w), w.count('x'))
class T(str):
    def __str__(self): return 'T!'
    def __format__(self, spec): return 'F:' + spec
    def __eq__(self, o): return True
    def __hash__(self): return 1
t = T('abc'); print(str(t), '%s' % t, f'{t}', f'{t:>5}', '{}'.format(t), t == 5, t != 5, repr(t), t.upper(), 'x' + t, t + 'x')
class B(bytes):
    def __new__(cls, *a): 
        self = super().__new__(cls, *a); self.tag = 'tag'; return self
b = B(b'abc'); print(b, b.tag, type(b), type(b[1:]), type(b + b'x'), b == b'abc', hash(b) == hash(b'abc'), type(bytes(b)), B.fromhex('6162').tag, type(B.fromhex('61')))
class BA(bytearray):
    def __init__(self, *a, **k): super().__init__(*a); self.k = k
ba = BA(b'xyz', q=1); ba.append(65); print(ba, ba.k, type(ba), type(ba[1:]), type(ba + b''), type(ba.copy()), BA.fromhex('61'), repr(ba))
class P:
    def __bytes__(self): return b'PP'
    def __index__(self): return 3
    def __str__(self): return 'P-str'
    def __repr__(self): return 'P-repr'
    def __format__(self, s): return f'<{s}>'
    def __len__(self): return 2
    def __getitem__(self, i): return [65, 66][i]
print(bytes(P()), bytearray(P()), 'ab'[P():], 'abcdef'[P()], 'x' * P(), '%d %s %r %x' % (P(), P(), P(), P()), '{:abc} {!r} {!s:>8}'.format(P(), P(), P()))
class Q:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i + 65
print(bytes(Q()), bytearray(Q()), ''.join(map(chr, Q())))
class M(dict):
    def __missing__(self, k): return f'<{k}>'
print('{a} {b}'.format_map(M(a=1)), '%(a)s %(zz)s' % M(a=2), 'abc'.translate(M({97: 'X'})) if False else '')
class G:
    def __getitem__(self, k): return k * 2
print('{a}{b}'.format_map(G()), 'abc'.translate(G()), '%(x)s' % G())
class N:
    a = 1
    class b: c = [1, {'k': 'v'}]
print('{0.a} {0.b.c[1][k]} {x.a} {0.b.c[0]}'.format(N, x=N), '{[1]} {.a}'.format([1, 2], N))
try: S(1, 2, 3)
except TypeError as err: print(err)
try: str.upper(5)
except TypeError as err: print(err)
try: str.upper()
except TypeError as err: print(err)
print(str.upper('abc'), str.join('-', 'abc'), bytes.upper(b'abc'), str.__add__('a', 'b'), 'abc'.__contains__('b'), 'abc'.__getitem__(1), 'a'.__mul__(3), 'a'.__rmul__(3), '%s'.__mod__(5), 'abc'.__len__(), 'abc'.__eq__('abc'), 'abc'.__lt__('abd'), 'abc'.__eq__(5), 'a'.__hash__() == hash('a'))
print('é'.__repr__(), 'é'.__str__(), 'é'.__format__('>3'), [*iter('aé')], 'abc'.__iter__().__next__(), 'a'.__getnewargs__(), b'a'.__getnewargs__())
it = iter('aé😀'); print(next(it), it.__length_hint__(), list(it), list(it), next(it, 'end'))
it = iter(b'ab'); print(next(it), it.__length_hint__(), list(it)); it = iter(bytearray(b'ab')); print(type(it).__name__, list(it))
print(type(iter(b'')))
for c in 'aé': print(c)
a, *r = 'xyz'; print(a, r)
print(max('hello'), min('hello'), sorted('hello'), list(enumerate('ab')), list(zip('ab', b'ab')), dict(zip('ab', 'cd')), set('aab') == {'a', 'b'}, list(reversed('abc')), tuple(reversed(b'ab')), ''.join(reversed('héy')))
print(str(None), str(True), str(1.5), str([1, 'a']), str({'a': b'x'}), str(b'x'), str(type('')), str(Ellipsis))
match 'abc':
    case str() as q: print('str', q)
match b'abc':
    case bytes(): print('bytes')
print('abc' is 'abc', ''.join([]) is '', 'a' 'b' "c" f"d{1}")
x = 'é' * 1000
print(x[500], x[999], x[-1000], len(x[100:900]), x.find('é', 700), x.index('é', -1), (x + 'z').find('z'), (x + 'z' + x).rfind('z'), (x+'z'+x)[1000], (x + 'zq').split('z'), (x+'z').partition('z')[2])
y = ''.join(chr(0x100 + i) for i in range(5000))
print(all(y[i] == chr(0x100 + i) for i in range(5000)), y[::-1][0] == y[-1], y[10:4000:7] == ''.join(chr(0x100 + i) for i in range(10, 4000, 7)), y[::-100] == ''.join(y[i] for i in range(4999, -1, -100)), y.index(chr(0x100 + 4321)), y.find(y[4000:4010]))
