# A generator that only a loop refers to is closed when the loop is left by break or return; one that something else refers to is not.
log = []
def gen(name, n=5):
    try:
        for i in range(n): yield i
    finally: print("closed", name)
def simple():
    for x in gen("break"):
        if x == 2: break
    print("after break")
simple()
def returns():
    for x in gen("return"):
        if x == 1: return print("value computed first") or "returned"
print(returns())
def kept():
    g = gen("kept")
    for x in g:
        if x == 1: break
    print("not closed yet", next(g))
    g.close()
kept()
stored = []
def make():
    stored.append(gen("stored"))
    return stored[-1]
for x in make(): break
print("stored still runs", next(stored[0])); stored[0].close()
class Holder:
    def __init__(self): self.g = gen("held")
    def __iter__(self): return self.g
    def get(self): return self.g
    def fresh(self): return gen("through method")
    def itself(self): yield from gen("delegated", 3)
h = Holder()
for x in h: break
for x in h.get(): break
print("held still runs", next(h.g)); h.g.close()
for x in h.itself(): break
print("after itself")
def nested():
    for a in gen("outer"):
        for b in gen("inner"):
            if b: break
        else: print("never")
        if a == 1: return "out"
print(nested())
def through_finally():
    for a in gen("loop"):
        try:
            for b in gen("inner loop"):
                try: return a
                finally: print("finally")
        finally: print("outer finally")
print(through_finally())
def continues():
    for a in gen("outer 2", 2):
        for b in gen("inner 2", 2):
            if b: continue
        else: print("inner else")
    else: print("outer else")
continues()
def while_around():
    while True:
        for a in gen("in while"): break
        break
while_around()
class Manager:
    def __enter__(self): print("enter")
    def __exit__(self, *a): print("exit")
def with_inside():
    for a in gen("with"):
        with Manager(): break
with_inside()
def bad():
    try: yield 1
    finally: raise ValueError("in close")
for x in bad(): break
print("the error of the close goes to stderr")
def recursion(n):
    if n:
        for x in recursion(n - 1):
            yield x
            return
    try: yield "bottom"
    finally: print("level", n)
for x in recursion(3): print(x); break
def yields_inside():
    for x in gen("inside a generator"):
        yield x
        if x: break
    print("generator goes on")
print(list(yields_inside()))
class Body:
    for x in gen("class body"): break
exec("for x in gen('exec'): break")
def deco(f): return lambda *a: f(*a)
@deco
def wrapped(): yield 1; print("not reached")
for x in wrapped(): break
def defaults(*args, **kw):
    try: yield args, kw
    finally: print("closed defaults")
for x in defaults(1, *[2], k=3): break
def unstarted():
    for x in ():
        for y in gen("never made"): break
    print("nothing")
unstarted()
# left by an exception, which the generator does not see
def raises():
    for x in gen("raised"):
        for y in gen("raised inner"):
            try:
                for z in gen("caught", 2):
                    if z: raise KeyError(z)
            except KeyError as e: print("caught after the close", e)
            if y: raise ValueError(x, y)
try: raises()
except ValueError as e: print(repr(e), e.__context__)
class Lines:
    def __enter__(self): print("open"); return iter("abcdef")
    def __exit__(self, *a): print("close", a[0])
def read():
    with Lines() as lines:
        for line in lines: yield line
def upper():
    for line in read(): yield line.upper()
for line in upper():
    print(line)
    if line == "B": break
print("the end")
def target():
    for a, b in gen("bad target"): pass
try: target()
except TypeError as e: print(e)
def throws():
    for x in gen("thrown into"):
        try: yield x
        except ValueError: print("seen"); raise
g = throws(); next(g)
try: g.throw(ValueError("t"))
except ValueError as e: print(e, e.__context__)
