a, b = {}, {}
for _ in range(10**5): a, b = {1: a}, {1: b}
a == b
