# Who asks an iterable for its length before going through it.
class L:
    def __iter__(self): print("iter"); return iter([1,2])
    def __len__(self): print("len"); return 2
class H:
    def __iter__(self): print("iter"); return iter([1,2])
    def __length_hint__(self): print("hint"); return 2
class E(L):
    def __len__(self): raise ValueError("len")
class F(L):
    def __len__(self): raise TypeError("len")
class G(H):
    def __length_hint__(self): return NotImplemented
class I(H):
    def __length_hint__(self): return -1
class J(H):
    def __length_hint__(self): raise KeyError(1)
def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"
def ext(x):
    l = [0]; l.extend(x); return l
def ba(x):
    l = bytearray(); l.extend(x); return l
def sl(x):
    l = [1,2,3]; l[1:2] = x; return l
def iadd(x):
    l = [1,2,3]; l += x; return l
for c in (L, H, E, F, G, I, J):
    for f in (list, tuple, set, ext, lambda x: [*x], lambda x: (*x, 1), sorted, bytes, bytearray, ba, sl, iadd, sum, max, lambda x: dict.fromkeys(x), "".join, lambda x: print(*x), frozenset, enumerate, lambda x: list(enumerate(x)), lambda x: list(map(str, x)), lambda x: list(zip(x)), lambda x: list(filter(None, x)), reversed, lambda x: {*x}, any, lambda x: [a for a in x], dict):
        print(c.__name__, r if " at 0x" not in str(r := attempt(f, c())) else type(r))
