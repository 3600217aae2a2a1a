import sys, types
i = 0
while True:
    sys.modules['m%d' % i] = types.ModuleType('m%d' % i, 'd' * 10000); i += 1
