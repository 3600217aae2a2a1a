# sys.tracebacklimit, and loops and blocks whose errors have no carets: the place is the whole statement.  # python3.12
import sys
def a(): b()
def b():
    for x in 5:
        pass
def c():
    with 5: pass
def d():
    return [1 for x in 5], 1
import traceback
for f in (b, c, d):
    try: f()
    except TypeError: traceback.print_exc(file=sys.stdout)
sys.tracebacklimit = 1
a()
