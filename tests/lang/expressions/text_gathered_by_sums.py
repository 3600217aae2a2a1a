def f():
    s = ""
    for i in range(50): s = s + "ab" + str(i)
    t = s
    for i in range(50): s = s + chr(97 + i % 26)
    return t[-4:], s[-4:], len(s)
def g(x):
    s = "x" * 40
    s = s + "y"
    keep = s
    s = s + "z"
    s = s + s
    s = s + keep
    return keep, s, len(s)
class R:
    def __radd__(self, other): self.kept = other; return other + "R"
class I(list):
    def __iadd__(self, o): print("iadd"); return self
def h():
    s = "lit"
    s += "a" * 40
    r = R()
    s = s + r
    s += "more"
    s = s + "again"
    return r.kept[-3:], s[-15:]
def k():
    s = ""
    s = I([1])
    s = s + [2]
    print(type(s).__name__, s)
    s = I([1])
    s += [2]
    s = [1]
    t = s
    s = s + [5]
    return t, s
def e():
    s = "abc" * 20
    try: s = s + 5
    except TypeError as err: print(err)
    try: s = s + (1 // 0)
    except ZeroDivisionError: pass
    s = s + "q"
    return s[-5:]
def u():
    if len("") : s = ""
    try: s = s + "x"
    except UnboundLocalError as err: print(err)
def w():
    s = "w" * 40
    s = s + (s := "new")
    return s[-6:]
def gen():
    s = "" + "-" * 40
    s = "" 
    for i in range(60):
        s = s + str(i)
        if i % 20 == 0: yield s
G = ""
for i in range(100): G = G + "z"
H = G
for i in range(100): G = G + "y"
def touch():
    global G
    G = G + "t"
    return G
G = G + touch()
print(len(H), set(H), len(G), G[-5:])
print(f(), g(1), h(), k(), e(), u(), w(), [len(x) for x in gen()])
class C:
    s = ""
    for i in range(50): s = s + "k"
    s2 = s
    s = s + "end"
print(C.s2[-3:], C.s[-4:])
def cell():
    s = ""
    def inner(): return s
    for i in range(60): s = s + "c"
    t = inner()
    s = s + "d"
    return t[-2:], inner()[-2:]
print(cell())
