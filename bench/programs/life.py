def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2), (10, 10), (11, 10), (12, 10), (11, 11), (20, 20), (21, 20), (20, 21), (23, 22), (22, 23), (23, 23)}
for x in range(30):
    cells.add((x, 40))
for _ in range(60):
    cells = step(cells)
print(len(cells), sorted(cells)[:3])
