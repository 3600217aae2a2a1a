n = 0
while True:
    n += 1
    exec("x = %d\n" % n * 100)
