# str methods on text made by a small generator.
seed = 7
N = 900
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
ALPHA = ['ab', 'abc ', 'aAbBzZ', 'éàÉßſΣσςǆǅǄİıŉ', '日本語', '😀😁\U00010400\U00010428', ' \t\n\r\x0b\x0c\x1c\x85\u2028\u3000', '012²½٣Ⅷ', "'\"\\{}%", '\ud800\udc00\u0345\u0301ͅ', '.,;:!', 'ﬁﬀﬃ\u1e9e']
def rs(maxlen=12):
    k = rnd(4)
    if k == 0: pool = 'ab'
    elif k == 1: pool = ALPHA[rnd(len(ALPHA))]
    elif k == 2: pool = 'abc' + ALPHA[rnd(len(ALPHA))]
    else: pool = ''.join(ALPHA)
    n = rnd(maxlen) if rnd(20) else rnd(300)
    return ''.join(pool[rnd(len(pool))] for _ in range(n))
def ri(): return rnd(20) - 8
def show(v):
    return ascii(v)
def t(name, f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(name, show(a), show(k), '=>', show(r))
noarg = ['capitalize','casefold','isalnum','isalpha','isascii','isdecimal','isdigit','isidentifier','islower','isnumeric','isprintable','isspace','istitle','isupper','lower','lstrip','rstrip','split','rsplit','splitlines','strip','swapcase','title','upper','expandtabs','__len__','__repr__','__str__']
search = ['find','rfind','index','rindex','count','startswith','endswith']
for i in range(N):
    s = rs()
    k = rnd(14)
    if k == 0:
        m = noarg[rnd(len(noarg))]; t('s.' + m, lambda s: getattr(s, m)(), s)
    elif k in (1, 2):
        m = search[rnd(len(search))]
        sub = rs(3) if rnd(3) else (s[rnd(len(s)+1):][:rnd(4)])
        args = [sub] + [ri() if rnd(8) else None for _ in range(rnd(3))]
        t(m, lambda s, *a: getattr(s, m)(*a), s, *args)
    elif k == 3:
        sep = rs(3) if rnd(2) else s[rnd(len(s)+1):][:rnd(3)]
        m = ['split','rsplit','partition','rpartition'][rnd(4)]
        if m[-1] == 't' : t(m, lambda s, *a: getattr(s, m)(*a), s, None if not rnd(3) else sep, ri())
        else: t(m, lambda s, *a: getattr(s, m)(*a), s, sep)
    elif k == 4:
        old = rs(3) if rnd(3) else s[rnd(len(s)+1):][:rnd(3)]
        t('replace', s.replace, old, rs(4), *([ri()] if rnd(2) else []))
    elif k == 5:
        m = ['center','ljust','rjust','zfill'][rnd(4)]
        t(m, lambda s, *a: getattr(s, m)(*a), s, ri() * 2, *([rs(3)] if m != 'zfill' and rnd(3) else []))
    elif k == 6:
        m = ['strip','lstrip','rstrip'][rnd(3)]
        t(m, lambda s, *a: getattr(s, m)(*a), s, rs(4) if rnd(4) else None)
    elif k == 7:
        a, b, c = [ri() if rnd(3) else None for _ in range(3)]
        t('slice', lambda s, a, b, c: s[a:b:c], s, a, b, c)
    elif k == 8:
        t('item', lambda s, i: s[i], s, ri())
        t('iter', lambda s: (list(s), s[::-1], s * (ri() % 4), len(s), list(map(ord, s))), s)
    elif k == 9:
        u = rs() if rnd(2) else s + rs(2)
        t('cmp', lambda s, u: (s == u, s != u, s < u, s <= u, s > u, s >= u, u in s, s in u, s + u, hash(s) == hash(u)), s, u)
    elif k == 10:
        t('join', s.join, [rs(4) for _ in range(rnd(4))])
    elif k == 11:
        keys = rs(5)
        table = {}
        for c in keys:
            table[ord(c)] = [None, 'x', rs(3), 97, 0x1F600][rnd(5)]
        t('translate', s.translate, table)
    elif k == 12:
        t('splitlines', s.splitlines, bool(rnd(2)))
        t('expandtabs', s.expandtabs, ri())
        t('affix', lambda s, p: (s.removeprefix(p), s.removesuffix(p)), s, s[:rnd(3)] if rnd(2) else s[-rnd(3):])
    else:
        enc = ['utf-8','ascii','latin-1','utf-16','utf-16-be','utf-32','cp1252','unicode_escape','raw_unicode_escape','utf-8-sig','koi8-r'][rnd(11)]
        err = ['strict','ignore','replace','backslashreplace','xmlcharrefreplace','surrogateescape','surrogatepass'][rnd(7)]
        t('encode', s.encode, enc, err)
        try: b = s.encode(enc, err)
        except Exception: b = s.encode('utf-8', 'surrogatepass')
        b = bytearray(b)
        if b and rnd(2): b[rnd(len(b))] = rnd(256)
        if b and rnd(2): del b[rnd(len(b)):]
        t('decode', bytes(b).decode, enc, err)
