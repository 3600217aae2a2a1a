# python3.12 # unchecked: the annotations mean nothing
"""The texts of annotations under `from __future__ import annotations`: written anew, however the source is spelled."""
from __future__ import annotations


def names(a: dict[str,int], b: "str", c: x | None=None, d: Callable[[int,str],  None]=1, *e: *Ts, f: a . b.c = 1, g: Literal["a",'it"s'] = 1,
          **h: Annotated [ int , "doc" , ... ]) -> "ret": pass


def operators(a: (1+2)*3, b: 2**-1, c: -x**2, d: not  x, e: a<b<=c is not d, f: a  and (b or c), g: (a if b else c) if d else e, h: ~(-x), i: (a, b)[0],
              k: a|b&c^d, l: a<<1//2 % 3, m: 1 .real, n: (await_), o: (x)): pass


def displays(a: (1,), b: (), c: [ 1,2 ], d: {1 , *x}, e: {1:2,**y}, f: x[1:2, ::3, (1,2)], g: x[(1,2)], h: x[1,], i: x[*a], j: [i for i,j in y if i if j],
             k: {i:j for i in x for j in i}, l: sum(i for i in x), m: f((i for i in x), 1), n: f(*a, k = 1, ** b)): pass


def constants(a: 0x10, b: 1_000, c: 1e5, d: 1e400, e: 1e15j, f: 'a' "b", g: b'x\x00', h: u'u', i: '\n\té\u2028', j: "it's", k: True, l: ...,
              m: 0xFFFFFFFFFFFFFFFFFFFF): pass


def others(a: lambda:0, b: lambda x,/,y=1,*z,k,m=2,**n: x, c: lambda *a: a, d: lambda *, k: k, e: f"{x!r:>{w}}{{}}", f: f'{ {1:2}[1] }' "t", g: f"{y:%d}",
           h: f"it's {x}", i: f"{(lambda: x)}", j: f"{f'{x}'}"): pass


for function in (names, operators, displays, constants, others):
    for name, text in function.__annotations__.items():
        print(name, text)


class Fields:
    x: list[ int ] = []
    y : "Optional[ int ]"


print(Fields.__annotations__)
