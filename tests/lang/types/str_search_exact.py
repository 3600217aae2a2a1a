# find, count, replace, split over texts and needles of every short length, near the places where a search works in steps of sixteen.
import random

rng = random.Random(3)
digest = 0
for trial in range(6000):
    n = rng.choice([0, 1, 3, 15, 16, 17, 18, 30, 31, 32, 33, 64, 100, 300])
    letters = rng.choice(["ab", "abc", "aé"])
    s = "".join(rng.choice(letters) for _ in range(n))
    m = rng.choice([1, 2, 3, 4, 5, 8, 16, 17, 20])
    if rng.random() < 0.5 and n > m:
        i = rng.randrange(n - m + 1)
        t = s[i : i + m]
    else:
        t = "".join(rng.choice(letters) for _ in range(m))
    digest = hash((digest, s.find(t), s.count(t), len(s.replace(t, "xyz")), len(s.split(t)), s.rfind(t), t in s, s.find(t, 2, -1), s.encode().find(t.encode()),
                   s.replace(t, "") == "".join(s.split(t)), tuple(map(len, s.split(t, 2)))))
print(digest)
print(("a" * 200000 + "b").find("a" * 1000 + "b"), ("ab" * 100000).find("ab" * 500 + "b"), ("a" * 100000).count("a" * 50))
for n in (0, 1, 63, 64, 65, 66, 130):
    s = "ab" * n + "x"
    print(n, [len(s.replace("ab", "cde", k)) for k in (-1, 0, 1, 63, 64, 65, 200)], s.replace("ab", "-")[-5:], s.replace("b", "")[-3:])

# words of every length as keys, stripped and split
words = ["w" * k + chr(97 + k) for k in range(40)]
table = {word: k for k, word in enumerate(words)}
print(all(table["w" * k + chr(97 + k)] == k for k in range(40)), "x" + words[3][1:] in table)
text = "  ".join(words) + "\n\t" + " ".join(reversed(words))
print(text.split() == words + words[::-1], len(text.split(None, 5)), text.split(" ")[:4])
for chars in ("", ".", ".,", ".,;:", ".,;:!?()", ".,;:!?()\"'[]{}-_", ".,;:!?()\"'[]{}-_abc", "é.", "."*40):
    print(repr(chars), [("..,(word)é;" + w + "!.").strip(chars) for w in ("", "a.b", "-x-")], ".,:abc".lstrip(chars), "abc-_".rstrip(chars))
print("\x1c\x1d a b\x1e\x85\u3000".split(), " \x1fa\x0b\x0c".strip())
