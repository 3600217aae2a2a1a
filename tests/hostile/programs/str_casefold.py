while True: ("ẞ" * 10**6).casefold()
