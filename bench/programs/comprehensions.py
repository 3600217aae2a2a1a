n = 300
print(sum(x * y for x in range(n) for y in range(n) if (x + y) % 3 == 0))
squares = {x: x * x for x in range(20000)}
odd = {v % 1001 for v in squares.values() if v & 1}
pairs = [(a, b) for a in range(200) for b in range(a, 200) if a * b % 7 == 1]
words = [w.strip().lower() for w in "Alpha, beta ,GAMMA, delta".split(",") * 4000]
print(len(odd), len(pairs), len(set(words)), sum(map(lambda p: p[0] - p[1], pairs)), list(filter(None, [0, 1, "", "a"])), any(x > 19990 for x in squares), all(isinstance(w, str) for w in words))
