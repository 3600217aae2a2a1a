exec("def f(" + ",".join("a%d" % n for n in range(10**5)) + "): pass")
