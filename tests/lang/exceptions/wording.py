# What exceptions say, and what becomes of them: context, cause, handlers, with, except*.
import sys
def show(e):
    out = []
    while e is not None:
        out.append((type(e).__name__, str(e), e.__suppress_context__)); e = e.__cause__ or e.__context__
    print(out)
try:
    try: raise ValueError(1)
    except ValueError as e: raise KeyError(2)
except KeyError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError as e: raise KeyError(2) from None
except KeyError as e: print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    try: raise ValueError(1)
    except ValueError as e: raise KeyError(2) from e
except KeyError as e: show(e)
def f():
    try: return 1
    finally: print('fin')
print(f())
def f2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print('f', i)
    return 'done'
print(f2())
def f3():
    try: raise ValueError
    except ValueError: return sys.exc_info()[0]
    finally: print(sys.exc_info()[0])
print(f3(), sys.exc_info())
try: raise
except RuntimeError as e: print(e)
for bad in ("raise 5", "raise ValueError from 5", "raise int", "try:\n raise ValueError\nexcept 5: pass", "try:\n raise ValueError\nexcept (int, str): pass", "x = undefined_name", "del undefined_name",
    "def q():\n  print(zz)\n  zz=1\nq()", "def q():\n  def r(): return zz\n  r()\n  zz=1\nq()", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 5", "[][1]", "{}['k']", "(1)[0]", "None.x", "(1).x = 2", "'a' + 1", "1 + 'a'", "-'a'", "1 < 'a'", "[] < 1", "len(5)", "iter(5)", "next([])",
    "with 5: pass", "for x in 5: pass", "5()", "import nosuchmodule", "int('x')", "1/0", "1//0", "1%0", "1.0/0", "2**-1 and 0**-1", "assert False", "assert 0, 'msg'", "[1,2].remove(5)", "{}.popitem()", "class X(5): pass", "class A: pass\nclass B(A, A): pass", "def f(): return __class__\nf()", "'%d' % 'x'", "f'{1:zz}'", "del [][0]", "x = {[]: 1}", "{1, []}", "1 in 5", "[*5]", "{**5}", "print(*5)", "lambda: (yield)", "a = b = c = q", "object().x", "object().x = 1", "type.x", "[].x", "(lambda: 0).x", "x: int = 'a'; print(x)", "del x", "global_x += 1", "match 5:\n case int(a, b): pass", "match 5:\n case 5(): pass", "super()", "super().x", "def f():\n  super().x\nf()", "[x for x in 1]", "sorted([1, 'a'])", "abs('a')", "1 @ 2", "~1.5", "1 << -1", "1.5 << 1", "'a' * 'b'", "[1] + (1,)", "range('a')", "chr(-1)", "ord('ab')", "''.join([1])", "1 if [] < {} else 0", "x = yield_", "not_callable = 3; not_callable(1)", "(1,2).append(3)", "'abc'[10]", "'abc'['a']", "b'abc'[10]", "(1,2)[5]", "(1,2)['a']", "range(3)[5]", "[1,2,3][1:2:0]"):
    try: exec(bad)
    except BaseException as e: print(repr(bad), '->', type(e).__name__, e)
    else: print(repr(bad), 'OK')
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v, tb is not None); return s.sup
with CM(1) as a, CM(2) as b: print(a.n, b.n)
with CM(3, True): raise ValueError('sup')
try:
    with CM(4): raise ValueError('not')
except ValueError as e: print('out', e)
class BadExit:
    def __enter__(s): return s
try:
    with BadExit(): pass
except (TypeError, AttributeError) as e: print(e)
class RaisingExit(CM):
    def __exit__(s, *a): raise KeyError('exit')
try:
    with RaisingExit(5): raise ValueError('body')
except KeyError as e: show(e)
def nested():
    try:
        try: 1/0
        finally: print('inner')
    except ZeroDivisionError as e: print('caught', e); return e
e = nested(); print(e.__traceback__ is not None, e.__traceback__.tb_lineno)
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as eg: print('V', eg.exceptions)
    except* (TypeError, OSError) as eg: print('T', eg.exceptions)
except ExceptionGroup as eg: print('rest', eg.exceptions)
try:
    try: raise ValueError('plain')
    except* ValueError as eg: print(type(eg).__name__, eg.exceptions); raise KeyError('from star')
except ExceptionGroup as e: print(repr(e), e.exceptions)
except KeyError as e: print('KeyError', e)
e1 = ValueError('cycle')
try:
    try: raise e1
    except ValueError: raise e1
except ValueError as e: print(e.__context__)
try:
    try: raise e1
    except ValueError as a:
        try: raise KeyError('mid')
        except KeyError as k: raise a
except ValueError as e: print(repr(e.__context__), repr(e.__context__.__context__))
def reraise():
    try: raise ValueError('r')
    except ValueError:
        try: raise KeyError('inner')
        except KeyError: pass
        raise
try: reraise()
except ValueError as e: print(e, sys.exc_info()[0].__name__)
print(sys.exc_info())
def loopfin():
    while True:
        try:
            try: return 'a'
            finally: 1/0
        except ZeroDivisionError: break
    return 'b'
print(loopfin())
def swallow():
    try: raise ValueError
    finally: return 'swallowed'
print(swallow())
try: raise ValueError('x')
except ValueError as e: pass
try: e
except NameError as n: print(n)
def el():
    try: pass
    except: print('no')
    else: print('else'); return 1
    finally: print('finally')
el()
