def g():
    while True:
        try: yield
        except BaseException: pass
it = g()
for _ in it: pass
