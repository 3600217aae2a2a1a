# What a build with sanitizers found in CPython's own tests: empty buffers, slices with huge steps. And views beside sets, fma and power of decimals, names of a mapping given to eval.
import sys
for empty in (b"", bytearray(), bytearray(b"a")[1:]):
    print(empty.count(b""), empty.count(b"a"), empty.replace(b"", b"x"), empty.replace(b"a", b"bc"), bytearray(b"aa").replace(b"a", empty))
for step in (sys.maxsize, -sys.maxsize, sys.maxsize - 1, 2**70):
    for kind in (list, bytearray):
        a = kind(range(10))
        del a[9::step]
        print(a)
        b = kind(range(10))
        b[3::step] = b[3::step]
        print(b)
[] = []
[] = ()
() = ""
s = t = {1, 5}
s |= {2: 1}.keys()
print(s, t, s is t)
s = t = {1, 5}
s &= {5: 1}.keys()
print(s, t)
s = t = {1, 5}
s -= {5: 1}.keys()
print(s, t)
s = t = {1, 5}
s ^= {5: 1, 7: 1}.items()
print(s, t)
print(type(frozenset("a") & {"a": 1}.keys()), type(frozenset("a") | {"a": 1}.keys()), type({"a": 1}.keys() - frozenset("a")))
from decimal import *
context = Context(prec=7, Emax=999, Emin=-999, traps=[], rounding=ROUND_DOWN)
for args in (("0", "Inf", "NaN12"), ("0", "-Inf", "sNaN3"), ("Inf", "0", "1"), ("NaN1", "0", "Inf"), ("sNaN1", "Inf", "0")):
    context.clear_flags()
    print(context.fma(*map(Decimal, args)), [f.__name__ for f, v in context.flags.items() if v])
for rounding in (ROUND_DOWN, ROUND_UP, ROUND_HALF_EVEN):
    context.rounding = rounding
    print(context.power(Decimal("0.9999999"), Decimal("1e-7")), context.power(Decimal(2), Decimal("1e-10")), context.power(Decimal(2), Decimal("1e-90")), context.power(Decimal(4), Decimal("0.5")))
for text in ("1\n", " 1", "1_2", "1 2", "12"):
    print(repr(text), context.create_decimal(text))


class Names:
    def __getitem__(self, key):
        if key == "a":
            return 12
        raise KeyError

    def keys(self):
        return list("zyx")


print(eval("a", {}, Names()), eval("dir()", {}, Names()))
try:
    eval("b", {}, Names())
except NameError as e:
    print(e)

import sys

steps = [1, 2, 3]
steps[1::sys.maxsize] = [9]
steps[1::-sys.maxsize - 1] = [steps[1] + 1]
print(steps, steps[2::sys.maxsize])
