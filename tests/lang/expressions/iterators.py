# python3.12
# enumerate, zip, map, filter, reversed, iter(f, x): arguments, ends, messages.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
t(lambda: type(None)(1))
t(lambda: type(...)(1))
t(lambda: type(NotImplemented)(1))
t(lambda:bool(NotImplemented))
t(lambda: enumerate())
t(lambda: enumerate(5))
t(lambda: enumerate([],'a'))
t(lambda: enumerate([],1,2))
t(lambda: list(enumerate(iterable='ab',start=5)))
t(lambda: list(enumerate(start=5, iterable='ab')))
t(lambda: enumerate('a', foo=1))
t(lambda:enumerate(foo=1))
t(lambda:enumerate('a',start=1,iterable=2))
t(lambda: enumerate('a',1,start=2))
t(lambda:enumerate(start=1))
t(lambda: enumerate('a', iterable=1))
t(lambda: list(enumerate('abc', 2**63-1)))
t(lambda: enumerate[int])
t(lambda: list(zip()))
t(lambda: zip(1))
t(lambda: zip([],1))
t(lambda: zip([],foo=1))
t(lambda: list(zip([1],[2],strict=True)))
t(lambda: list(zip([1,2],[2],strict=True)))
t(lambda: list(zip([1],[2,3],strict=True)))
t(lambda: list(zip([1,2],[2,3],[1],strict=True)))
t(lambda: list(zip([1],[2],[1,2],strict=True)))
t(lambda: map())
t(lambda: map(1))
t(lambda: map(1,2))
t(lambda: list(map(1,[2])))
t(lambda: map(1,[2],strict=True))
t(lambda: map(function=1))
t(lambda: filter())
t(lambda: filter(1))
t(lambda: filter(1,2))
t(lambda: list(filter(None,[0,1,2])))
t(lambda: filter(None,[],x=1))
t(lambda: filter(1,2,3))
t(lambda: reversed())
t(lambda: reversed(5))
t(lambda: reversed({1}))
t(lambda: reversed([1],x=1))
t(lambda: reversed(x=1))
t(lambda: reversed(1,2))
class S:
    def __len__(self): return 3
    def __getitem__(self,i): return i
t(lambda: list(reversed(S())))
t(lambda: reversed(S()).__length_hint__())
class N:
    __reversed__=None
t(lambda: reversed(N()))
class N:
    def __reversed__(self): return 5
t(lambda: reversed(N()))
class D(dict): pass
t(lambda: list(reversed(D(a=1))))
class G:
    def __getitem__(self,i): return i
t(lambda: reversed(G()))
class operator:
  @staticmethod
  def length_hint(i,d): return i.__length_hint__() if hasattr(i,"__len__") else 7
i=iter(G()); t(lambda: operator.length_hint(i,7)); 
i=iter(S()); next(i); t(lambda: operator.length_hint(i,7))
t(lambda: type(i))
t(lambda: i.__length_hint__())
t(lambda: list(iter([3,2,1].pop,2)))
t(lambda:iter(5,5))
t(lambda: [x for x in dir(i) if x not in dir(object)])
t(lambda: [x for x in dir(iter(int,1)) if x not in dir(object)])
t(lambda: [x for x in dir(map) if x not in dir(object)])
t(lambda: [x for x in dir(zip) if x not in dir(object)])
t(lambda: [x for x in dir(reversed) if x not in dir(object)])
t(lambda: [x for x in dir(enumerate) if x not in dir(object)])
t(lambda: type(reversed([])))
t(lambda: type(reversed('abc')))
t(lambda: map.__new__(map,1)); 
class M(map): pass
t(lambda: list(M(len,['a'],x=1)))
class Z(zip): pass
t(lambda: list(Z([1],x=1)))
class R(reversed): pass
t(lambda: list(R('ab',x=1)))
t(lambda: type(R([1])))
class F(filter): pass
t(lambda: list(F(None,'ab',x=1)))
def gen():
    raise StopIteration
    yield
def st(x): raise StopIteration(5)
t(lambda: list(map(st,[1,2])))
t(lambda: next(map(st,[1,2]),7))
t(lambda: next(map(st,[1,2])))
