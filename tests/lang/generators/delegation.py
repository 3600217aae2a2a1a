# Generators: send, throw, close, yield from; iteration without and with iterator objects.
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
        return 'ret'
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
    finally:
        print('fin')
a = g(); print(next(a), a.send('A')); t(lambda: a.send('B')); t(lambda: next(a)); t(lambda: a.send(1))
a = g(); next(a); print(a.throw(ValueError('v'))); t(lambda: next(a))
a = g(); next(a); t(lambda: a.throw(KeyError, 'k')); t(lambda: a.throw(KeyError('again')))
a = g(); t(lambda: a.throw(ValueError('first'))); t(lambda: next(a))
a = g(); t(lambda: a.send(5)); a.close(); t(lambda: next(a))
a = g(); next(a); a.close()
t(lambda: g().throw(5)); t(lambda: g().throw(ValueError('x'), 'y')); t(lambda: g().throw(int))
def inner():
    try:
        r = yield 'i1'
        print('inner got', r)
        r = yield 'i2'
    except KeyError as e:
        print('inner caught', e)
        return 'inner-ret-exc'
    finally: print('inner fin')
    return 'inner ret'
def outer():
    x = 'unset'
    try:
        x = yield from inner()
    except ValueError as e:
        print('outer caught', e, x)
    print('x =', x)
    yield 'o'
a = outer(); print(next(a), a.send(7)); print(next(a)); t(lambda: next(a))
a = outer(); next(a); print(a.throw(KeyError('k')))
a = outer(); next(a); print(a.throw(ValueError('k')))
a = outer(); next(a); print(a.gi_yieldfrom is not None, a.gi_running, a.gi_suspended if hasattr(a, 'gi_suspended') else True); a.close()
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('itval')
        return self.n
    def send(self, v): print('send', v); return self.__next__()
    def throw(self, *a): print('throw', a); raise StopIteration('thrown')
    def close(self): print('closed')
def o2(): 
    r = yield from It()
    print('r', r)
    yield 'end'
a = o2(); print(next(a), a.send('s')); print(next(a))
a = o2(); next(a); print(a.throw(ValueError('z')))
a = o2(); next(a); a.close()
def o3(): r = yield from [1,2]; print(r)
print(list(o3())); 
a = o3(); next(a); t(lambda: a.send(3)); 
a = o3(); next(a); t(lambda: a.throw(KeyError('zz')))
def bad(): yield from 5
t(lambda: list(bad()))
def me():
    yield next(m)
m = me(); t(lambda: next(m))
def stop(): 
    yield 1
    raise StopIteration('s')
t(lambda: list(stop()))
def stop2(): next(iter([])); yield
t(lambda: list(stop2()))
def ign():
    while True:
        try: yield 1
        except GeneratorExit: pass
a = ign(); next(a); t(lambda: a.close())
ign = None
def handled():
    try: raise ValueError('in gen')
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
a = handled(); print(next(a), sys.exc_info()[0])
try: raise KeyError('k')
except KeyError:
    print(next(a), sys.exc_info()[0]); print(next(a), sys.exc_info()[0])
def ctx():
    yield 1
    raise ValueError('new')
a = ctx(); next(a)
try: raise KeyError('old')
except KeyError:
    t(lambda: next(a))
print(sum(x*x for x in range(10)), list(x for x in (1,2) for y in 'ab'), dict((k, v) for k, v in zip('ab', [1,2])))
ge = (i for i in [1,2,3]); print(type(ge).__name__, ge.__name__, ge.__qualname__)
def tree(n):
    if n: 
        yield from tree(n-1); yield n; yield from tree(n-1)
print(list(tree(4)))
def deep(n):
    if n: yield from deep(n-1)
    yield n
print(len(list(deep(300))))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a+b
import itertools
print(list(itertools.islice(fib(), 20)))
def gx():
    try:
        yield 1
    except GeneratorExit:
        print('exit'); raise
    else: print('else')
a = gx(); next(a); a.close(); print(a.gi_frame)
def ret_none(): 
    yield
    return
try:
    q = ret_none(); next(q); next(q)
except StopIteration as e: print(repr(e), e.value)
def ret_tuple():
    return (1, 2)
    yield
try: next(ret_tuple())
except StopIteration as e: print(repr(e), e.value)
for x, y in ((i, i*i) for i in range(3)): print(x, y)
for i, (a_, b_) in enumerate(zip('ab', 'cd')): print(i, a_, b_)
for k, v in {'a': 1, 'b': 2}.items(): print(k, v)
for i, c in enumerate('xyz', 5): print(i, c)
try:
    for k, v in {'abc': 1}: print(k, v)
except ValueError as e: print(e)
try:
    for k, v in [1]: pass
except TypeError as e: print(e)
d = {1: 1}
try:
    for k in d: d[k+1] = 1
except RuntimeError as e: print(e)
l = [1,2,3]
for x in l:
    if len(l) < 6: l.append(x*10)
print(l)
for x in range(10, 0, -3): print(x, end=' ')
for x in range(0): print('no')
else: print('else')
for x in range(2**70, 2**70+3): print(x)
