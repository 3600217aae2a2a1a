def key(x):
    a.clear()
    a.extend(range(1000))
    return x
a = list(range(1000))
while True:
    try: a.sort(key=key)
    except ValueError: pass
    max(a, key=key)
