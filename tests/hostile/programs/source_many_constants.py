exec("x = (" + ",".join(str(n) + ".5" for n in range(200000)) + ")")
