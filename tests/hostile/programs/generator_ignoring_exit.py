def g():
    while True:
        try: yield
        except GeneratorExit: pass
it = g()
next(it)
while True:
    try: it.close()
    except RuntimeError: pass
