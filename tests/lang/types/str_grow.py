# name += text in functions: the string grows in place as long as nobody else has it.
def a(n):
    s = ''
    for i in range(n): s += 'x'
    return len(s)
def b(n):
    s = ''
    out = []
    for i in range(n):
        s += chr(97 + i % 26)
        if i % 7 == 0: out.append(s)
        t = s
        s += 'é' if i % 50 == 49 else '-'
        assert t == s[:-1] and hash(t) == hash(s[:-1]), i
    return out, s
def c():
    s = 'start' * 10
    first = s
    s += 'abc'
    second = s
    s += 'def'
    third = s
    s += s
    return first, second, third, s
def d():
    s = 'x' * 40
    s += 'a'
    def inner(): return 5
    snap = locals()['s']
    s += 'b'
    s2 = locals()
    s += 'c'
    return snap[-3:], s2['s'][-3:], s[-3:]
def e():
    s = '' 'lit' * 20
    s += 'q'
    for ch in s:
        s += ch
        yield s
def f(s='default'):
    s = f'{s}' * 10
    s += '1'
    x = {s: 1}
    s += '2'
    x[s] = 2
    s += '3'
    return list(x), x.get(s), s
def g():
    s = ''
    try:
        for i in range(100):
            s += 'abc'
            if i == 50: raise ValueError(s)
            s += 'd'
    except ValueError as err:
        s += 'tail'
        return err.args[0], s
def h():
    s = 'text that is long enough to grow ............'
    s += 'more'
    s += [1][0:0] and 'x' or 'y'
    try: s += 5
    except TypeError as err: print(err)
    s = 5
    s += 6
    return s
def i():
    s, n = '', 0
    while len(s) < 500:
        s += 'ab'; n += 1
    return s, n
def j():
    s = 'é' * 30
    r = []
    for k in range(100):
        s += 'ü'
        r.append((s[k], s[-1], len(s), s.index('ü')))
    return r[-1], s
def k():
    s = 'a' * 50
    s += 'b'
    g = (s for _ in range(2))
    s += 'c'
    return list(g), s
class C:
    def m(self):
        s = 'q' * 40
        s += '1'; self.a = s
        s += '2'; self.b = [s]
        s += '3'; self.c = (s, s)
        s += '4'
        return [self.a, self.b, self.c, s, f'{s}', '%s' % s, s.upper(), s is s, (s, s + 'x')]
print(a(100000), b(200)[1], [len(x) for x in b(200)[0]])
print(c()); print(d()); print(list(e())[-1][-5:], len(list(e()))); print(f()); print(g()); print(h()); print(i()); print(j()); print(k()); print(C().m())
def l():
    s = 'z' * 64
    def inner():
        nonlocal s
        s += 'w'
        return s
    return inner(), inner(), s
print(l())
def m(*parts):
    total = ''
    for p in parts:
        total += p
        total += ', '
        print(total)
    total = total[:-2]
    total += '.'
    return total
print(m('one is a long string', 'two is a longer string yet', 'three'))
async def co():
    s = 'A' * 40
    for _ in range(3):
        s += 'b'
        await nothing(s)
    return s
seen = []
async def nothing(x): seen.append(x)
try: co().send(None)
except StopIteration as stop: print(stop.value, seen)
