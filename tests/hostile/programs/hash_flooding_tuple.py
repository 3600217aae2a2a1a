# Tuples of ints whose hashes a script can compute.
s = set()
n = 0
while True:
    s.add((n * (2**61 - 1), -1, 0))
    n += 1
