a = []
while True:
    try: a.append(bytes(10**6))
    except MemoryError: pass
