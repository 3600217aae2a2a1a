n = 1
while True:
    n <<= 10**6
    n |= 1
