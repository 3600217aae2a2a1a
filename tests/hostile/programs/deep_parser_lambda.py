eval("lambda: " * 10**5 + "1")
