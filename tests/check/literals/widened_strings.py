# What literal strings are put into takes any str.
def f(a, b: str):
    h = "x"
    if a:
        h += "y"
    l = [h]
    l.append(b)
    t = "a" + "b"
    m = [t]
    m.append(b)
    d = {t: t}
    d[b] = b
    n = [t + "c" for _ in range(3)]
    n.append(b)
    o = [t, h]
    def inner():
        l.append(b)
        o.append(b)
    class C:
        z = [t]
    C.z.append(b)
    s = {t}
    s.add(b)
    p = ["a", t.upper()]
    p.append(b)
    q = list(t)
    q.append(b)
    u = (t, t)
    v = [*u]
    v.append(b)
    w = [h] if a else []
    w.append(b)
    hash_def = "def"
    hash_def += ", *"
    hash_def += ", c" + "d"
    ml = [hash_def + "):"]
    ml.append(b)
