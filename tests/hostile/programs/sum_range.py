sum(range(10**12))
sum(map(int, range(10**12)))
