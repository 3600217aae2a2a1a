bytes(10**12)
