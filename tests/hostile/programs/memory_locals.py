exec("\n".join("x%d = %d" % (n, n) for n in range(10**6)))
