1 = x
f() = 3
a + b = 2
None = 1
[a, 1] = 2
x + 1 += 2
del f()
for 1 in x: pass
with a as 1: pass
(a, b): int = 3
lambda: 1 = 2
# E: 1:1 cannot assign to literal here. Maybe you meant '==' instead of '='?
# E: 2:1 cannot assign to function call here. Maybe you meant '==' instead of '='?
# E: 3:1 cannot assign to expression here. Maybe you meant '==' instead of '='?
# E: 4:1 cannot assign to None
# E: 5:5 cannot assign to literal
# E: 6:1 'expression' is an illegal expression for augmented assignment
# E: 7:5 cannot delete function call
# E: 8:5 cannot assign to literal
# E: 9:11 cannot assign to literal
# E: 10:1 only single target (not tuple) can be annotated
# E: 11:1 cannot assign to lambda
