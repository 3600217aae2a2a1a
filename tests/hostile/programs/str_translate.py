while True: ("abc" * 10**6).translate({97: "x", 98: None})
