# sys.settrace: which events come, at which lines.
import sys
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    if event == 'exception': arg = arg[0].__name__
    if event == 'call': arg = None
    events.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, arg if isinstance(arg, (int, str, type(None))) else type(arg).__name__))
    return tracer
def show(f, *a):
    events.clear()
    sys.settrace(tracer)
    try: f(*a)
    except Exception as e: print(type(e).__name__, e)
    sys.settrace(None)
    print('--', f.__name__)
    for e in events: print(e)
def simple(a):
    x = a
    if x > 1:
        y = 2
    else:
        y = 3
    return y
def loops():
    t = 0
    for i in range(2):
        t += i
    while t:
        t -= 1
    for i in [1, 2]: t += i
def exc():
    try:
        raise ValueError(1)
    except KeyError:
        pass
    except ValueError:
        z = 1
    finally:
        z = 2
    return z
def callee(n):
    return n + 1
def caller():
    a = callee(1)
    b = callee(
        2)
    return a + b
def raises():
    callee('x')
def gen():
    yield 1
    yield 2
def uses():
    for v in gen():
        w = v
    return list(gen())
def nested():
    def inner(): return q
    q = 1
    return inner()
def withs():
    with open('/dev/null') as f:
        g = 1
    h = 2
def one(): return 1
class K:
    def __init__(self, v):
        self.v = v
    def __add__(self, o):
        return self.v + o.v
def objects():
    k = K(1)
    return k + K(2)
def sorts():
    return sorted([2, 1], key=lambda v: v)
def breaks():
    for i in range(5):
        if i == 1:
            continue
        if i == 2:
            break
    else:
        i = 9
    i = 10
def lets(x: int) -> int:
    y: int = x
    return y
def implicit():
    if events is None:
        one()
def comp():
    return sum(i for i in (1, 2))
for f in [lambda: simple(1), lambda: simple(2), loops, exc, caller, raises, uses, nested, withs, one, objects, sorts, breaks, lambda: lets(3), implicit, comp]: show(f)


def delegates():
    got = yield from gives()
    return got
def gives():
    yield 1
    return 2
def over():
    for v in delegates():
        v = 0
    return v
def spread():
    return max(*[1, 2])
async def inner():
    return 1
async def outer():
    return await inner()
def awaits():
    c = outer()
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
for f in over, spread, awaits: show(f)
called = []
sys.setprofile(lambda frame, event, arg: called.append((event, arg.__name__)) if event[:2] == "c_" else None)
max(*[[1], [2]], **{"key": len})
sys.setprofile(None)
print(called[-3:])
