a = b = c
x, *y = [1, *z], (*a, 2)
a if b else c if d else e
lambda: 0
lambda a, /, b=1, *c, d, e=2, **f: (a, b)
not a == b and c or d < e < f is not g not in h
-a ** -b * +c // ~d @ e % f
a | b ^ c & d << e >> f + g - h
{**a, "b": 1}, {1, *b}, {}, (), [], (a,), {a: b for a, b in c if d if e}
[x async for x in y] if 0 else {i for i in j for k in l}
(x for x in y), f(x for x in y), f(a, *b, c=1, **d), f((x for x in y), 1)
a[1], a[1:2], a[1:2:3], a[:], a[::], a[1:, ...], a[b, c], a[*b], a[()], a[b := 1]
(y := 5), f(z := 1), [w := 2]
1_000, 0x_ff, 0o17, 0b1, 1.5e-3, 1j, 1e400, 0xffffffffffffffffffff, 99999999999999999999, .5, 5., 0_0
"a" 'b' """c
d""" r"\n" b"x" rb"\x" u"é" "\x41\u00e9\U0001F600\101\
\q"
a.b.c(d)[e].f
yield_ = 1
async def f():
    await x ** 2
    async for i in x: pass
    else: pass
    async with a as b, c: pass
    return [await y async for y in z]
def g():
    x = yield
    y = yield 1, 2
    yield from z
    x += yield
    return (yield)
x: int
x.y: int = 1
(x): int
del a, b[0], (c, d), [e]
global_ = 1
assert a, b
raise a from b
import a.b.c as d, e
from . import a
from .a.b import (c as d, e,)
from ... import x
from .... import *
