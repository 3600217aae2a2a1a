s, n = "a" * 10**7, "a" * 10**5 + "b"
while True: s.find(n), s.rfind("b" + n), s.count(n), n in s
