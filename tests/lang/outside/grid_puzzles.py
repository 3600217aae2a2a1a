# python3.12
"""Advent-of-Code-like: maze with keys (BFS over states), beam splitting, cellular seats, and a sand pour."""
from collections import deque, defaultdict, Counter
from functools import lru_cache, reduce
from itertools import count, product, combinations, permutations, groupby
import heapq, re, sys, math

MAZE = """\
#########################
#b.A.@.a.............c..#
####################.####
#d.....B................#
########################"""


def parse(text):
    return {complex(x, y): ch for y, row in enumerate(text.splitlines()) for x, ch in enumerate(row)}


def keys_needed(grid):
    start = next(p for p, ch in grid.items() if ch == "@")
    every = frozenset(ch for ch in grid.values() if ch.islower())
    todo = deque([(start, frozenset(), 0)])
    seen = {(start, frozenset())}
    while todo:
        pos, keys, steps = todo.popleft()
        if keys == every:
            return steps
        for d in (1, -1, 1j, -1j):
            nxt = pos + d
            ch = grid.get(nxt, "#")
            if ch == "#" or (ch.isupper() and ch.lower() not in keys):
                continue
            k = keys | {ch} if ch.islower() else keys
            if (nxt, k) not in seen:
                seen.add((nxt, k))
                todo.append((nxt, k, steps + 1))


print("keys", keys_needed(parse(MAZE)))

BEAM = r"""
.|...\....
|.-.\.....
.....|-...
........|.
..........
.........\
..../.\\..
.-.-/..|..
.|....-|.\
..//.|....
""".strip().splitlines()


def energize(grid, start=(0, 0, 0, 1)):
    h, w = len(grid), len(grid[0])
    seen = set()
    stack = [start]
    while stack:
        r, c, dr, dc = beam = stack.pop()
        if not (0 <= r < h and 0 <= c < w) or beam in seen:
            continue
        seen.add(beam)
        match grid[r][c]:
            case "|" if dc:
                dirs = [(1, 0), (-1, 0)]
            case "-" if dr:
                dirs = [(0, 1), (0, -1)]
            case "/":
                dirs = [(-dc, -dr)]
            case "\\":
                dirs = [(dc, dr)]
            case _:
                dirs = [(dr, dc)]
        stack.extend((r + a, c + b, a, b) for a, b in dirs)
    return len({(r, c) for r, c, *_ in seen})


print("beam", energize(BEAM))
h, w = len(BEAM), len(BEAM[0])
starts = [(r, 0, 0, 1) for r in range(h)] + [(r, w - 1, 0, -1) for r in range(h)] + \
    [(0, c, 1, 0) for c in range(w)] + [(h - 1, c, -1, 0) for c in range(w)]
print("best", max(energize(BEAM, s) for s in starts))

SEATS = """\
L.LL.LL.LL
LLLLLLL.LL
L.L.L..L..
LLLL.LL.LL
L.LL.LL.LL
L.LLLLL.LL
..L.L.....
LLLLLLLLLL
L.LLLLLL.L
L.LLLLL.LL"""


def settle(text):
    g = {(x, y): c for y, l in enumerate(text.split()) for x, c in enumerate(l)}
    near = {p: [q for dx, dy in product((-1, 0, 1), repeat=2) if (dx or dy) and g.get(q := (p[0] + dx, p[1] + dy), ".") != "."]
            for p in g if g[p] != "."}
    for rounds in count():
        new = {}
        for p, ns in near.items():
            occupied = sum(g[q] == "#" for q in ns)
            new[p] = "#" if g[p] == "L" and occupied == 0 else "L" if g[p] == "#" and occupied >= 4 else g[p]
        if all(g[p] == v for p, v in new.items()):
            return rounds, Counter(g.values())["#"]
        g |= new


print("seats", *settle(SEATS))

ROCKS = "498,4 -> 498,6 -> 496,6\n503,4 -> 502,4 -> 502,9 -> 494,9"


def pour(text):
    solid = set()
    for line in text.splitlines():
        pts = [tuple(map(int, p.split(","))) for p in line.split(" -> ")]
        for (x1, y1), (x2, y2) in zip(pts, pts[1:]):
            for x in range(min(x1, x2), max(x1, x2) + 1):
                for y in range(min(y1, y2), max(y1, y2) + 1):
                    solid.add((x, y))
    floor = max(y for _, y in solid) + 2
    rocks, first = len(solid), None
    path = [(500, 0)]
    while path:
        x, y = path[-1]
        for nx in (x, x - 1, x + 1):
            if y + 1 < floor and (nx, y + 1) not in solid:
                path.append((nx, y + 1))
                break
        else:
            if y == floor - 1 and first is None:
                first = len(solid) - rocks
            solid.add(path.pop())
    return first, len(solid) - rocks


print("sand", pour(ROCKS))

RISK = ["1163751742", "1381373672", "2136511328", "3694931569", "7463417111", "1319128137", "1359912421", "3125421639",
        "1293138521", "2311944581"]


def dijkstra(rows, tiles=1):
    n = len(rows)
    size = n * tiles
    cost = lambda r, c: (int(rows[r % n][c % n]) + r // n + c // n - 1) % 9 + 1
    dist = defaultdict(lambda: math.inf, {(0, 0): 0})
    heap = [(0, 0, 0)]
    while heap:
        d, r, c = heapq.heappop(heap)
        if (r, c) == (size - 1,) * 2:
            return d
        if d > dist[r, c]:
            continue
        for rr, cc in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= rr < size and 0 <= cc < size and (nd := d + cost(rr, cc)) < dist[rr, cc]:
                dist[rr, cc] = nd
                heapq.heappush(heap, (nd, rr, cc))


print("risk", dijkstra(RISK), dijkstra(RISK, 5))


@lru_cache(maxsize=None)
def springs(pattern, groups):
    if not pattern:
        return not groups
    total = 0
    if pattern[0] in ".?":
        total += springs(pattern[1:], groups)
    if pattern[0] in "#?" and groups:
        n = groups[0]
        if n <= len(pattern) and "." not in pattern[:n] and (n == len(pattern) or pattern[n] != "#"):
            total += springs(pattern[n + 1:], groups[1:])
    return total


for line in "???.### 1,1,3\n.??..??...?##. 1,1,3\n?#?#?#?#?#?#?#? 1,3,1,6\n?###???????? 3,2,1".splitlines():
    p, g = line.split()
    g = tuple(map(int, g.split(",")))
    print(line, springs(p, g), springs("?".join([p] * 5), g * 5))
print(springs.cache_info())
look = "1"
for _ in range(20):
    look = "".join(f"{len(list(g))}{k}" for k, g in groupby(look))
print(len(look), look[:40])
print(reduce(math.lcm, [int(x) for x in re.findall(r"\d+", "a 12 b 18, c 35")]))
