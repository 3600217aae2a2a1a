# Naming and binding (4.2): scopes of every kind.
def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"
x = "global"
def unbound():
    print(x)
    x = 1
def unbound_free():
    def inner(): return y
    r = attempt(inner)
    y = 2
    return r, inner()
def deleted():
    y = 1
    def inner(): return y
    del y
    return attempt(inner)
def deleted_twice():
    y = 1
    del y
    del y
def deleted_global():
    global gone
    gone = 1
    del gone
    return attempt(lambda: gone)
def del_unknown(): del nowhere_at_all
def del_global_unknown():
    global nowhere_at_all
    del nowhere_at_all
print(attempt(unbound), attempt(unbound_free), attempt(deleted), attempt(deleted_twice), attempt(deleted_global), attempt(del_unknown), attempt(del_global_unknown), attempt(lambda: never_defined))
# class bodies: their names are not seen by functions inside, only by the body
class C:
    x = "class"
    y = x
    def f(self): return x
    z = [x for _ in range(1)]
    w = [i for i in x]
    l = (lambda: x)()
    g = list(x for _ in range(1))
    d = {k: x for k in "a"}
    def default(self, v=x): return v
    class D:
        seen = x
        y = "D"
        def f(self): return x
    nested = [[x for _ in "a"] for _ in "b"]
print(C.y, C().f(), C.z, C.w, C.l, C.g, C.d, C().default(), C.D.seen, C.D().f(), C.nested)
def function_with_class():
    x = "enclosing"
    class E:
        before = x
        x = "own"
        after = x
        def f(self): return x
        c = [x for _ in "a"]
    class F:
        nonlocal x
        x = "through nonlocal"
    class G:
        global x
        x = "global through class"
        inside = x
    class H:
        if False: x = 1
        value = x
    return E.before, E.after, E().f(), E.c, x, hasattr(F, "x"), hasattr(G, "x"), G.inside, H.value
print(attempt(function_with_class), x)
x = "global"
def class_reads_before_local():
    y = 1
    class I:
        y = y
        def f(self): return y
    return I.y, I().f()
print(class_reads_before_local())
def class_unbound():
    class J:
        def f(self): return later
        try: r = later
        except NameError as e: r = str(e)
    later = 3
    return J.r, J().f()
print(class_unbound())
# nonlocal and global
def outer():
    a = b = 0
    def middle():
        nonlocal a
        a += 1
        b = 10
        def inner():
            nonlocal a, b
            global made_inside
            a += 1; b += 1; made_inside = "made"
            return a, b
        return inner(), b
    return middle(), a, b
print(outer(), made_inside)
def same_cell():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [f() for f in fs], [g() for g in [lambda j=j: j for j in range(3)]], [g() for g in [lambda: k for k in range(3)]]
print(same_cell())
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def peek(): return n
    return up, peek
up, peek = counter(); up(); up(); print(peek(), counter()[1](), up.__closure__[0].cell_contents, up.__code__.co_freevars)
# comprehensions have a scope of their own; the first iterable belongs outside; walrus binds outside
i = "outer i"
print([i for i in range(3)], i, {i: i for i in "ab"}, {i for i in (1,)}, i, list(i for i in "z"), i)
def comp():
    total = 0
    values = [total := total + v for v in [1, 2, 3]]
    [last := w for w in "abc"]
    return values, total, last, [(lambda: q)() for q in range(2)], [[r + s for s in range(r)] for r in range(3)], [t for t in [total] for total in [t + 1]]
print(comp())
print(any((found := n) > 2 for n in [1, 2, 3, 4]), found)
class Body:
    items = [1, 2]
    try: bad = [items for _ in range(1)]
    except NameError as e: bad = str(e)
    good = [v for v in items]
    cond = attempt(lambda: [v for v in [1] if items])
print(Body.bad, Body.good, Body.cond)
def comp_unbound():
    r = attempt(lambda: [u for _ in [1]])
    u = 5
    return r
print(comp_unbound())
def comp_locals():
    a = 1
    return [sorted(locals()) for b in [1]], sorted(locals())
print(comp_locals()[1])
print([__name__ for _ in [1]], [x for x in [x]], x)
# exec, eval, locals, globals
space = {}
exec("a = 1\ndef f(): return a\nclass K: b = a\nr = [a for _ in 'xy']\nglobal g\ng = 2", space)
print(sorted(k for k in space if k != "__builtins__"), space["f"](), space["K"].b, space["f"].__globals__ is space)
g, l = {"a": "global a"}, {"b": "local b"}
exec("c = b, a\ntry: [b for _ in [1]]\nexcept NameError as e: n = str(e)\ndef f(): return b", g, l)
print(l["c"], l.get("n"), attempt(l["f"]), "c" in g)
print(eval("a + 1", {"a": 1}), eval("[x + y for x in l]", {"l": [1, 2], "y": 10}), eval(" \t1 + 1\n"), attempt(eval, "a =1"), attempt(eval, ""), attempt(eval, "nope"), attempt(eval, "1", 5), attempt(eval, "1", {}, 5), attempt(eval, 5), attempt(exec, 5), attempt(exec, "x", None, 5), eval(compile("2 ** 8", "n", "eval")), exec(compile("3", "n", "eval")), eval(compile("q = 1", "n", "exec")))
class Mapping:
    def __init__(self): self.log = []
    def __getitem__(self, k): self.log.append(k); return {"p": 1, "print": print}[k]
    def __setitem__(self, k, v): self.log.append((k, v))
    def __delitem__(self, k): self.log.append(("del", k))
m = Mapping()
exec("z = p\nw = z if False else p\ndel z", {}, m)
print(m.log, attempt(exec, "undefined_name", {}, Mapping()), eval("p", {}, Mapping()))
class Missing(dict):
    def __missing__(self, k): return k.upper()
print(eval("a + b", {}, Missing(b="!")), attempt(eval, "a", Missing()), eval("len('abc')", {"__builtins__": {"len": lambda s: "mine"}}), attempt(eval, "len('abc')", {"__builtins__": {}}), attempt(exec, "class X: pass", {"__builtins__": {}}), attempt(exec, "import sys", {"__builtins__": {}}))
def local_space():
    a = 1
    exec("a = 2; b = 3")
    s = locals()
    s["c"] = 4
    return a, attempt(lambda: b), sorted(locals()), eval("a"), eval("[a for _ in 'x']", {"a": 9}), (lambda: eval("1 + 1"))()
print(local_space())
def local_snapshot(p, *args, q=5, **kw):
    before = dict(locals())
    r = 1
    def inner(): return p, r
    after = sorted(locals())
    del r
    return before, after, sorted(locals())
print(local_snapshot(1, 2, z=3))
print(locals() is globals(), "x" in vars(), sorted((lambda a: locals())(1)))
class L:
    a = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
    locals()["injected"] = 5
    vars()["more"] = 6
print(L.names, L.injected, L.more)
def shadow():
    len = lambda s: "shadowed"
    return len([1])
print(shadow(), len([1]))
import builtins
builtins.added_name = "builtin"
print(added_name); del builtins.added_name
print(attempt(lambda: added_name))
len = "global len"
print(len); del len
print(len("abc"))
# names of parameters, default values evaluated once, keyword-only defaults
def once(v=[], *, w={}): v.append(1); w[len(w)] = 1; return v, w
once(); print(once(), once.__defaults__, once.__kwdefaults__)
# private names
class P:
    __a = 1
    def f(self, __p=2):
        __local = 3
        self.__b = 4
        def __inner(): return __local
        return __p, __inner(), sorted(k for k in locals() if "_P" in k)
    class __Q: __c = 5
    import os as __os
    def g(self): return __undefined
    def h(self, **kw): return kw
    __x__ = 6
    _single = 7
    __ = 8
    def k(self): return self.__getattr_missing
    for __i in range(2): pass
    try: raise ValueError
    except ValueError as __e: pass
    def star(self, *__args, **__kw): return __args, __kw
    lam = lambda __z: __z
class _P2: __v = 1
class __: __v = 2
print(sorted(k for k in vars(P) if k.startswith("_P")), P().f(), vars(P()), attempt(P().g), P().h(__k=1), P.__x__, P._single, P.__dict__["__"], attempt(P().k), [k for k in vars(_P2) if "v" in k], [k for k in vars(__) if "v" in k], P().star(1, z=2), P.lam(3), getattr(P, "_P__Q")._Q__c)
