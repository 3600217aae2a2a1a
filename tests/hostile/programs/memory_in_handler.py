def f():
    try: return [0] * 10**12
    except MemoryError: return f()
f()
