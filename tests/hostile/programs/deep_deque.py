import collections
a, b = collections.deque(), collections.deque()
for _ in range(10**5): a, b = collections.deque([a]), collections.deque([b])
try: repr(a)
except RecursionError: pass
a == b
