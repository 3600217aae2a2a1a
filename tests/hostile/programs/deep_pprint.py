import pprint
a = []
for _ in range(10**5): a = [a]
pprint.pformat(a)
