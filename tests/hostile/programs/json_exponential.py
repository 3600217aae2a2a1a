import json
t = []
for _ in range(60): t = [t, t]
json.dumps(t)
