a = "a" * 1000000
sorted([a + str(n) for n in range(20)] * 50000)
