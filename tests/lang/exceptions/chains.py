# Contexts, causes, tracebacks: what raise, from, finally, with and throw() leave behind.
import sys
def show(e, d=0):
    print('  '*d + repr(e), e.__suppress_context__)
    if e.__cause__ is not None: print('  '*d+'cause:'); show(e.__cause__, d+1)
    if e.__context__ is not None: print('  '*d+'context:'); show(e.__context__, d+1)
def t(f):
    try: f()
    except BaseException as e: show(e)
    else: print('none')
def f1():
    try: 1/0
    except ZeroDivisionError: raise ValueError(1)
t(f1)
def f2():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError(1) from e
t(f2)
def f3():
    try: 1/0
    except ZeroDivisionError: raise ValueError(1) from None
t(f3)
def f4():
    try: f1()
    except ValueError as e:
        try: raise e
        except ValueError as e2: raise TypeError from e2
t(f4)
def f5():
    e=ValueError(1)
    try: raise e
    except ValueError: raise e
t(f5)
def f6():
    a=ValueError('a'); b=ValueError('b')
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a
t(f6)
def f7(): raise int
t(f7)
def f8(): raise 5
t(f8)
def f9(): raise ValueError from 5
t(f9)
def f10(): raise ValueError from KeyError
t(f10)
def f11(): raise
t(f11)
class X(Exception):
    def __new__(cls): return 5
def f12(): raise X
t(f12)
def f13():
    try: 1/0
    except 5: pass
t(f13)
def f14():
    try: 1/0
    except (ValueError, 5): pass
t(f14)
def f15():
    try: 1/0
    finally: raise KeyError('k')
t(f15)
def f16():
    try: 1/0
    finally:
        try: raise KeyError('k')
        except KeyError: pass
t(f16)
class CM:
    def __exit__(s,*a): print(a[0], a[1], a[2] is not None); raise ValueError('exit')
    def __enter__(s): pass
def f17():
    with CM(): 1/0
t(f17)
def gen():
    try: yield 1
    except ValueError: raise KeyError('g')
def f18():
    g=gen(); next(g)
    try: 1/0
    except ZeroDivisionError: g.throw(ValueError('v'))
t(f18)
def f19():
    def g():
        raise StopIteration(3)
        yield
    next(g())
t(f19)
print(sys.exc_info())
try: 1/0
except Exception as e:
    tb=e.__traceback__; print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name, sys.exc_info()[1] is e)
def deep(n):
    if n: deep(n-1)
    else: 1/0
try: deep(3)
except Exception as e:
    tb=e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name); tb=tb.tb_next
e=ValueError('q'); e.add_note('n1'); e.add_note('n2'); print(e.__notes__)
print(e.with_traceback(None) is e)
class MyE(Exception):
    def __init__(self, a, b=2): self.a=a; self.b=b
    def __str__(self): return f'MyE({self.a},{self.b})'
x=MyE(1,b=3); print(x, repr(x), x.args, x.a)
class MyE2(ValueError):
    def __init__(self, a): super().__init__('msg '+a); self.a=a
x=MyE2('z'); print(x, repr(x), x.args)
try: raise MyE2('y')
except ValueError as e: print(type(e).__mro__)
print(issubclass(KeyError, LookupError), OSError is IOError, EnvironmentError)
try: open('/nonexistent/x')
except OSError as e: print(type(e), e.errno, e.strerror, e.filename, e, e.args)
try: {}['a']
except KeyError as e: print(e, repr(e))
try: [].index(3)
except ValueError as e: print(e)
try: int('x')
except ValueError as e: print(e)
def rec(): rec()
try: rec()
except RecursionError as e: print(e)
