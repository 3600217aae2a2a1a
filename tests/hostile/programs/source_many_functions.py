exec("\n".join("def f%d(): pass" % n for n in range(100000)))
