while True: ("\n" * 10**6).splitlines()
