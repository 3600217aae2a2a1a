eval("print(" + ",".join("1" for _ in range(10**5)) + ")")
