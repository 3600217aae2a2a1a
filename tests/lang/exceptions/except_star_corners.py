# python3.12
# except*: groups made around bare exceptions, raising and re-raising inside, derived classes, what tracebacks and contexts show.
import traceback, sys
def show(label, f):
    print('##', label)
    try:
        r = f()
        print('returned', r)
    except BaseException as e:
        tell(e)
def tell(e, d=0):
    p = '  ' * d
    tb = [(x.name, x.lineno) for x in traceback.extract_tb(e.__traceback__)]
    print(p + type(e).__name__, e, 'tb', tb, 'ctx', type(e.__context__).__name__, 'cause', type(e.__cause__).__name__, e.__suppress_context__, getattr(e,'__notes__',None))
    if e.__context__ is not None: print(p+' context:'); tell(e.__context__, d+1)
    if isinstance(e, BaseExceptionGroup):
        for s in e.exceptions: tell(s, d+1)
def naked():
    try: raise ValueError(1)
    except* ValueError as g:
        print(repr(g), g.__traceback__ is None, g.message == '', [ (x.name) for x in traceback.extract_tb(g.exceptions[0].__traceback__)], g.__context__, g.__cause__)
    return 'ok'
show('naked', naked)
def naked_no():
    try: raise ValueError(1)
    except* TypeError: pass
show('naked no match', naked_no)
def naked_raise():
    try: raise ValueError(1)
    except* ValueError: raise
show('naked raise', naked_raise)
def naked_raise2():
    try: raise ValueError(1)
    except* ValueError as e: raise e
show('naked raise e', naked_raise2)
def naked_new():
    try: raise ValueError(1)
    except* ValueError as e: raise KeyError(2)
show('naked new', naked_new)
def naked_from():
    try: raise ValueError(1)
    except* ValueError as e: raise KeyError(2) from e
show('naked from', naked_from)
def naked_from_none():
    try: raise ValueError(1)
    except* ValueError as e: raise KeyError(2) from None
show('naked from none', naked_from_none)
def group_all():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e: print(repr(e), e.__traceback__ is None)
    except* TypeError as e: print(repr(e), e.__traceback__ is None)
    return 'ok'
show('group all', group_all)
def group_rest():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e: print(repr(e))
show('group rest', group_rest)
def group_reraise():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e: raise
    except* TypeError as e: raise e
show('reraise', group_reraise)
def group_two_new():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e: raise OSError(4)
    except* TypeError as e: raise RuntimeError(5) from e
show('two new', group_two_new)
def nested():
    try: raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3), ExceptionGroup('i',[KeyError(4)])])])
    except* ValueError as e: print(repr(e))
    except* KeyError as e: print(repr(e)); raise
show('nested', nested)
def inner_star():
    try:
        try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
        except* ValueError as e: raise KeyError(7)
    except* KeyError as e: print('outer', repr(e))
show('inner star', inner_star)
def base():
    try: raise BaseExceptionGroup('b', [KeyboardInterrupt(1), ValueError(2)])
    except* ValueError as e: print(repr(e), type(e))
show('base', base)
def base2():
    try: raise BaseExceptionGroup('b', [KeyboardInterrupt(1), ValueError(2)])
    except* KeyboardInterrupt as e: print(repr(e), type(e))
show('base2', base2)
def base3():
    try: raise KeyboardInterrupt(5)
    except* KeyboardInterrupt as e: print(repr(e), type(e)); raise
show('base3', base3)
def els():
    try: pass
    except* ValueError: print('no')
    else: print('else')
    finally: print('finally')
    return 3
show('else', els)
def els2():
    try:
        try: raise ValueError
        except* TypeError: print('no')
        else: print('else')
        finally: print('finally', sys.exc_info()[0])
    finally: print('out', sys.exc_info()[0])
show('else2', els2)
def bad_type():
    try: raise ValueError
    except* ExceptionGroup: pass
show('bad type', bad_type)
def bad_type2():
    try: raise ValueError
    except* (ValueError, BaseExceptionGroup): pass
show('bad type2', bad_type2)
def bad_type3():
    try: raise ValueError
    except* 3: pass
show('bad type3', bad_type3)
def bad_type4():
    try: raise ExceptionGroup('g',[ValueError(1)])
    except* (ValueError, 3): pass
show('bad type4', bad_type4)
class G(ExceptionGroup):
    def derive(self, excs):
        print('derive', len(excs))
        return G(self.message, excs)
def sub():
    e = G('s', [ValueError(1), TypeError(2), G('t', [ValueError(3), OSError(4)])])
    e.add_note('note')
    try: raise e from KeyError('cause')
    except* ValueError as v: print(type(v), repr(v), v.__notes__, repr(v.__cause__), v.__traceback__ is not None)
show('sub', sub)
class H(ExceptionGroup):
    def derive(self, excs): return 3
def badderive():
    try: raise H('s', [ValueError(1), TypeError(2)])
    except* ValueError as v: print(repr(v))
show('bad derive', badderive)
class S(ExceptionGroup):
    def split(self, t): return 5
def badsplit():
    try: raise S('s', [ValueError(1), TypeError(2)])
    except* ValueError as v: print(repr(v))
class S2(ExceptionGroup):
    def split(self, t): return (1,)
def badsplit2():
    try: raise S2('s', [ValueError(1), TypeError(2)])
    except* ValueError as v: print(repr(v))
class S3(ExceptionGroup):
    def split(self, t): return (None, None, 7)
def split3():
    try: raise S3('s', [ValueError(1), TypeError(2)])
    except* ValueError as v: print(repr(v))
    return 'fine'
class S4(ExceptionGroup):
    def split(self, t): return (ValueError('x'), None)
def split4():
    try: raise S4('s', [ValueError(1), TypeError(2)])
    except* ValueError as v: print(repr(v))
    return 'fine'
show('split4', split4)
def loop():
    out = []
    for i in range(3):
        try:
            if i: raise ExceptionGroup('g', [ValueError(i), TypeError(i)])
        except* ValueError as v:
            for x in v.exceptions:
                if x: break
            out.append(repr(v))
        except* TypeError as v:
            try:
                while True:
                    break
            finally: out.append(1)
    return out
show('loop', loop)
def exc_state():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(repr(sys.exception()), sys.exception() is e)
    except* TypeError:
        print(repr(sys.exception()))
    print(sys.exception())
show('state', exc_state)
def name_unbound():
    try: raise ValueError
    except* ValueError as e: pass
    try: e
    except NameError as x: print(x)
show('unbound', name_unbound)
def with_ctx():
    try: raise KeyError('first')
    except KeyError:
        try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
        except* ValueError as e: raise OSError('x')
show('ctx', with_ctx)
def same_twice():
    v = ValueError(1)
    try: raise ExceptionGroup('g', [v, v, TypeError(2)])
    except* ValueError as e: print(repr(e), e.exceptions[0] is v)
show('twice', same_twice)
def printed(f):
    try: f()
    except BaseException as e: print(''.join(traceback.format_exception(e)).replace(__file__, "FILE"))
for f in naked_no, naked_raise, naked_raise2, naked_new, naked_from, group_rest, group_reraise, group_two_new, nested, inner_star, base, base3, sub: print('==', f.__name__); printed(f)
def gen():
    try:
        yield 1
    except* ValueError as e:
        print('gen', repr(e))
        yield 2
    yield 3
g = gen(); print(next(g)); print(g.throw(ValueError('t'))); print(next(g))
g = gen(); next(g)
try: g.throw(ExceptionGroup('q', [ValueError(1), KeyError(2)])), next(g)
except BaseException as e: tell(e)
try: next(g)
except BaseException as e: tell(e)
async def co():
    try: raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError as e: return_value = repr(e)
    return return_value
try: co().send(None)
except StopIteration as e: print(e.value)
for src in ['def f():\n try: pass\n except* A: return','for x in y:\n try: pass\n except* A: break','for x in y:\n try: pass\n except* A: continue','def f():\n try: pass\n except* A:\n  for z in w: return','try: pass\nexcept*: pass','try: pass\nexcept* A: pass\nexcept B: pass','def f():\n try: pass\n except* A:\n  def g(): return 1','try: pass\nexcept* A:\n try: pass\n finally:\n  for x in y: break']:
    try: compile(src,'<s>','exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
e=ExceptionGroup('m',[ValueError(1),ExceptionGroup('n',[KeyError(2)])])
print(e.split(ValueError), e.subgroup(KeyError), e.split(lambda x: isinstance(x, ExceptionGroup)), e.subgroup((TypeError,)), e.derive([OSError()]), sep='\n')
for bad in [lambda: e.split(3), lambda: e.subgroup(), lambda: e.derive(3), lambda: e.derive([]), lambda: ExceptionGroup('a',[KeyboardInterrupt()]), lambda: ExceptionGroup('a', 3), lambda: ExceptionGroup(3,[ValueError()]), lambda: ExceptionGroup('a'), lambda: ExceptionGroup('a',[1]), lambda: BaseExceptionGroup('a',[ValueError()]), lambda: G('a',[KeyboardInterrupt()]), lambda: type('Q',(ExceptionGroup,ValueError),{})('a',[ValueError()]), lambda: e.split((ValueError,3)), lambda: e.split([ValueError]), lambda: e.split(int)]:
    try: print(repr(bad()))
    except BaseException as x: print(type(x).__name__, x)
