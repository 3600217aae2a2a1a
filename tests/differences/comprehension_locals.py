# locals() in a comprehension: the variables around it, without the comprehension's own.
def f(a): return [sorted(locals()) for k in range(1)]
print(f(1))
class C: x = 1; names = [sorted(n for n in locals() if n[0] != "_") for k in range(1)]
print(C.names)
