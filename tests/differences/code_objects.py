# Code objects: Typhon's own instructions; equal only to themselves; made by compile() alone.
import types
a, b = compile("x = 1", "f", "exec"), compile("x = 1", "f", "exec")
print(a == b, hash(a) == hash(b), a == a)
def f(n: int = 1) -> int: "doc"; return n + 7
print(f.__code__.co_consts, f.__code__.co_exceptiontable, len(f.__code__.co_linetable) > 0)
for make in (lambda: types.CodeType(), lambda: a.replace(co_nope=1), lambda: a.replace(co_code=b"").co_code):
    try: print(make())
    except (TypeError, NotImplementedError) as e: print(type(e).__name__, e)
