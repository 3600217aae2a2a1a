a, b = memoryview(bytes(10**7)), memoryview(bytearray(10**7))
while True: a == b
