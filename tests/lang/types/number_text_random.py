# Numbers as text by % and by format, at random: widths, precisions, flags; digits before the point rounded away.
import random, struct
r = random.Random(3)
out = []
for k in range(8000):
    kind = k % 4
    if kind == 0: x = r.uniform(-1e6, 1e6)
    elif kind == 1: x = float(r.randrange(10**r.randrange(1, 19)))
    elif kind == 2: x = struct.unpack("<d", struct.pack("<Q", r.getrandbits(64)))[0]
    else: x = r.randrange(1, 200000) * 0.5 * 10 ** r.randrange(0, 10)
    if x != x: continue
    p = r.randrange(0, 8)
    out.append(f"{x:.{p}e} {x:.{p}g} {x:.{p}G} " + (f"{round(x, -p)!r}" if abs(x) < 1e300 else ""))
total = "\n".join(out)
r = random.Random(9)
out = []
for k in range(6000):
    spec = "%" + "".join(r.sample("-+ 0#", r.randrange(0, 4))) + r.choice(["", str(r.randrange(1, 14)), "*"]) + r.choice(["", "." + str(r.randrange(0, 12)), ".", ".*"]) + r.choice("diuxXo")
    v = r.choice([0, -1, 7, 10**r.randrange(1, 19), -10**r.randrange(1, 19), 2**62, -2**63, 2**70, True, r.randrange(-10**6, 10**6)])
    args = [r.randrange(-9, 12)] * (spec.count("*")) + [v]
    out.append(spec % tuple(args)); 
    out.append((spec.encode() % tuple(args)).decode())
import hashlib
print(hashlib.md5(total.encode()).hexdigest(), hashlib.md5("\n".join(out).encode()).hexdigest(), len(out), out[:4])
