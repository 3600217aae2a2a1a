# `for a, b, c in ...` over what makes tuples only to have them taken apart: nobody sees a tuple, and everything else is as if there were one.
from itertools import combinations, combinations_with_replacement, permutations, product


def ending(n):
    for i in range(n):
        yield i
    raise KeyError("the generator's end")


# a step that ends early changes none of the targets
a = b = c = None
for a, b, c in zip([1, 2, 3], "xyz", [0.0, 1.0]):
    print(a, b, c)
print("after", a, b, c)

it = iter([1, 2, 3, 4, 5])
for a, b, c in zip(it, it, it):
    print(a, b, c)
print("after", a, b, c, list(it))

for lists in ([[1, 2], [3, 4], [5]], [[1], [2, 3], [4, 5]], [[1, 2], [3], [4, 5]], [[1], [2], [3, 4]]):
    try:
        for a, b, c in zip(*lists, strict=True):
            print(a, b, c)
    except ValueError as error:
        print(error, a, b, c)

try:
    for a, b, c in zip(range(5), ending(2), range(5)):
        print(a, b, c)
except KeyError as error:
    print(error, a, b, c)

# not as many
for rows in (zip([1], [2]), zip([1], [2], [3], [4]), zip([1]), product([1], [2]), combinations([1, 2, 3, 4], 4), permutations([1]), product(repeat=2)):
    try:
        for a, b, c in rows:
            print("never")
    except ValueError as error:
        print(error)
for a, b, c in zip():
    print("never")


# a class with a __next__ of its own
class Zip(zip):
    def __next__(self):
        return "abc"


class Product(product):
    left = 2

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return super().__next__()[::-1]


class Plain(permutations):
    pass


for n, (a, b, c) in enumerate(Zip([1], [2], [3])):
    print(a, b, c)
    if n == 1:
        break
for a, b, c in Product("ab", "cd", "ef"):
    print(a, b, c)
for a, b, c in Plain("xyz"):
    print(a, b, c, end=" ")
print()

# one loop, many kinds of iterators; tuples that are kept
def total(rows):
    kept = []
    for a, b in rows:
        kept.append((a, b))
    return kept


for _ in range(2):
    print(total(product("ab", [1, 2])))
    print(total(combinations(range(4), 2)))
    print(total(combinations_with_replacement("xy", 2)))
    print(total(permutations([1, 2, 3], 2)))
    print(total(zip("ab", "cd")))
    print(total(enumerate("ab", 5)))
    print(total({"k": 1}.items()))
    print(total([(1, 2), [3, 4], "ab"]))

# the same iterator before, in and after the loop
p = product(range(2), repeat=3)
print(next(p))
for a, b, c in p:
    if b:
        break
print(a, b, c, list(p), next(p, "over"), list(p))
q = combinations("abcd", 3)
for a, b, c in q:
    print(a + b + c, next(q, None))
for a, b, c in q:
    print("never")
e = combinations([], 0)
print(list(e), list(e), list(permutations([], 0)), list(product()), list(product([], [1])), list(combinations([1], 2)))

# nine are more than the shortcut takes
for a, b, c, d, e, f, g, h, i in zip(*[range(2)] * 9):
    print(a, b, c, d, e, f, g, h, i)
for a, b, c, d, e, f, g, h in product([1, 2], [3], [4], [5], [6], [7], [8], [9]):
    print(a, b, c, d, e, f, g, h)


# items that scripts make, with garbage on the way
def lists():
    for i in range(200):
        yield [i] * 50


for x, y, z in zip(lists(), map(str, range(200)), lists()):
    pass
print(len(x), y, z[0], x is z)
for x, *y in zip([1, 2], [3, 4], [5, 6]):
    print(x, y)
for x, (y, z) in zip([1, 2], [(3, 4), (5, 6)]):
    print(x, y, z)
