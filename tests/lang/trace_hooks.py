# sys.setprofile; what hooks raise, write to f_locals and set as f_trace; breakpoint().
import sys
def g(n): return len([n])
def f():
    a = []
    a.append(1)
    g(2)
    try: a.index(5)
    except ValueError: pass
    try: g()
    except TypeError: pass
    try: [].pop()
    except IndexError: pass
    return sorted([2,1], key=g), str(5), isinstance(5, int)
ev = []
def prof(frame, event, arg):
    ev.append((event, frame.f_code.co_name, arg.__qualname__ if event[0:2] == 'c_' else arg))
sys.setprofile(prof); f(); sys.setprofile(None)
for e in ev: print(e)
# errors unset
def bad(frame, event, arg): raise RuntimeError('bad ' + event)
sys.settrace(bad)
try: f()
except RuntimeError as e: print(e)
print(sys.gettrace())
def badline(frame, event, arg):
    if event == 'line': raise RuntimeError('bad ' + event)
    return badline
sys.settrace(badline)
try: f()
except RuntimeError as e: print(e, e.__traceback__.tb_next.tb_lineno)
print(sys.gettrace())
sys.setprofile(bad)
try: f()
except RuntimeError as e: print(e)
print(sys.getprofile())
# write locals
def setx(frame, event, arg):
    if event == 'line' and 'x' in frame.f_locals: frame.f_locals['x'] = 42
    return setx
def lx():
    x = 1
    y = x
    def inner(): return y + x
    return x, y, inner()
sys.settrace(setx); r = lx(); sys.settrace(None); print(r)
def rec(n): return rec(n + 1)
c = [0]
def count(frame, event, arg):
    c[0] += 1; return count
sys.settrace(count)
try: rec(0)
except RecursionError: print('rec')
sys.settrace(None); print(c[0] > 1000)
# caller's lines
lines = []
def local(frame, event, arg):
    lines.append((event, frame.f_lineno)); return local
def start():
    fr = sys._getframe().f_back
    fr.f_trace = local
    sys.settrace(lambda *a: None)
def user():
    start()
    a = 1
    b = 2
    sys.settrace(None)
    return a
user(); print(lines)
def user2():
    breakpoint()
    a = 1
    sys.settrace(None)
lines.clear(); sys.breakpointhook = start
user2(); print(lines)
told = []
def both():
    sys.settrace(lambda *a: None)
    sys.settrace(None)
    return len("ab")
sys.setprofile(lambda frame, event, arg: told.append((event, arg.__name__)) if event[:2] == "c_" else None)
both()
sys.setprofile(None)
print(told[:6])
