import atexit
def f(): atexit.register(f)
f()
