# Language reference 7.2: assignment to targets of every shape; del, augmented assignment, annotated assignment.
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
head, *tail = [1]
print(start, end, head, tail)
(p, (q, [r, *s])), t = (1, (2, [3, 4, 5])), 6
print(p, q, r, s, t)
x = y = z = []
x.append(1)
print(y, z is x)
i, values = 0, [10, 20, 30]
i, values[i] = 1, "set"
print(i, values)
for bad in ((1, 2, 3), (1,), 5, "abc", {}):
    try:
        m, n = bad
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    m, *n, o = [1]
except ValueError as error:
    print(error)


class Attributes:
    pass


o = Attributes()
o.x, o.y = 3, 4
o.x += 10
[o.z, values[2]] = "zw"
print(o.x, o.y, o.z, values)
del values[0], o.x
print(values, hasattr(o, "x"))
numbers = list(range(10))
numbers[2:5] = "abc"
del numbers[::3]
print(numbers)
numbers[1:1] = [7, 7]
numbers[::2] = [0] * len(numbers[::2])
print(numbers)
annotated: int
number: int = 5
o.note: str = "n"
print(number, o.note, __annotations__)
try:
    annotated
except NameError as error:
    print(error)
d = {}
d["k"], d["l"] = 1, 2
d["k"] += 5
print(d)
t = ([], 1)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
for k, (v, w) in {"a": (1, 2), "b": (3, 4)}.items():
    print(k, v, w)
for index, *rest in [(1, 2, 3), (4,)]:
    print(index, rest)
with open(__file__) as source:
    line, *_ = source
print(line.startswith("# Language"))
if (n := len(numbers)) > 3:
    print("walrus", n)
while (n := n - 1) > 5:
    pass
else:
    print("else", n)
for n in []:
    pass
else:
    print("empty else")
pass
global_set = 1
def setter():
    global global_set, fresh
    global_set, fresh = 2, 3
setter()
print(global_set, fresh)
