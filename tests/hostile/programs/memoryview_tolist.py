m = memoryview(bytes(10**7))
while True: m.tolist()
