import itertools
print(*itertools.repeat(""))
