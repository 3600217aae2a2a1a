while True: (" a" * 10**6).split()
