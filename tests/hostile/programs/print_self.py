a = []
a.append(a)
d = {}
d[1] = d
while True: print(end=repr(a)[:0] + repr(d)[:0])
