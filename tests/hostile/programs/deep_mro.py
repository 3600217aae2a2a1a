C = object
for _ in range(3000): C = type("C", (C,), {})
C()
