b = bytearray(100)
m = memoryview(b)
class I:
    def __index__(self):
        global m
        m.release()
        b.clear()
        return 5
while True:
    try: b.extend(range(100))
    except BufferError: pass
    for f in (lambda: b.__setitem__(I(), 1), lambda: b.insert(I(), 1), lambda: m.__getitem__(I()), lambda: m.__setitem__(I(), 1), lambda: b.find(b"a", I()), lambda: m[I():I()].tolist()):
        b[:] = bytes(100) if m is None else b[:]
        try: f()
        except (BufferError, ValueError, IndexError, TypeError): pass
        b = bytearray(100)
        m = memoryview(b)
