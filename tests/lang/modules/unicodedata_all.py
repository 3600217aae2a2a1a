# python3.12: unicodedata over most of Unicode 15.
import unicodedata as u
def digest(items):
    total = 0
    for s in items:
        for ch in s: total = (total * 31 + ord(ch)) % 1000000007
    return total
codes = [c for c in range(0x3400)] + list(range(0xA000, 0x20000)) + list(range(0x2F800, 0x2FA20)) + list(range(0xE0000, 0xE0200)) + list(range(0x3400, 0x110000, 499))
chars = [chr(c) for c in codes]
for f in (u.category, u.bidirectional, u.east_asian_width, u.decomposition): print(f.__name__, digest(map(f, chars)))
for f in (u.combining, u.mirrored): print(f.__name__, digest(str(f(c)) for c in chars))
for f in (u.decimal, u.digit, u.numeric, u.name): print(f.__name__, digest(str(f(c, None)) for c in chars))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'): print(form, digest(u.normalize(form, c) for c in chars), sum(u.is_normalized(form, c) for c in chars))
seed = 5
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
pool = 'aeiouéàüñ' + '\u0301\u0300\u0327\u0323\u0345\u05b0\u3099' + '가각각' + 'ﬁ½²Å\u212b\u2126' + '\ud800日\u0958'
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, digest(u.normalize(form, ''.join(pool[rnd(len(pool))] for _ in range(rnd(12)))) for _ in range(3000)))
def t(f, *a):
    try: print(f.__name__, ascii(a), '=>', ascii(f(*a)))
    except Exception as e: print(f.__name__, ascii(a), type(e).__name__, e)
t(u.name, '\0'); t(u.name, '\0', 5); t(u.name, 'ab'); t(u.name, 1); t(u.lookup, 'nope'); t(u.lookup, 'LATIN SMALL LETTER A WITH MACRON AND GRAVE'); t(u.lookup, 'snowman'); t(u.lookup, 'LF')
t(u.decimal, 'a'); t(u.decimal, 'a', None); t(u.digit, 'a'); t(u.numeric, 'a'); t(u.category, 1); t(u.category, 'ab'); t(u.normalize, 'x', 'a'); t(u.normalize, 1, 'a'); t(u.normalize, 'NFC', 1); t(u.is_normalized, 'x', 'a'); t(u.combining, ''); t(u.numeric, '½'); t(u.numeric, '五'); t(u.digit, '²'); t(u.decimal, '٣'); t(u.normalize, 'NFC', '\ud800e\u0301'); t(u.is_normalized, 'NFC', 'é')
print(u.unidata_version, ''.join(c for c in u.normalize('NFD', 'Crème Brûlée') if not u.combining(c)))
print(sum(u.lookup(u.name(c)) == c for c in chars[::7] if u.name(c, None)))
