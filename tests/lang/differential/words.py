# Words of errors that tests/differential found to differ.  # python3.12
import array, collections, io, re
def t(f, *a, **k):
    try: r = f(*a, **k); print(type(r).__name__, r if " at 0x" not in repr(r) else "")
    except BaseException as e: print(type(e).__name__, e)
for x in ([1, 2], (1, 2), collections.deque([1, 2])):
    for at in (2.5, None, "a", (), 10**30, -10**30, True): t(x.index, 1, at), t(x.index, 1, 0, at)
for where in ((5,), ({}, 5), (5, 5), (collections.ChainMap(),), (None, 5), ({}, {1: 2})):
    t(eval, "1", *where), t(exec, "1", *where)
t(eval, 5), t(exec, 5), t(eval, 5, 5, 5), t(compile, 5, "", "exec"), t(eval, " \t1"), t(eval, b" 1"), t(compile, " 1", "s", "eval"), t(compile, " 1", "s", "exec")
t(max, a=1), t(min, key=1), t(max, 1, a=1), t(max, 1, 2, default=3)
b = bytearray(b"abc")
for v in (2.5, 5, 1j, "a", None, [300], int, -1):
    t(b.__setitem__, slice(0, 1), v)
for f in (io.StringIO("ab\nc"), io.BytesIO(b"ab\nc"), io.TextIOWrapper(io.BytesIO(b"ab\nc")), io.BufferedReader(io.BytesIO(b"ab\nc"))):
    for size in (2.5, "a", None, 10**30, b"x", True):
        f.seek(0)
        t(f.read, size)
        if not isinstance(f, io.BytesIO): t(f.readlines, size)
        f.seek(0)
        if not isinstance(f, io.TextIOWrapper) or size != 10**30: t(f.readline, size)
f.close()
t(f.read), t(f.readline), t(f.peek)
for x in (1, 1.5, "a", [], (), {}, set(), frozenset(), range(3), b"", bytearray()):
    t(x.__format__), t(x.__format__, 1, 2)
    for n in ("__contains__", "__getitem__", "__mul__", "__rmul__"):
        if hasattr(x, n): t(getattr(x, n)), t(getattr(x, n), 1, 2), t(getattr(x, n), a=1)
t(lambda: re.compile("a").groupindex), t(lambda: re.compile("(?P<x>a)").groupindex)
t(collections.Counter("aab").elements), t(list, collections.Counter(a=2, b=-1, c=1).elements())
for data in (b"\xff\xfe", b"abc-\xff", b"abc-d9juau41awczczp", b"b\xc3", b"abc-!!"):
    for errors in ("strict", "ignore", "replace"): t(data.decode, "punycode", errors)
t(NotImplemented.__bool__)
