d = dict.fromkeys(range(100))
while True:
    try:
        for k in d: d[len(d)] = k; del d[k]
    except RuntimeError: d = dict.fromkeys(range(100))
