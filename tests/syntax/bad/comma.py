x = [1 2, 3]
f(a b)
print "hello"
# E: 1:6 invalid syntax. Perhaps you forgot a comma?
# E: 2:3 invalid syntax. Perhaps you forgot a comma?
# E: 3:1 Missing parentheses in call to 'print'. Did you mean print(...)?
