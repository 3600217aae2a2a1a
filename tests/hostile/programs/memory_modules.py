import sys, types
n = 0
while True:
    sys.modules["m%d" % n] = types.ModuleType("m%d" % n)
    n += 1
