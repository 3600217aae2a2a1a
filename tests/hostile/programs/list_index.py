a = list(range(10**6))
while True:
    try: a.index(-1)
    except ValueError: pass
