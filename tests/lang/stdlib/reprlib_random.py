# python3.12: random nested data within random limits; of each a checksum
import reprlib, random, zlib, collections, array
R = random.Random(5)
def make(d):
    k = R.randrange(12)
    if d <= 0 or k < 3: return R.choice([lambda: 10**R.randint(0, 60), lambda: "ab'c\n" * R.randint(0, 9), lambda: None, lambda: 1.5, lambda: int, lambda: b"x" * R.randint(0, 50), lambda: object])()
    n = R.choice([0, 1, 2, 5, 6, 7])
    m = [make(d - 1) for _ in range(n)]
    if k == 3: return m
    if k == 4: return tuple(m)
    if k == 5: return collections.deque(m)
    if k == 6: return {R.choice([i, str(i)]): x for i, x in enumerate(m)}
    if k == 7: return set(range(n))
    if k == 8: return frozenset(range(n))
    if k == 9: return array.array("i", range(n))
    if k == 10: return {i: x for i, x in enumerate(m)}
    return [m, tuple(m)]
for i in range(400):
    x = make(4)
    r = reprlib.Repr(maxlevel=R.randint(0, 6), maxtuple=R.randint(0, 6), maxlist=R.randint(0, 6), maxdict=R.randint(0, 5), maxset=R.randint(0, 5), maxstring=R.randint(0, 40), maxlong=R.randint(0, 40), maxother=R.randint(0, 40), maxarray=R.randint(0, 5), fillvalue=R.choice(["...", "+", ""]), indent=R.choice([None, None, 0, 1, 4, "--", "", -1, 2.5, True]))
    try: t = r.repr(x)
    except Exception as e: t = repr(e)
    print(i, zlib.crc32(t.encode()), t[:60])
