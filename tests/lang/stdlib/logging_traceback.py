# python3.12
import logging, io, sys, traceback
o = io.StringIO()
logging.basicConfig(stream=o, level=logging.DEBUG, format="%(levelname)-8s|%(name)s|%(filename)s:%(lineno)d|%(funcName)s|%(message)s")
log = logging.getLogger("a.b.c")
def f():
    log.debug("x %s %d", "s", 3); log.info("d %(k)s", {"k":1}); log.warning("w"); log.error("e"); log.critical("c"); logging.info("root"); log.log(25, "lvl")
    try: 1/0
    except ZeroDivisionError: log.exception("exc"); log.error("n", exc_info=True); log.info("m", stack_info=False)
f()
print(o.getvalue())
print(log, logging.getLogger(), logging.getLogger("a"), log.parent, logging.getLogger("a").getChild("z").name, log.getEffectiveLevel(), logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(15), log.isEnabledFor(5))
h = logging.StreamHandler(o2 := io.StringIO()); h.setFormatter(logging.Formatter("{levelname}:{message}:{x}", style="{", defaults={"x":9})); h.setLevel("WARNING"); print(h)
log.addHandler(h); log.propagate=False; log.info("no"); log.warning("yes"); log.warning("yes %s", 1, extra={"x":5}); print(o2.getvalue())
h.addFilter(lambda r: "bad" not in r.getMessage()); log.error("bad"); log.error("good"); print(o2.getvalue())
class F(logging.Filter):
    def filter(self, r): r.msg = r.msg.upper(); return True
log.addFilter(F()); log.error("up"); print(o2.getvalue())
ad = logging.LoggerAdapter(log, {"x":7}); ad.error("ad"); print(o2.getvalue(), ad)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: logging.getLogger(3)); t(lambda: log.setLevel("X")); t(lambda: log.setLevel(2.5)); t(lambda: log.log("x","y")); t(lambda: logging.Formatter("x")); t(lambda: logging.Formatter("%(a)s", style="q")); t(lambda: log.error("a", extra={"name":1})); t(lambda: logging.basicConfig(foo=1, force=True)); t(lambda: logging.basicConfig(filename="x",stream=1,force=True)); t(lambda: logging.Formatter("{a b}",style="{")); t(lambda: logging.Formatter("${message}",style="$").format(logging.makeLogRecord({"msg":"hi"})))
r = logging.LogRecord("n", 20, "/p/q.py", 5, "m %s", ("a",), None); print(r, r.getMessage(), r.module, r.filename); 
fm = logging.Formatter("%(asctime)s %(message)s", "%Y"); print(len(fm.format(r)))
logging.addLevelName(15,"FIFTEEN"); print(logging.getLevelName(15), logging.getLevelNamesMapping()); logging.disable(logging.ERROR); log.error("dis"); log.critical("ok"); print(o2.getvalue()); logging.disable(0)
import warnings; logging.captureWarnings(True); lw = logging.getLogger("py.warnings"); lw.addHandler(logging.StreamHandler(o3:=io.StringIO())); warnings.warn("www"); print("www" in o3.getvalue(), "UserWarning" in o3.getvalue()); logging.captureWarnings(False)
print(logging.getLogger("a").hasHandlers(), sorted(x.name for x in logging.getLogger("a").getChildren()), logging.lastResort, logging.getLogger("q").manager is logging.root.manager)
# traceback
def g(n):
    if n: return g(n-1)
    raise ValueError("boom\nline2")
def show():
    try:
        try: g(2)
        except ValueError as e: raise KeyError("k") from e
    except KeyError as e:
        e.add_note("note 1\nmore"); return e
e = show()
print("".join(traceback.format_exception(e))); print(traceback.format_exception_only(e)); print(traceback.format_exception(e, chain=False)); print("".join(traceback.format_exception(e, limit=1)))
tb = traceback.extract_tb(e.__traceback__); print(tb, tb[0].filename[-7:], tb[0].lineno, tb[0].name, tb[0].line, len(tb[0]), tuple(tb[0])[1:]); print("".join(traceback.format_list(tb)))
try: g(1)
except ValueError: print(traceback.format_exc()); traceback.print_exc(file=sys.stdout); traceback.print_tb(sys.exc_info()[2], file=sys.stdout)
def st(): return traceback.extract_stack()
s = st(); print([(x.name, x.line) for x in s]); print("".join(traceback.format_stack()).strip().splitlines()[-1]); traceback.print_stack(file=sys.stdout)
try: compile("a b c","<f>","exec")
except SyntaxError as x: print(traceback.format_exception_only(x))
try: raise ExceptionGroup("eg",[ValueError(1),TypeError("t"),ExceptionGroup("in",[KeyError("z")])])
except ExceptionGroup as x: print("".join(traceback.format_exception(x)))
te = traceback.TracebackException.from_exception(e); print(te.exc_type, str(te), te.__cause__.exc_type, "".join(te.format())[:35]); t(lambda: traceback.format_exception(3)); print(traceback.format_exception(None), traceback.format_list([("f",1,"n","l")]), repr(traceback.FrameSummary("f",1,"n")))
def rec(n): return rec(n+1) if n<20 else 1/0
try: rec(0)
except ZeroDivisionError: print(traceback.format_exc())
def gen():
    try: raise ValueError("in")
    except ValueError: raise TypeError("ctx")
try: gen()
except TypeError as x: print("".join(traceback.format_exception(x))); x.__suppress_context__=True; print(traceback.format_exception(x)[-1])
import linecache; print(linecache.getline(__file__, 1))
