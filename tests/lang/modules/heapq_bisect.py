import heapq, bisect, random


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


numbers = [(i * 7919 + 13) % 1009 for i in range(300)]
h = []
for n in numbers: heapq.heappush(h, n)
print(h[:20], all(h[(i - 1) // 2] <= h[i] for i in range(1, len(h))))
print([heapq.heappop(h) for _ in range(len(h))] == sorted(numbers), h)
h = numbers[:]; heapq.heapify(h); print(h[:30])
print(heapq.heapreplace(h, 5000), heapq.heappushpop(h, -1), heapq.heappushpop(h, 400), h[:10])
h = numbers[:]; heapq._heapify_max(h); print(h[:10], heapq._heappop_max(h), heapq._heapreplace_max(h, 3), h[:5])
h = [(2, "b"), (1, "z"), (1, "a")]; heapq.heapify(h); print(heapq.heappop(h), heapq.heappop(h), heapq.heappop(h))
for f in [lambda: heapq.heappush((1,), 2), lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify(3), lambda: heapq.heappop(),
          lambda: heapq.heappushpop([], 3), lambda: heapq.heappush([1, 2], "a"), lambda: heapq.heapify([1, "a"])]: show(f)
print(heapq.nlargest(3, numbers), heapq.nsmallest(3, numbers, key=lambda x: -x), list(heapq.merge([1, 4, 7], [2, 4], [], [0, 9])), list(heapq.merge("ca", "db", reverse=True)), list(heapq.merge(["aa", "b"], ["c"], key=len, reverse=True)))


class Shrinks:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        victim.clear()
        return False


victim = [Shrinks(i) for i in range(5)]
show(heapq.heapify, victim)
victim = [Shrinks(i) for i in range(5)]
show(heapq.heappop, victim)


class Task:
    def __init__(self, p): self.p = p
    def __lt__(self, other): return self.p < other.p
    def __repr__(self): return f"Task({self.p})"


tasks = [Task(p) for p in (3, 1, 2)]; heapq.heapify(tasks); print(heapq.heappop(tasks), tasks)
a = [1, 3, 3, 5, 7]
for x in range(9): print(bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x), end="; ")
print()
for x in (4, 3, 0, 9): bisect.insort(a, x)
bisect.insort_left(a, 3.0); bisect.insort_right(a, 3.5); print(a)
print(bisect.bisect([5, 3, 1], -3, key=lambda v: -v), bisect.bisect_left("abcd", "c"), bisect.bisect(range(100), 50.5), bisect.bisect([1, 2, 3], 2, lo=1, hi=2), bisect.bisect_left(a=[1, 2], x=2, lo=0, hi=None, key=None))
w = ["aaa", "b"][::-1]; bisect.insort(w, "cc", key=len); print(w)
for f in [lambda: bisect.bisect([1], 2, -1), lambda: bisect.bisect(3, 2), lambda: bisect.bisect([1], 2, hi="a"), lambda: bisect.insort((1,), 2), lambda: bisect.bisect([1], "a"),
          lambda: bisect.bisect([1], 1, 0, 5), lambda: bisect.bisect(), lambda: bisect.bisect([1], 2, 0, None, 3), lambda: bisect.bisect_left({}, 1)]: show(f)
