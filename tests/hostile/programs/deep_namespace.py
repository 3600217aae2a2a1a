import types
n = types.SimpleNamespace()
for _ in range(10**5): n = types.SimpleNamespace(n=n)
repr(n)
