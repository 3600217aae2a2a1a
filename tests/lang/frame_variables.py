# What frames tell of their variables: while they run, when they have ended, and where an exception has passed.
import sys, traceback, inspect
def f(a, b=2):
    c = a + b
    if a > 100:
        d = 5
    fr = sys._getframe()
    assert fr is sys._getframe() is inspect.currentframe()
    print(sorted(fr.f_locals), fr.f_lineno, fr.f_code.co_name, fr.f_back.f_code.co_name)
    e = 3
    print(fr.f_locals['e'], 'd' in fr.f_locals)
    return fr
fr = f(1)
print(fr.f_locals['c'], fr.f_back is sys._getframe(), fr.f_lineno)
def g(x):
    y = [x]
    def inner(z):
        w = z + y[0]
        return 1 / 0
    try:
        inner(5)
    finally:
        del x
def h():
    s = 'text'
    g(7)
try:
    h()
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, {k: v for k, v in tb.tb_frame.f_locals.items() if isinstance(v, (int, str, list))} if tb.tb_frame.f_code.co_name != '<module>' else '')
        assert tb.tb_frame is tb.tb_frame
        tb = tb.tb_next
    t = traceback.TracebackException.from_exception(e, capture_locals=True)
    for s in t.stack[1:]: print(s.name, sorted((k, v) for k, v in s.locals.items() if 'object' not in v and 'function' not in v))
def gen(n):
    k = n
    while True:
        k += 1
        try:
            yield k
        finally: pass
it = gen(3)
print(it.gi_frame.f_locals, it.gi_frame.f_lineno)
next(it); fr = it.gi_frame
print(fr.f_locals, fr.f_lineno, fr is it.gi_frame, fr.f_back)
next(it)
print(fr.f_locals)
it.close()
print(it.gi_frame, fr.f_locals)
class C:
    zz = 4
    print('zz' in sys._getframe().f_locals, sys._getframe().f_lineno, sys._getframe().f_code.co_name)
exec("q = 1\nprint(sorted(sys._getframe().f_locals))", {'sys': sys, '__builtins__': __builtins__}, {})
def gg():
    a1 = 1
    def inner():
        return sys._getframe().f_back.f_locals, a1
    r = inner()
    return r[0]
print(sorted(gg()))
def clr():
    big = 3
    raise ValueError
try: clr()
except ValueError as e:
    fr = e.__traceback__.tb_next.tb_frame
    print(fr.f_locals); traceback.clear_frames(e.__traceback__); print(fr.f_locals)
def rec(n):
    return sys._getframe() if n == 0 else rec(n-1)
fr = rec(3); l = []
while fr.f_code.co_name == 'rec': l.append(fr.f_locals); fr = fr.f_back
print(l)
def st():
    for i, (a, b) in enumerate([(1, 2)]):
        s = ''
        for j in range(3): s += str(j)
        try: raise KeyError
        except KeyError as e: fr = e.__traceback__.tb_frame
        s += 'more'
    return fr.f_locals['s']
print(st() in ('012', '012more'))
def lc():
    v = 1
    with open('/dev/null') as fh:
        x = [sys._getframe().f_lineno for _ in (1,)]
        raise RuntimeError
try: lc()
except RuntimeError as e: print(sorted(e.__traceback__.tb_next.tb_frame.f_locals))
