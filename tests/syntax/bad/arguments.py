f(a=1, b)
f(**a, b)
f(**a, *b)
f(x for x in y, 1)
def g(a=1, b): pass
def h(*, **k): pass
def i(a, /, b, /): pass
def j(**k, a): pass
def k(*a, *b): pass
# E: 1:9 positional argument follows keyword argument
# E: 2:9 positional argument follows keyword argument unpacking
# E: 3:8 iterable argument unpacking follows keyword argument unpacking
# E: 4:3 Generator expression must be parenthesized
# E: 5:12 parameter without a default follows parameter with a default
# E: 6:7 named arguments must follow bare *
# E: 7:16 / may appear only once
# E: 8:12 arguments cannot follow var-keyword argument
# E: 9:11 * argument may appear only once
