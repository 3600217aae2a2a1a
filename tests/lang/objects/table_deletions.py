# Deleting from one end of a dict or set again and again, and filling it up anew, must neither hang nor become quadratic.
d = dict.fromkeys(range(9))
for i in range(5000):
    d[f"k{i}"] = 1
    d.popitem()
print("zz" in d, len(d))
s = set(range(9))
for i in range(5000):
    s.add(f"k{i}")
    s.remove(f"k{i}")
print("zz" in s, len(s))
d = dict.fromkeys(range(50000))
while d:
    del d[next(iter(d))]
d[1] = 2
print(d, list(d), list(reversed(d)))
d = dict.fromkeys(range(50000))
while d:
    for key in d:
        break
    d.pop(key)
print(d)
s = set(range(50000))
while s:
    s.remove(next(iter(s)))
s = set(range(50000))
while s:
    s.pop()
s.add(3)
print(s)
d = dict.fromkeys(range(100))
for i in range(20000):
    key = next(iter(d))
    del d[key]
    d[i + 1000] = 1
    if i % 3000 == 0:
        print(len(d), next(iter(d)), next(reversed(d)), dict(d) == d, len(d.copy()), list(d.items())[0])
print(sorted(d) == list(d), 5 in d, 20999 in d)
# special methods under names that were made at run time
name = "".join(["__le", "n__"])
C = type("C", (), {name: lambda self: 5, "".join(["__ne", "w__"]): lambda cls: object.__new__(cls)})
print(len(C()))
