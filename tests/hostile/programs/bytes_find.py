s, n = b"a" * 10**7, b"a" * 10**5 + b"b"
while True: s.find(n), s.rfind(b"b" + n), s.count(n)
