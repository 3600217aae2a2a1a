a = [0] * 10**6
while True: str(a)
