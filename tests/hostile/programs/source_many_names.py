exec(";".join("a%d=1" % n for n in range(200000)))
