s = set()
n = 0
while True:
    s.add(n * 1.5)
    n += 1
