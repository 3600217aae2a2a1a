compile("x = = 1\n" * 10**5, "f", "exec")
