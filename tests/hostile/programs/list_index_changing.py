class I:
    def __index__(self):
        a.clear()
        return 5
a = []
while True:
    a[:] = range(100)
    try: a[I()] = 1
    except IndexError: pass
    try: a[I():I()] = range(10)
    except (IndexError, ValueError): pass
    try: a.insert(I(), 1), a.pop(I())
    except IndexError: pass
    a * I()
