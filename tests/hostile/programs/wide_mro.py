bases = ()
A = type("A", (), {})
for n in range(60):
    A = type("A", (A, type("B", (A,), {})), {}) if False else type("A", (type("B", (A,), {}), type("C", (A,), {})), {})
A()
