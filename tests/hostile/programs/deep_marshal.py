import marshal
a = []
for _ in range(10**5): a = [a]
marshal.dumps(a)
