# python3.12: pdb: `$names`, conditions and displays that make no sense, unknown aliases, breakpoints at lines that do nothing.
import io
import linecache
import pdb

PROGRAM = """\
def g(a):
    try:
        raise ValueError("boom")
    except:
        pass
    return a + 1
def f(n):
    total = 0
    for i in range(n):
        if i == 1:
            pass
        total += g(i)
    pass
    return total
print(f(3))
"""
COMMANDS = """\
alias unknown
b 12, +
b 12, i >= 1
condition 1 i ==
condition 1 +
b 13, x y
tbreak 11
b 5
c
$_frame.f_lineno
$total = 10
$total
p $total + total
u
$_frame.f_lineno
$total
d
n
$total
display +
display i
display
undisplay nope
s
n
n
n
$_exception
n
$_exception
r
$_retval
cl 1 3
tbreak 13
c
$nothing
alias each for k in %1: print(k, "%2", "%*")
each [1,2] x
unalias each
each [1,2]
c
"""
linecache.cache["program"] = len(PROGRAM), None, PROGRAM.splitlines(True), "program"
out = io.StringIO()
debugger = pdb.Pdb(stdin=io.StringIO(COMMANDS), stdout=out, nosigint=True, readrc=False)
debugger.canonic = lambda name: name
debugger.lookupmodule = lambda name: name
names = {"__name__": "program"}
debugger.run(compile(PROGRAM, "program", "exec"), names)
print(out.getvalue())
print(sorted(name for name in names if "pdb" in name))
