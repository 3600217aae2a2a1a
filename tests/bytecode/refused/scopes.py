return 1
def f(a, a): pass
def g():
    x = 1
    global x
def h(y):
    global y
nonlocal z
def i():
    nonlocal missing
break
for q in r:
    def j():
        continue
yield 1
class C:
    return 2
def k():
    from m import *
await t
f(a=1, a=2)
*s = 1
# E: 1:1 'return' outside function
# E: 2:10 duplicate argument 'a' in function definition
# E: 5:5 name 'x' is assigned to before global declaration
# E: 7:5 name 'y' is parameter and global
# E: 8:1 nonlocal declaration not allowed at module level
# E: 10:5 no binding for nonlocal 'missing' found
# E: 11:1 'break' outside loop
# E: 14:9 'continue' not properly in loop
# E: 15:1 'yield' outside function
# E: 17:5 'return' outside function
# E: 19:19 import * only allowed at module level
# E: 20:1 'await' outside function
# E: 21:8 keyword argument repeated: a
# E: 22:1 starred assignment target must be in a list or tuple
