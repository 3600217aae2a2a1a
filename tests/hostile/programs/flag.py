import enum
F = enum.IntFlag('F', ['x%d' % i for i in range(2000)])
list(F(2**2000 - 1)); repr(F(2**2000 - 1))
