# python3.12
import inspect, functools, types, typing, sys, collections
from inspect import *
import re
def show(*a): print(re.sub("0x[0-9a-f]+", "N", " ".join(map(str, a))))
def fails(f, *a, **k):
    try: show(f(*a, **k))
    except BaseException as e: show(type(e).__name__+': '+ str(e))
def f0(): pass
def f1(a, b=1, *args, c, d=2, **kw) -> int: pass
def f2(a, /, b, *, c: int = 3): pass
def f3(a: 'int', /, b: typing.List[int], *x: str, y: list[int] = [], **z: dict) -> 'str': pass
def f4(*, k): pass
def f5(a, b=2, /, c=3): pass
class C:
    "class doc"
    def __init__(self, x, y=2): pass
    def m(self, a): "m doc"
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    @property
    def p(self): "p doc"; return 1
    def __call__(self, z): pass
    pm = functools.partialmethod(m, 5)
class D(C):
    def m(self, a): pass
    attr = 3
class N:
    def __new__(cls, q): return object.__new__(cls)
class M(type):
    def __call__(cls, meta_arg): pass
class WM(metaclass=M): pass
class E: pass
for o in (f0, f1, f2, f3, f4, f5, C, D, C.m, C(1).m, C.cm, C.sm, C(1), C.pm, C(1).pm, N, WM, E, lambda x: x, functools.partial(f1, 1), functools.partial(f1, b=2), functools.partial(f2, 1, c=5), functools.partial(C, 1), functools.lru_cache(f1), len, print, sorted, int, str, list, dict, 'a'.join, str.join, [].append, list.append, object, sum, min, range, isinstance, open, dict.fromkeys, {}.get, map, pow, round, getattr, iter, 3, 'x', Exception, ValueError, super, property, bytes.fromhex, int.to_bytes, (5).__add__, int.__add__, object.__init__, abs, all, callable, chr, dir, divmod, enumerate, eval, exec, format, hash, id, input, repr, setattr, vars, zip, compile, float, complex, bool, slice, set, frozenset, tuple, bytes, bytearray, memoryview, str.split, str.format, str.encode, dict.update, dict.pop, list.sort, list.index, bytes.decode, set.union, reversed, filter, collections.OrderedDict, collections.deque, collections.defaultdict, __import__, __build_class__, breakpoint):
    fails(lambda: (getattr(o, '__name__', o) if not isinstance(o, (C, int, str)) else type(o).__name__, str(signature(o))) if not isinstance(o, functools.partial) else str(signature(o)))
s = signature(f1)
show(repr(s), s.return_annotation, list(s.parameters), s.parameters['a'], repr(s.parameters['kw']), s.parameters['c'].kind, s.parameters['c'].kind.description, repr(s.parameters['c'].kind), int(s.parameters['c'].kind), s.parameters['a'].default is Parameter.empty, s.parameters['b'].default)
def bind(sig, *a, **k):
    fails(lambda: (b := sig.bind(*a, **k)) and (b, b.args, b.kwargs, b.arguments))
def bindp(sig, *a, **k):
    fails(lambda: (b := sig.bind_partial(*a, **k)) and (b, b.args, b.kwargs))
for b in (bind, bindp):
    b(s, 1, c=2); b(s, 1, 2, 3, 4, c=5, e=6); b(s); b(s, 1); b(s, c=1); b(s, 1, a=1, c=1); b(s, a=1, c=2); b(s, b=3, a=1, c=2)
    t = signature(f2); b(t, 1, 2); b(t, 1, b=2, c=3); b(t, a=1, b=2); b(t, 1, 2, 3); b(t, 1, 2, d=4); b(t); b(t, 1); b(t, 1, 2, 3, z=2)
    u = signature(f5); b(u, 1); b(u, 1, 2, 3); b(u, 1, b=2); b(u, c=3); b(u, 1, c=3); b(signature(f4)); b(signature(f4), k=1); b(signature(f0), 1); b(signature(f0), a=1)
    def g(a, /, **kw): pass
    b(signature(g), 1, a=2); b(signature(g), a=2); b(signature(lambda *a, **k: 0), 1, 2, x=3); b(signature(lambda a, b=1, /, *c: 0), 1)
ba = s.bind(1, c=2); ba.apply_defaults(); show(ba, ba.args, ba.kwargs, ba.signature is s); ba.arguments['b'] = 9; show(ba.args, ba == s.bind(1, 9, c=2, d=2))
for a in (('a', 7), ('a', Parameter.VAR_KEYWORD, 3), ('1', 1), ('if', 1), (3, 1), ('if', 0), ('.0', 1)):
    fails(lambda: Parameter(a[0], a[1], **({'default': a[2]} if len(a) > 2 else {})))
P = Parameter
fails(Signature, [P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)]); fails(Signature, [P('a', 1), P('a', 1)]); fails(Signature, [P('a', 1, default=1), P('b', 1)]); show(Signature([P('a', 0), P('b', 1, default=3, annotation=int)], return_annotation=str), Signature())
show(s.replace(return_annotation=float), s.replace(parameters=[]), P('a', 1).replace(name='z', default=2, annotation='x'), hash(s) == hash(signature(f1)), s == signature(f1), s != t, P('a', 1) == P('a', 1), P('a', 1) == 3)
show(signature(f3, eval_str=True), signature(f3))
def deco(fn):
    @functools.wraps(fn)
    def w(*a, **k): return fn(*a, **k)
    return w
@deco
def wrapped(x, y=1): pass
show(signature(wrapped), signature(wrapped, follow_wrapped=False), unwrap(wrapped).__name__, unwrap(f0) is f0)
def sg(): pass
sg.__signature__ = Signature([P('zz', 1)]); show(signature(sg)); sg.__signature__ = 3; fails(signature, sg)
show(getfullargspec(f1), getfullargspec(f3), getfullargspec(C.m), getfullargspec(C), getfullargspec(C(1).m)); fails(getfullargspec, 3)
for args, kw in (((1,), {'c': 1}), ((), {}), ((1, 2, 3), {'c': 1, 'q': 2}), ((1,), {})): fails(getcallargs, f1, *args, **kw)
for args, kw in (((1, 2, 3), {}), ((1,), {}), ((1, 2), {'c': 4}), ((1, 2), {'zz': 4}), ((1, 2), {'b': 4})): fails(getcallargs, f2, *args, **kw)
fails(getcallargs, f0, 1); fails(getcallargs, f5); fails(getcallargs, f5, 1, 2, 3, 4); fails(getcallargs, lambda a, b, c, d: 0); fails(getcallargs, lambda *, a, b: 0); show(getcallargs(C(1).m, 4)['a'])
def gen(): yield 1
async def co(): pass
async def ag(): yield 1
preds = [ismodule, isclass, ismethod, isfunction, isgeneratorfunction, isgenerator, iscoroutinefunction, iscoroutine, isawaitable, isasyncgenfunction, isasyncgen, istraceback, isframe, iscode, isbuiltin, isroutine, isabstract, ismethoddescriptor, isdatadescriptor, isgetsetdescriptor, ismemberdescriptor, ismethodwrapper]
class S: __slots__ = ('sl',)
cor = co()
for o in (sys, C, C.m, C(1).m, f0, gen, gen(), co, cor, ag, ag(), f0.__code__, len, [].append, list.append, C.__dict__['p'], S.__dict__['sl'], types.FunctionType.__dict__['__code__'], int.__add__, (1).__add__, C.__dict__['cm'], C.__dict__['sm'], functools.partial(gen), collections.abc.Sized, 3, C(1), int.real, property, currentframe()):
    show(getattr(o, '__name__', type(o).__name__), [p.__name__ for p in preds if p(o)])
cor.close()
show([n for n, v in getmembers(D) if not n.startswith('__')], getmembers(D, isfunction)[0][0], [n for n, _ in getmembers_static(D(1)) if not n.startswith('__')])
show([(a.name, a.kind, a.defining_class.__name__) for a in classify_class_attrs(D) if not a.name.startswith('__')], getmro(D))
show(getdoc(C), getdoc(C.m), getdoc(D.m), getdoc(D), getdoc(C.p), getdoc(D(1).m), getdoc(E), getdoc(f0))
show(repr(cleandoc("  a\n    b\n      c\n\n  ")), repr(cleandoc("\n\n  x\n  y")), repr(cleandoc("")), repr(cleandoc("\ta\n\tb")))
g = gen(); show(getgeneratorstate(g), getgeneratorlocals(g)); next(g); show(getgeneratorstate(g)); list(g); show(getgeneratorstate(g), getgeneratorlocals(g))
c = co(); show(getcoroutinestate(c)); c.close(); show(getcoroutinestate(c)); a = ag(); show(getasyncgenstate(a))
def running(): yield getgeneratorstate(rg)
rg = running(); show(next(rg))
class At:
    x = 1
    @property
    def y(self): raise Exception
    def __getattr__(self, n): return 5
    __slots__ = ('sl', '__dict__')
i = At(); i.z = 3; show(getattr_static(i, 'x'), type(getattr_static(i, 'y')), getattr_static(i, 'z'), getattr_static(i, 'nope', 'dflt'), type(getattr_static(i, 'sl'))); fails(getattr_static, i, 'nope'); show(getattr_static(At, 'x'), getattr_static(At, '__name__', None) is not None)
show(get_annotations(f3), get_annotations(f3, eval_str=True), get_annotations(C)); fails(get_annotations, 3)
class An(C): a: int; b: 'str' = ''
class Sub(An): pass
show(get_annotations(An), get_annotations(An, eval_str=True), get_annotations(Sub))
show(formatannotation(int), formatannotation(typing.List[int]), formatannotation(list[int]), formatannotation('x'), formatannotation(collections.OrderedDict), formatannotation(typing.Optional[C]), formatannotation(C, '__main__'))
def outer(v):
    def inner(): return v + len([]) + GLOB + nope
    return inner
GLOB = 1
show(getclosurevars(outer(3))); show(getclasstree([C, D, E]))
def frame_test(x, *y, **z):
    fr = currentframe(); info = getframeinfo(fr); show(info.function, info.lineno, info.code_context, info.index, getargvalues(fr).args, formatargvalues(*getargvalues(fr)) if 0 else '', [s.function for s in stack()][:2], stack()[0].code_context)
frame_test(1, 2, k=3)
try: 1 / 0
except ZeroDivisionError: show([(t.function, t.lineno, t.code_context) for t in trace()])
show(getmodule(C).__name__, getmodule(f0) is sys.modules['__main__'], getfile(f0) == __file__, getsourcefile(C) == __file__, getmodulename('/a/b.py'), getmodulename('x.txt')); fails(getfile, int); fails(getfile, 3); fails(getfile, sys); fails(getsource, int)
fails(signature, type('Z', (), {'__init__': lambda self, a, b: 0})); show(isabstract(collections.abc.Mapping), isabstract(dict))
@markcoroutinefunction
def mk(): pass
show(iscoroutinefunction(mk), iscoroutinefunction(functools.partial(co)))
