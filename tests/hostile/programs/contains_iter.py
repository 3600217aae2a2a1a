object() in iter(range(10**12))
