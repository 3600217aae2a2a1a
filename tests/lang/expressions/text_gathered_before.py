# name = piece + name: the text is moved up in place
def f(n):
    s = ""
    for i in range(n): s = chr(97 + i % 26) + s
    return s
print(len(f(500)), f(500)[:5], f(500) == f(500)[::-1][::-1], f(60) == "".join(chr(97 + i % 26) for i in range(60))[::-1])
def base(n, b):
    digits, s = "0123456789abcdef", ""
    while n:
        s = digits[n % b] + s
        n //= b
    return s
print(base(2 ** 200 + 12345, 2), base(2 ** 300, 16))
def kept():
    s, all_of_them = "", []
    for i in range(200):
        s = str(i) + s
        if i % 20 == 0: all_of_them.append(s)
        if i % 50 == 0: s += "|"
    return [len(x) for x in all_of_them], all(s.rstrip("|").endswith(x[:3]) or x in s for x in all_of_them), len(s), hash(s) == hash(s[:])
print(kept())
def wide():
    s = ""
    for i in range(150):
        s = ("é" if i % 3 else "日") + s
        if i % 40 == 0: c = s[len(s) // 2]
    return len(s), s[0], s[75], s[-1], c, s.count("日")
print(wide())
def chain(words):
    s = ""
    for w in words: s = w + " " + s
    s = s[0] + s
    s = s[-2] + s[1] + s
    return s[:40], len(s)
print(chain(["alpha", "beta", "gamma"] * 20))
def both(n):
    s = "-" * 40
    for i in range(n): s = "<" + s + ">"
    for i in range(n): s = "(" + s; s = s + ")"
    return s[:3], s[-3:], len(s)
print(both(50))
def others():
    s = ""
    s = [1]; t = s
    s = [0] + s
    print(s, t)
    s = 5
    s = 2.5 + s
    print(s)
    s = "x" * 50
    for wrong in (1, [2], None):
        try: s = wrong + s
        except TypeError as e: print(e, len(s))
    class R:
        def __add__(self, o): self.o = o; return "R" + o
    r = R()
    s = "y" + s; s = r + s; k = r.o; s = "z" + s
    print(s[:4], k[:3], len(k))
others()
def unbound():
    if len("") : s = ""
    def noisy(): print("left first"); return "a"
    try: s = noisy() + s
    except UnboundLocalError as e: print(e)
unbound()
def walrus():
    s = "w" * 40
    s = (s := "new") + s
    return s
print(walrus())
G = ""
for i in range(200): G = "g" + G
H = G
def touch():
    global G
    G = "t" + G
    return "r"
G = touch() + G
G = touch() + touch() + G
for i in range(100): G = str(i % 10) + G
print(len(G), G[:3], G[100:110], set(H))
class C:
    s = ""
    for i in range(60): s = "c" + s
print(len(C.s))
