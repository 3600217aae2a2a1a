# Text whose runs of ASCII, of two bytes and of wider characters begin and end everywhere: codecs, slices with steps, case, pieces; a digest for each piece of text.
import hashlib, random
r = random.Random(12)
pools = [lambda: r.randrange(0x80), lambda: r.randrange(0x80,0x100), lambda: r.randrange(0x100,0x800), lambda: r.randrange(0x370,0x530), lambda: r.randrange(0x4E00,0x9F00), lambda: r.randrange(0xe000,0x10000), lambda: r.randrange(0x1F400,0x1F500), lambda: 32, lambda: r.randrange(97,123), lambda: r.randrange(0x1E00,0x2000)]
sur = lambda: r.randrange(0xd800,0xe000)
out = []
def note(*x):
    out.append(repr(x))
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
for k in range(24):
    mine = r.sample(pools, r.randrange(1, 4))
    if r.random() < .2: mine.append(sur)
    n = r.choice([0,1,2,3,5,8,15,16,17,20,31,33,64,65,100,129,130,200,300,700])
    cs = []
    while len(cs) < n:
        p = r.choice(mine)
        for _ in range(r.choice([1,1,2,6,20])): cs.append(chr(p()))
    s = "".join(cs[:n])
    for enc in ("utf-8","utf-16","utf-16-le","utf-16-be","utf-32","utf-32-le","utf-32-be","latin-1","ascii","cp1252"):
        for err in ("strict","replace","ignore","backslashreplace","xmlcharrefreplace","surrogateescape","surrogatepass"):
            b = attempt(lambda: s.encode(enc, err))
            note(enc, err, b)
            if isinstance(b, bytes):
                note(attempt(lambda: b.decode(enc)))
                if r.random() < .3 and b:
                    c = bytearray(b); c[r.randrange(len(c))] = r.randrange(256); c = bytes(c)
                    if r.random() < .5: c = c[:r.randrange(len(c)+1)]
                    if r.random() < .5: c = c[r.randrange(len(c)+1):]
                    for e2 in ("strict","replace","ignore","backslashreplace","surrogateescape","surrogatepass"):
                        note(enc, e2, attempt(lambda: c.decode(enc, e2)))
    note(s[::-1], s[::2], s[::-2], s[1::3], s[::-40], s[::50], s[::64])
    for _ in range(6):
        a, b, c = r.randrange(-n-3, n+3), r.randrange(-n-3, n+3), r.choice([1,-1,2,-2,3,-3,7,33,-33])
        note(s[a:b:c], s[a:], s[:b])
        if n: note(s[a % n], s.find(s[a % n]), s.rfind(s[b % n]))
        if n: note(s.partition(s[a % n]), s.rpartition(s[b % n]), s.split(s[a % n], 1), s.rsplit(s[b % n], 1), s.split(s[a%n]))
    note(s.lower(), s.upper(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), s.islower(), s.isupper(), s.istitle(), s.isalpha(), s.isalnum(), s.isprintable(), s.isspace(), s.isnumeric(), s.isdigit(), s.isdecimal(), s.isidentifier())
    note([(t, t.islower(), t.isupper(), t.istitle(), t.isalpha(), t.isprintable(), t.lower(), t.upper(), t.title(), t.casefold()) for t in set(s)].sort())
    note(s.strip(), s.strip(s[:1]+s[-1:]), s.split(), s.rsplit(None, 1), s.split(None, 2), s.splitlines(), s.center(n+7), ascii(s), repr(s), len(s), s.replace(s[:1], "zz"), s.count(s[:1]), sorted(s), s.translate({ord(x): "y" for x in s[:3]}))
    note(list(s), list(reversed(s)), s.zfill(n+3), s.expandtabs(), max(s, default=0), s.encode("unicode_escape"), s.ljust(n+3, "é"))
    print(k, n, len(out), hashlib.sha256("\n".join(out).encode("utf-8", "surrogatepass")).hexdigest()[:16])
    out.clear()
