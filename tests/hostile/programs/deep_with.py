class C:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
with C(): pass
