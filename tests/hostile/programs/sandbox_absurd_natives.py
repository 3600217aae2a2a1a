# Every function of every native module, and the methods of what these return, with what nobody would give them. Only for the sandbox: some would do it.
import sys, random
random.seed(7)
class Evil:
    def __index__(self): return random.choice([0, -1, 1 << 70, 5])
    def __len__(self): return random.choice([0, 1, 1 << 40, 3])
    def __getitem__(self, i):
        if random.random() < .1: raise IndexError
        return random.choice(pool)
    def __iter__(self): return self
    def __next__(self):
        if random.random() < .2: raise StopIteration
        return random.choice(pool)
    def __eq__(self, o): L.clear(); return random.random() < .5
    def __hash__(self): return 1
    def __call__(self, *a, **k): return random.choice(pool)
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        return random.choice(pool)
    def __enter__(self): return self
    def __exit__(self, *a): return False
    def __bool__(self): L.append(1); return True
    def __float__(self): return float('nan')
    def __str__(self): return '\udc80'
    def __fspath__(self): return random.choice(['x', b'\0', 5])
    def __lt__(self, o): D.clear(); return random.random() < .5
L, D = [1, 2, 3], {1: 2}
big = 1 << 62
pool = [0, 1, -1, 2, 255, 65536, 2**31, 2**31-1, -2**31, 2**63, 2**63-1, -2**63, 2**64, 10**30, -10**30, 0.0, -0.0, 1.5, float('inf'), float('-inf'), float('nan'), 1e308, 1j, None, True, False, (), [], {}, '', 'a', 'abc', '\0', '\udc80', 'x'*1000, '\U0010ffff', '%s', '{}', b'', b'a', b'\xff'*100, bytearray(b'abc'), memoryview(b'abcd'), memoryview(bytearray(10))[::2], range(10), range(2**70), set(), frozenset([1]), Evil(), Evil, L, D, lambda *a, **k: a, len, int, str, object(), type, iter([1, 2]), (i for i in range(3)), slice(None), Ellipsis, NotImplemented, sys, random.random, (1, 2), ((1, 2), (3, 4)), [[1], [2]], {'a': 1}, 'utf-8', 'rb', 'strict', '=i', '1e999', '9'*400, 'a,b\nc', b'\x1f\x8b', b'\x80\x05', '(' * 500, '[' * 500]

def try_module(m):
    items = [(k, v) for k, v in list(vars(m).items()) if callable(v) and not k.startswith("__") and k not in ("_exit", "abort", "exit", "set_trace", "breakpoint", "interact")]
    made = []
    for _ in range(400 if items else 0):
        k, f = random.choice(items)
        if made and random.random() < .6:
            o = random.choice(made)
            try: f = getattr(o, random.choice([a for a in dir(o) if a not in ("__class__", "__init_subclass__", "__subclasshook__")]))
            except Exception: continue
            if not callable(f): continue
        args = [random.choice(pool) if random.random() < .8 or not made else random.choice(made) for _ in range(random.choice([0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5]))]
        try:
            made.append(f(*args))
            if random.random() < .3: repr(made[-1])
        except (Exception, SystemExit, KeyboardInterrupt):
            pass
        if not L: L.extend([1, 2, 3])
for name in sorted(sys.builtin_module_names, key=lambda name: (name not in ("_lzma", "_decimal_machine", "_sqlite"), name)):
    if name not in ("sys", "gc", "_thread", "builtins"): try_module(__import__(name, fromlist=["x"])) # these end the tour
