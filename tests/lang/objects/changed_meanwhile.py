"""What an item's own methods do to the container that asks them."""
import array


class Clears:
    def __init__(self, d):
        self.d = d

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.d.clear()
        return False


d = {}
d[Clears(d)] = 1
print(d.setdefault(Clears(d), 2), len(d))
d = {1: "one"}
print(d.setdefault(Clears(d), 3), len(d))
print(d.setdefault(7, 4), d.setdefault(7, 5), d.setdefault("x"), d.setdefault("x", 6))


class Empties:
    def __init__(self, a, index):
        self.a, self.index = a, index

    def __index__(self):
        del self.a[:]
        return self.index


def fresh():
    return array.array("i", range(1000))


a = fresh()
print(a[1:Empties(a, 5)])
a = fresh()
print(a[0:Empties(a, 900):2])
a = fresh()
del a[1:Empties(a, 5)]
print(a)
a = fresh()
a[Empties(a, 3):Empties(a, 5)] = array.array("i", [1, 2])
print(a)
a = fresh()
try:
    a[0:Empties(a, 900):2] = array.array("i", range(450))
except ValueError as e:
    print(e)
a, b = fresh(), fresh()
a[0:Empties(b, 2)] = b
print(len(a), len(b))



class Extends:
    def __init__(self, a, index):
        self.a, self.index = a, index

    def __index__(self):
        self.a.extend(self.a)
        return self.index


a = fresh()
a = a * Extends(a, 3)
print(len(a))
a = fresh()
a = Extends(a, 3) * a
print(len(a))
a = fresh()
a *= Extends(a, 3)
print(len(a))
for index in 0, 3:
    a = fresh()
    print(a * Empties(a, index), a)
    a = fresh()
    a *= Empties(a, index)
    print(a)
a = fresh()
try:
    a * Empties(a, 1 << 70)
except OverflowError as e:
    print(e)

alias = int
for i in range(20000):
    alias = list[alias]
try:
    alias.__parameters__
except RecursionError:
    pass  # how deep it goes is the implementation's affair
alias = int
for i in range(50):
    alias = list[alias]
print(alias.__parameters__)
print(bytearray(3), bytearray(0), bytearray(True))
b = bytearray(b"abc")
b.__init__(2)
print(b)
