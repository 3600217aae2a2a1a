x = = 1
y = 3
class (object):
    pass
z = (1 +)
import
def f(x):
    return x x
w = 4
# E: 1:5 invalid syntax
# E: 3:7 invalid syntax
# E: 5:9 invalid syntax
# E: 6:7 invalid syntax
# E: 8:14 invalid syntax
