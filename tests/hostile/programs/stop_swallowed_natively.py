class C:
    def __getattr__(self, name):
        while True: pass
while True:
    hasattr(C(), "a")
    getattr(C(), "a", None)
