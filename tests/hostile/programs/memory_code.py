a = []
while True: a.append(compile("x = %d" % len(a), "f", "exec"))
