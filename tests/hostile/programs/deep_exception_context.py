def f(n):
    try: raise ValueError
    except ValueError:
        if n: f(n - 1)
        raise KeyError
f(10**6)
