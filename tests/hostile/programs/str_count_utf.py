s = "é" * 10**6
while True: s.count("é" * 500000 + "x"), s[500000]
