"a" * 10**7
while True: ("a" * 10**6).replace("", "b")
