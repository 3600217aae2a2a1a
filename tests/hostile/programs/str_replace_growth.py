s = "a" * 10**6
s.replace("a", s)
