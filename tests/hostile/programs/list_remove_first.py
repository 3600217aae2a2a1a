a = list(range(10**6))
while True:
    a.insert(0, a.pop(0))
