# python3.12
"""Exception-heavy: custom hierarchies, __cause__/__context__, notes, groups, finally order, retries, warnings, exit codes, atexit."""
import atexit, contextlib, errno, sys, traceback, warnings, os
class BankError(Exception):
    code = 1
    def __init__(self, *args, **details): super().__init__(*args); self.details = details
    def __str__(self): return super().__str__() + (f" {self.details}" if self.details else "")
class Insufficient(BankError):
    code = 2
    def __init__(self, need, have): super().__init__(f"need {need}, have {have}", short=need - have); self.need, self.have = need, have
    def __reduce__(self): return type(self), (self.need, self.have)
class Frozen(BankError, PermissionError): code = 3
class Account:
    def __init__(self, owner, balance=0): self.owner, self.balance, self.frozen = owner, balance, False
    def withdraw(self, n):
        if self.frozen: raise Frozen("account frozen", owner=self.owner)
        if n <= 0: raise ValueError(f"bad amount: {n!r}")
        if n > self.balance: raise Insufficient(n, self.balance)
        self.balance -= n
def order():
    log = []
    def f():
        try: log.append("try"); return log.append("ret")
        except: log.append("never")
        else: log.append("else never")
        finally: log.append("finally")
    f()
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: log.append(i)
    def g():
        for _ in "x":
            try: return 1
            finally: return 2
    def h():
        while True:
            try: 1 / 0
            except ZeroDivisionError: break
            finally: log.append("h")
        return "after"
    return log, g(), h()
print(order())
a = Account("ann", 10)
for op in (lambda: a.withdraw(5), lambda: a.withdraw(50), lambda: a.withdraw(-1), lambda: a.withdraw("x"), lambda: setattr(a, "frozen", True) or a.withdraw(1)):
    try: op()
    except (Insufficient, Frozen) as e: print(type(e).__name__, e.code, e, e.args, e.details, isinstance(e, OSError), [c.__name__ for c in type(e).__mro__][:4])
    except (ValueError, TypeError) as e: print("bad:", repr(e))
    else: print("ok", a.balance)
def layers(n):
    try:
        if n == 0: raise KeyError("root")
        layers(n - 1)
    except KeyError as e:
        if n == 2: raise RuntimeError(f"layer {n}") from e
        if n == 3: raise RuntimeError("context only")
        raise
    except RuntimeError as e:
        e.add_note(f"seen at {n}"); raise
try: layers(4)
except RuntimeError as e:
    chain, x = [], e
    while x: chain.append(repr(x)); x = x.__cause__ or (None if x.__suppress_context__ else x.__context__)
    print(chain, e.__notes__)
    traceback.print_exception(e, file=sys.stdout)
def grouped():
    raise ExceptionGroup("batch", [ValueError("v1"), ExceptionGroup("sub", [TypeError("t"), ValueError("v2")]), OSError(errno.ENOENT, "gone", "f")])
try:
    try: grouped()
    except* ValueError as g: print("values", [str(e) for e in g.exceptions], g.message); raise LookupError("from handler")
    except* TypeError as g: print("types", g.exceptions)
except ExceptionGroup as eg:
    print(repr(eg)); print(eg.split(OSError)); print(eg.subgroup(lambda e: isinstance(e, LookupError))); print(eg.derive([ValueError(1)]))
    traceback.print_exception(eg, file=sys.stdout)
for bad in ('ExceptionGroup("x", [])', 'ExceptionGroup("x", [1])', 'ExceptionGroup("x", [KeyboardInterrupt()])', 'BaseExceptionGroup("x", [KeyboardInterrupt()])', 'raise_(5)', 'raise_(int)', 'raise_(ValueError, 3)', 'OSError(2, "m").strerror', 'repr(OSError(13, "m", "f", None, "g"))', 'str(KeyError("k"))', 'str(KeyError())', 'repr(SystemExit(3))', 'StopIteration(5).value', 'UnicodeDecodeError("a", b"b", 0, 1, "r").reason', 'str(UnicodeEncodeError("a", "b\\xe9", 1, 2, "r"))', 'SyntaxError("m", ("f", 1, 2, "t")).text', 'ImportError("m", name="n").name', 'AttributeError("m", name="n", obj=3).obj', 'NameError("x", name="y").name', 'BaseException(1, 2).args', 'ValueError("x").with_traceback(None)', 'ValueError("x").with_traceback(5)', 'Exception(x=1)', 'FileExistsError(17, "x").errno', 'OSError(errno.EPIPE, "x").__class__', 'issubclass(TimeoutError, OSError)', 'IOError is OSError', 'try_assert()'):
    def raise_(e, c=None):
        if c is None: raise e
        raise e from c
    def try_assert(): assert [], ("tuple", "msg")
    try: print(bad, "->", eval(bad))
    except BaseException as e: print(bad, "!!", type(e).__name__, e)
with contextlib.suppress(KeyError, IndexError): [][1]
with contextlib.ExitStack() as st:
    for n in "abc": st.callback(print, "cleanup", n)
    st.push(lambda t, v, tb: print("exc seen", t and t.__name__) or True)
    raise RuntimeError("swallowed")
try:
    with contextlib.ExitStack() as st:
        st.callback(lambda: 1 / 0); st.callback(lambda: {}["k"])
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
class Res:
    def __init__(s, n, fail=False): s.n, s.fail = n, fail
    def __enter__(s): print("open", s.n); return s.n if not s.fail else 1 / 0
    def __exit__(s, *a): print("close", s.n, a[0] and a[0].__name__)
try:
    with Res(1) as x, Res(2), Res(3, True): print("never")
except ZeroDivisionError as e: print("E", e)
try:
    with object(): pass
except TypeError as e: print(e)
e = None
try: raise ValueError("scoped")
except ValueError as e: pass
try: e
except NameError as n: print(n)
def reraise():
    try: raise
    except RuntimeError as r: print(r)
reraise()
print(sys.exc_info()); 
try: 1 / 0
except: print(sys.exc_info()[0].__name__, sys.exception())
warnings.simplefilter("always"); warnings.showwarning = lambda m, c, f, l, file=None, line=None: print("WARN", c.__name__, m)
warnings.warn("careful"); warnings.warn(FutureWarning("soon")); warnings.warn("d", DeprecationWarning)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("as error", ResourceWarning)
    except ResourceWarning as w: print("raised", w)
atexit.register(print, "atexit 1"); atexit.register(lambda: print("atexit 2"))
@atexit.register
def third(): print("atexit 3"); raise ValueError("in atexit")
sys.excepthook = lambda t, v, tb: print("HOOK", t.__name__, v, traceback.extract_tb(tb)[-1].name)
def die(): raise Insufficient(9, 1)
try: die()
except Insufficient: os.environ["X"] = "1"; raise
