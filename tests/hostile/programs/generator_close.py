def g():
    try: yield
    finally:
        while True: pass
it = g()
next(it)
it.close()
