# python3.12: compile(optimize=), exec(closure=), the dict that locals() gives, tracebacks made by hand, what may not be written to.
import collections.abc, sys, types

def attempt(f, *args, **keywords):
    try: print(f(*args, **keywords))
    except Exception as e: print(type(e).__name__, e)

# ---- a display of constants between two comparisons is still what it was
print(1 in [1] in [[1]], 2 in {2} == {2}, 1 in (1,) in [(1,)], 3 in [1, 2] in [[1, 2]], 1 not in [2] in ([2],))
def chained(x):
    if x in [1, 2] in [[1, 2]]: return "in"
    return "out"
print(chained(1), chained(5))
# ---- the whole numbers among floats are not summed with the care that floats are
print(sum([1e100, 1, -1e100]), sum([1e100, 1.0, -1e100]), sum([0.1] * 10), sum([0.5, 1, 2**70, True]))

# ---- optimize
source = '"module"\nassert 0\ndef f():\n    "doc"\n    assert 0, "text"\n    if __debug__: print("debug")\n    return __debug__, f.__doc__\nclass C: "class doc"\nprint(f(), __debug__, C.__doc__)'
for level in (1, 2): exec(compile(source, "f", "exec", optimize=level), {})
for level in (-1, 0): attempt(exec, compile(source, "f", "exec", optimize=level), {})
for level in (3, -2, 5): attempt(compile, "1", "f", "eval", optimize=level)
print(eval(compile("__debug__, 1 if __debug__ else 2", "f", "eval", optimize=1)))

# ---- closure
def outer():
    x, y = 1, 2
    def inner(): print(x + y)
    return inner
code = outer().__code__
cells = tuple(types.CellType(n) for n in (10, 20))
exec(code, {}, closure=cells)
for closure in (None, (), cells[:1], (1, 2), list(cells)): attempt(exec, code, {}, closure=closure)
attempt(exec, "1", {}, closure=cells), attempt(exec, compile("1", "f", "exec"), {}, closure=cells), attempt(eval, code, {})
def plain(): return z
attempt(exec, plain.__code__, {"z": 5}, {"q": 1})
print(eval(plain.__code__, {"z": 5}, {"q": 1}))

# ---- locals(): one dict for a call
def snapshot(a):
    before = locals()
    before["a"], before["new"] = 5, 6
    b = 2
    del a
    again = locals()
    return before is again, sorted(before), before["new"]
print(snapshot(1))
def nested():
    n = 1
    def look(): nonlocal n; n += 1; return locals()
    first, second = look(), look()
    return first, second, first is second
print(nested())
def with_exec():
    space = locals()
    exec("made = 7")
    return "made" in space, eval("made"), sorted(vars())
print(with_exec())
def counts():
    yield sorted(locals())
    x = 1
    yield sorted(locals())
print(list(counts()))

# ---- tracebacks
try: 1 / 0
except ZeroDivisionError as e: made = e.__traceback__
hand = types.TracebackType(made, made.tb_frame, 4, 77)
print(hand.tb_next is made, hand.tb_lineno, hand.tb_frame.f_code.co_name, type(hand))
for args in ((), (None, None, 1, 1), (5, made.tb_frame, 1, 1), (None, made.tb_frame, "a", 1), (None, made.tb_frame, 1, None), (None, made.tb_frame, 1)): attempt(types.TracebackType, *args)
e = ValueError("x").with_traceback(types.TracebackType(tb_next=None, tb_frame=made.tb_frame, tb_lasti=0, tb_lineno=9))
print(e.__traceback__.tb_lineno)
print(made.tb_frame.f_trace_lines, made.tb_frame.f_trace_opcodes)
class Thing:
    def m(self): pass
for what, name in ((Thing().m, "__func__"), (Thing().m, "__self__"), (code, "co_name"), (code, "co_consts"), (made, "tb_frame"), (made, "tb_lasti"), (made, "tb_lineno"), (made.tb_frame, "f_lineno"), (made.tb_frame, "f_code")):
    attempt(setattr, what, name, 1)
print(compile("a = b\ndel a", "f", "exec").co_names)
attempt(getattr, Thing, "__abstractmethods__")
try: import os.path.nope
except ImportError as e: print(e)

# ---- __buffer__
import array
for thing in (b"ab", bytearray(b"cd"), memoryview(b"efg")[1:], array.array("h", [1, 2])):
    view = thing.__buffer__(0)
    print(type(thing).__name__, view.tolist(), view.readonly, isinstance(thing, collections.abc.Buffer))
    attempt(lambda: thing.__buffer__(1).tolist())
attempt(b"a".__buffer__, "x"), attempt(bytearray().__release_buffer__, 5)
class Noisy(bytearray):
    def show(self): return super().__buffer__(0)
print(bytes(Noisy(b"zz").show()))
