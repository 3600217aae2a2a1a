a = {}
for _ in range(10**5): a = {1: a}
str(a)
