# python3.12: Callbacks that change what is being looked at, and callbacks that fail.
def t(f):
    try: print(repr(f())[:100])
    except BaseException as e: print(type(e).__name__, str(e).removesuffix(" while getting the repr of an object")[:150]) # which depth ends it first depends on the build
ba = bytearray(b'0123456789' * 50)
class Evil:
    def __init__(self, v, f): self.v = v; self.f = f
    def __index__(self): self.f(); return self.v
def fresh(): ba[:] = b'0123456789' * 50
def clear(): ba.clear()
def shrink(): del ba[5:]
fresh()
def it():
    for i in range(10):
        ba.clear(); yield i
t(lambda: bytes(it())); fresh()
t(lambda: ba.extend(it())); fresh()
t(lambda: b','.join(x for x in [b'a', ba])); 
lst = [1, 2, 3]
class E2:
    def __index__(self): lst.clear(); return 7
lst[:] = [E2(), 2, 3]; t(lambda: bytes(lst)); lst[:] = [E2(), 2, 3]; t(lambda: bytearray(lst))
class R:
    def __format__(self, s): return '{}'.format(self)
t(lambda: '{}'.format(R()))
class R2:
    def __str__(self): return '%s' % self
t(lambda: '%s' % R2())
class R3:
    def __repr__(self): return '{!r}'.format(self)
t(lambda: '{!r}'.format(R3()))
class BadFormat:
    def __format__(self, s): return 5
t(lambda: '{}'.format(BadFormat()))
class BadStr:
    def __str__(self): return 5
t(lambda: '%s' % BadStr()); t(lambda: str(BadStr())); t(lambda: '{!s}'.format(BadStr()))
class BadBytes:
    def __bytes__(self): return 'x'
t(lambda: bytes(BadBytes())); t(lambda: b'%b' % BadBytes())
class BadIndex:
    def __index__(self): return 'x'
t(lambda: 'abc'[BadIndex()]); t(lambda: bytes(BadIndex())); t(lambda: b'abc'[BadIndex():]); t(lambda: 'x' * BadIndex()); t(lambda: 'abc'.find('a', BadIndex())); t(lambda: bytes([BadIndex()]))
class Boom:
    def __index__(self): raise KeyError('boom')
    def __iter__(self): raise KeyError('iter')
    def __getitem__(self, k): raise ValueError('gi')
    def __str__(self): raise OSError('s')
t(lambda: 'abc'[Boom()]); t(lambda: bytes(Boom())); t(lambda: bytearray(Boom())); t(lambda: 'x'.join(Boom())); t(lambda: 'abc'.translate(Boom())); t(lambda: '%s' % Boom()); t(lambda: '{a}'.format_map(Boom())); t(lambda: '%(a)s' % Boom()); t(lambda: 'a'.center(Boom())); t(lambda: str(Boom()))
t(lambda: 'a'.join(['b'] * 3 + [1])); t(lambda: ''.join(iter(['a', 'b']))); t(lambda: ''.join(c for c in 'abc')); t(lambda: ','.join({'a': 1, 'b': 2})); t(lambda: ','.join('abc')); t(lambda: ','.join(()))
t(lambda: max(len(x) for x in 'a,bb,ccc'.split(',')))
t(lambda: '\0'.join(['a', 'b'])); t(lambda: 'a\0b'.split('\0')); t(lambda: 'a\0b'.find('\0')); t(lambda: len('a\0b')); t(lambda: repr('a\0b')); t(lambda: 'a\0b' == 'a\0c'); t(lambda: int('1\0')); t(lambda: 'a\0b'.encode('utf-16-le')); t(lambda: '%s' % 'a\0b'); t(lambda: '{}'.format('a\0b'))
