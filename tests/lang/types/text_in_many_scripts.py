# Text of many scripts, made at random: cases, splitting, searching from both ends, sets and lists of characters, also over collections.
import gc
import random

chance = random.Random(7)
ranges = [range(32, 127), range(0xA0, 0x250), range(0x370, 0x530), range(0x2010, 0x2070), range(0x3000, 0x3100)]
special = [0x1C4, 0x1C5, 0x1C6, 0x130, 0x131, 0x149, 0xDF, 0xFB01, 0x1E9E, 0x3A3, 0x3C2, 0x345, 0x10400, 0x1F600, 0x85, 0x1680, 0xD800, 0xFF21, 0xAC00, 0xA640, 0x2160]
pool = [chr(c) for row in ranges for c in row] + [chr(c) for c in special] * 5 + ["\u3000", "\u2003", " ", "\n"] * 20
for _ in range(40):
    s = "".join(chance.choice(pool) for _ in range(chance.choice([1, 2, 5, 9, 20, 40])))
    t = "".join(chance.choice("ab日本，。の\u3000 \u2003é\u00a0я") for _ in range(chance.choice([3, 17, 18, 19, 40])))
    k = chance.choice(["ab", "é", "の。", "日本", "a", t[-3:], t[2:4]])
    print(ascii([s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), s.split(), t.split(), t.split(None, 2)]))
    print(t.rfind(k), t.find(k), ascii(t.rpartition(k)), ascii(t.rsplit(k, 1)), t.rindex(k) if k in t else 0, ascii(sorted(set(t))), ascii(list(t[:5])), repr(t))
for _ in range(100):
    u, v = "ab" * chance.randint(0, 40) + "a" * chance.randint(0, 30), "a" * chance.randint(1, 5) + "b" * chance.randint(0, 2)
    print(u.rfind(v), u.rfind(v, 3), u.rfind(v, 0, -4), u.encode().rfind(v.encode()))
kept = []
for _ in range(4):
    for text in ("Größe", "日本語テキスト", "Съешь ещё", "a\U0001F600b\U0001F601", "\u0410\u0510\u0610\u0410"):
        kept.append([c for c in text])
        kept.append(sorted(set(text * 3)))
    gc.collect()
print(ascii(kept[:10]), all(kept[i] == kept[i + 10] for i in range(len(kept) - 10)), len({c for row in kept for c in row}))
