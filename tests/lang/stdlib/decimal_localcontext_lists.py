# localcontext() takes lists of signals, as Context() does; the attributes do not.
from decimal import *

with localcontext(prec=3, traps=[Inexact], flags=[Rounded]) as c:
    print(c)
    try:
        Decimal(1) / 3
    except Inexact:
        print("Inexact", c.flags[Inexact], c.flags[Rounded])
print(getcontext().prec, getcontext().traps[Inexact])
for given in ((Inexact,), {}, {Inexact: True}, [3], [], 3, None):
    try:
        with localcontext(traps=given) as c:
            print([signal.__name__ for signal, is_set in c.traps.items() if is_set])
    except Exception as e:
        print(type(e).__name__, e)
try:
    getcontext().traps = [Inexact]
except TypeError as e:
    print(e)
