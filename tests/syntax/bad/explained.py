[a, b for a in c]
x = {1: 2, 3}
y = {1: 2, 3:}
z = {1: *a}
x = 5 if 1
print(5 if 1)
from a import b,
def f(x y): pass
def f(a, (b, c)): pass
x = f'{a b}'
not x = 1
a < b = 1
# E: 1:2 did you forget parentheses around the comprehension target?
# E: 2:12 ':' expected after dictionary key
# E: 3:13 expression expected after dictionary key and ':'
# E: 4:9 cannot use a starred expression in a dictionary value
# E: 5:5 expected 'else' after 'if' expression
# E: 6:7 expected 'else' after 'if' expression
# E: 7:17 trailing comma not allowed without surrounding parentheses
# E: 8:9 invalid syntax
# E: 9:10 Function parameters cannot be parenthesized
# E: 10:8 invalid syntax. Perhaps you forgot a comma?
# E: 11:1 cannot assign to expression
# E: 12:1 cannot assign to comparison
