# Text gathered by += may be looked at (truth, length, items, in, methods that only tell) while it grows; what is kept of it never changes.
def gather(n):
    s = ""
    kept = []
    for i in range(n):
        if s:
            s += ","
        s += str(i)
        if len(s) % 7 == 0 and s[-1] != "9" and not s.endswith("88") and "77" not in s[-3:]:
            kept.append(s)
        if s == "0,1":
            kept.append(s)
        if s.startswith("0,1,2,3,4,5,6,7,8,9,10,11") and s.count(",") == 20:
            kept.append(s[:])
            kept.append(s.strip())
            kept.append(s.replace("zzz", ""))
            kept.append(str(s))
            kept.append("".join([s]))
            kept.append(s.ljust(3))
            kept.append(max(s, "0"))
            kept.append(s or "none")
            kept.append(s and s)
            kept.append(f"{s}")
            kept.append("%s" % s)
            kept.append(s + "")
            kept.append("" + s)
            kept.append(s * 1)
            kept.append((lambda x: x)(s))
            kept.append({s: 1}.popitem()[0])
            kept.append(dict(k=s)["k"])
            kept.append([*[s]][0])
            whole = slice(None)
            kept.append(s[whole])
            kept.append(s.partition("zzz")[0])
            kept.append(s.split("zzz")[0])
            kept.append(s.expandtabs())
            kept.append(s.format())
            kept.append(s.translate({}))
            kept.append(s.removeprefix("zzz"))
            kept.append(s.__str__())
            kept.append(s.join(["", ""]))
    return s, kept


s, kept = gather(60)
print(len(s), sorted({len(k) for k in kept}), len(set(kept)))
for k in kept:
    assert s.startswith(k), k

text = "begin "
seen = []


def look():
    seen.append(text)
    return 1


for i in range(60):
    if text:
        text += str(i)
    if len(text) > 20 and text[-1] == "5" and text.endswith("5") and "begin" in text and not text == "x" and text != "":
        look()
    text += "ab"[look() :]
    print(end="" if text.find("zz") < 0 else text)
print(len(text), [len(x) for x in seen[::10]], all(text.startswith(x) for x in seen))


class Keeper:
    def __init__(self):
        self.kept = []

    def __len__(self):
        return 3

    def __eq__(self, other):
        self.kept.append(other)
        return False

    def __contains__(self, other):
        self.kept.append(other)
        return True


def ask(n):
    keeper = Keeper()
    t = "some text that is long enough to be grown in place, "
    for i in range(n):
        t += "more "
        if t == keeper or t in keeper:
            pass
        len = keeper.kept.append
        len(t)
    return [k.count("more") for k in keeper.kept], t.count("more")


print(ask(4))
u = ""
while len(u) < 30:
    u += "uv"
    v = u
    u += "w"
print(u, v)
