a, b = [0.0] * 10**6, [0] * 10**6
while True: a == b
