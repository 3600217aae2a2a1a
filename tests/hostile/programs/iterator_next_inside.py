def g():
    while True: yield next(it)
it = g()
while True:
    try: next(it)
    except ValueError: it = g()
    except RuntimeError: it = g()
