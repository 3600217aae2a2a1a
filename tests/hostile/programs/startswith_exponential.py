t = ("a",) * 10**6
s = "b" * 100
while True: s.startswith(t)
