import json
a = []
for _ in range(10**5): a = [a]
json.dumps(a)
