b = bytes(20_000_000)
while True: b.translate(bytes(range(256)))
