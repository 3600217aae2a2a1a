"""Texts are sorted by code points, stably, whatever they begin with."""
import random

rng = random.Random(7)
LETTERS = ["a", "b", "c", "z", "A", "\0", "\x01", "é", "ß", "日", "\U0001f600", "\x7f", "\x80", " "]


def text(longest):
    return "".join(rng.choice(LETTERS) for _ in range(rng.randrange(longest + 1)))


def slowly(items, key=lambda x: x, reverse=False):
    # By insertion, on lists of code points.
    done = []
    for item in items:
        mine = [ord(c) for c in key(item)]
        at = len(done)
        while at:
            other = [ord(c) for c in key(done[at - 1])]
            if (other < mine) if reverse else (mine < other):
                at -= 1
            else:
                break
        done.insert(at, item)
    return done


checked = 0
for prefix in ("", "x", "item-", "commonbeginning", "é", "日本語日本語", "\0\0"):
    for count in (0, 1, 2, 23, 24, 25, 60, 150):
        for longest in (0, 1, 2, 9, 20):
            texts = [prefix + text(longest) for _ in range(count)]
            assert sorted(texts) == slowly(texts), (prefix, texts)
            assert sorted(texts, reverse=True) == slowly(texts, reverse=True)
            pairs = [(t, i) for i, t in enumerate(texts)]
            assert sorted(pairs, key=lambda p: p[0]) == slowly(pairs, key=lambda p: p[0])
            assert sorted(pairs, key=lambda p: p[0], reverse=True) == slowly(pairs, key=lambda p: p[0], reverse=True)
            checked += 4
print(checked)

# The same text keeps its identity and its order.
same = ["".join(["wor", "d", str(i % 3)]) for i in range(60)]
ids = [id(t) for t in same]
same.sort()
print(same[0], same[19], same[20], [id(t) for t in same] == [ids[i] for k in range(3) for i in range(60) if i % 3 == k])
print(sorted([f"name{i % 50:03}" for i in range(100, 0, -1)])[:5])
print(sorted(["abcdefgh", "abcdefgh\0", "abcdefg", "abcdefghi", "abcdefg\0"] * 6)[::6])

# Numbers of both kinds.
print(sorted([3, 2.5, -1, 2**60, 1e18, float(2**53), 2**53 + 1, 2**53 - 1, 0.0, 0, -0.5, 10**30, 1e30]))
print(2**53 + 1 > float(2**53), 2**53 == float(2**53), -(2**53) - 1 < -float(2**53), 1 < float("nan"), 1 > float("nan"), float("nan") < 1)
print(1 < 1.5, 2 > 1.5, 2 <= 2.0, 3 >= 3.5, -1 < -0.5, 0 == -0.0, 5 < float("inf"), -5 > float("-inf"), max(1, 1.0), min(2.0, 2))
