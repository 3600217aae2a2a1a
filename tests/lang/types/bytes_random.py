# Methods of bytes, bytearray and memoryview on data made by a small generator.
seed = 7
N = 900
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
ALPHA = [b'ab', b'abc ', b'aAbBzZ', b' \t\n\r\x0b\x0c', b'0129', b'\x00\xff\x80\x7f', b"'\"\\%", bytes(range(256))]
def rb(maxlen=12):
    k = rnd(4)
    pool = b'ab' if k == 0 else ALPHA[rnd(len(ALPHA))] if k < 3 else b''.join(ALPHA)
    n = rnd(maxlen) if rnd(20) else rnd(200)
    b = bytes(pool[rnd(len(pool))] for _ in range(n))
    return b
def kind(b):
    k = rnd(4)
    return bytearray(b) if k == 0 else memoryview(b) if k == 1 and False else b
def ri(): return rnd(20) - 8
def t(name, f, *a):
    shown = repr(a)
    try: r = f(*a)
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(name, shown, '=>', repr(r))
noarg = ['capitalize','isalnum','isalpha','isascii','isdigit','islower','isspace','istitle','isupper','lower','lstrip','rstrip','split','rsplit','splitlines','strip','swapcase','title','upper','expandtabs','hex','__len__','__repr__','__str__','copy','decode']
for i in range(N):
    s = kind(rb())
    k = rnd(18)
    if k == 0:
        m = noarg[rnd(len(noarg))]; t(m, lambda s: getattr(s, m)(), s)
    elif k in (1, 2):
        m = ['find','rfind','index','rindex','count','startswith','endswith'][rnd(7)]
        sub = kind(rb(3)) if rnd(3) else bytes(s[rnd(len(s)+1):][:rnd(4)])
        if rnd(6) == 0: sub = rnd(300) - 20
        args = [sub] + [ri() if rnd(8) else None for _ in range(rnd(3))]
        t(m, lambda s, *a: getattr(s, m)(*a), s, *args)
    elif k == 3:
        sep = rb(3) if rnd(2) else bytes(s[rnd(len(s)+1):][:rnd(3)])
        m = ['split','rsplit','partition','rpartition'][rnd(4)]
        if m[-1] == 't': t(m, lambda s, *a: getattr(s, m)(*a), s, None if not rnd(3) else sep, ri())
        else: t(m, lambda s, *a: getattr(s, m)(*a), s, kind(sep))
    elif k == 4:
        old = rb(3) if rnd(3) else bytes(s[rnd(len(s)+1):][:rnd(3)])
        t('replace', s.replace, kind(old), kind(rb(4)), *([ri()] if rnd(2) else []))
    elif k == 5:
        m = ['center','ljust','rjust','zfill'][rnd(4)]
        t(m, lambda s, *a: getattr(s, m)(*a), s, ri() * 2, *([rb(3)] if m != 'zfill' and rnd(3) else []))
    elif k == 6:
        m = ['strip','lstrip','rstrip'][rnd(3)]
        t(m, lambda s, *a: getattr(s, m)(*a), s, kind(rb(4)) if rnd(4) else None)
    elif k == 7:
        a, b, c = [ri() if rnd(3) else None for _ in range(3)]
        t('slice', lambda s, a, b, c: s[a:b:c], s, a, b, c)
        t('mslice', lambda s, a, b, c: (memoryview(s)[a:b:c].tolist(), bytes(memoryview(s)[a:b:c]), memoryview(s)[a:b:c] == s, memoryview(s)[::-1][a:b:c].tobytes()), s, a, b, c)
    elif k == 8:
        t('item', lambda s, i: s[i], s, ri())
        t('iter', lambda s: (list(s), s[::-1], s * (ri() % 4), len(s)), s)
    elif k == 9:
        u = kind(rb() if rnd(2) else bytes(s) + rb(2))
        t('cmp', lambda s, u: (s == u, s != u, s < u, s <= u, s > u, s >= u, u in s, s in u, s + u), s, u)
    elif k == 10:
        t('join', s.join, [kind(rb(4)) for _ in range(rnd(4))])
    elif k == 11:
        t('translate', s.translate, bytes((x * 7 + 3) % 256 for x in range(256)) if rnd(2) else None, rb(5))
    elif k == 12:
        t('splitlines', s.splitlines, bool(rnd(2)))
        t('expandtabs', s.expandtabs, ri())
        t('affix', lambda s, p: (s.removeprefix(p), s.removesuffix(p)), s, bytes(s[:rnd(3)] if rnd(2) else s[-rnd(3):]))
        t('hex', s.hex, ':', ri())
    elif k < 17:
        s = bytearray(s)
        m = rnd(12)
        def f(s):
            a, b, c = [ri() if rnd(3) else None for _ in range(3)]
            v = [rb(5), list(rb(4)), bytearray(rb(3)), 'x', 5, bytes(s), memoryview(rb(4)), (1, 2, 300)][rnd(8)]
            if m == 0: s[a:b] = v
            elif m == 1: s[a:b:c] = v
            elif m == 2: del s[a:b:c]
            elif m == 3: s[ri()] = rnd(300) - 10
            elif m == 4: del s[ri()]
            elif m == 5: s.extend(v)
            elif m == 6: s.insert(ri(), rnd(260))
            elif m == 7: return s.pop(ri()), s
            elif m == 8: s.remove(rnd(256)) if rnd(2) or not s else s.remove(s[0])
            elif m == 9: s += v if not isinstance(v, str) else b'q'
            elif m == 10: s *= ri() % 5
            elif m == 11: s.reverse(); s.append(rnd(256))
            return s
        t('mut%d' % m, f, s)
    else:
        t('fromhex', bytes.fromhex, ''.join('0123456789abcdefABCDEF \n g'[rnd(26)] for _ in range(rnd(8))) if rnd(3) else bytes(s).hex())
