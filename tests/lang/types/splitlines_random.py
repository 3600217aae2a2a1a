# str.splitlines beside a splitting by hand, at random: eight bytes at a time, and what ends or begins among them.
import random
r = random.Random(5)
BREAKS = {10, 11, 12, 13, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029}
def slow(s, keep):
    out, cur, i = [], "", 0
    while i < len(s):
        c = s[i]
        if ord(c) in BREAKS:
            b = c
            if c == "\r" and s[i+1:i+2] == "\n": b = "\r\n"
            out.append(cur + b if keep else cur); cur = ""; i += len(b)
        else: cur += c; i += 1
    if cur: out.append(cur)
    return out
for k in range(3000):
    n = r.randrange(40)
    s = "".join(r.choice(["abcdefgh", "abcdefghi\n", "\r\n", "\r", "\x1c", "\x1f", "\t", "é", "\u2028", "\x85", "x", "\x7f", " ", "\x00", "€€", "\x0b"]) for _ in range(n % 9))
    assert s.splitlines() == slow(s, False) and s.splitlines(True) == slow(s, True), ascii(s)
print("same")
