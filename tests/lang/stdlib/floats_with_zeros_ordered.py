# Least, greatest and sorted floats where zeros of both signs, infinities and not-a-numbers are among them.
import itertools

nan, inf = float("nan"), float("inf")
print(min([0.0, 1.5]), min([1.5, 0.0]), max([0.0, -1.5]), max([-1.5, 0.0]), min([0.0, -1.5, 2.5]), max([0.0, -1.5, 2.5]))
print(min([0.0, -0.0]), min([-0.0, 0.0]), max([0.0, -0.0]), max([-0.0, 0.0]), min(0.0, -0.0, 1.0), max(-1.0, -0.0, 0.0))
print(min([1.0, nan, 0.0]), min([nan, 0.0]), max([0.0, nan]), min([0.0, nan, -1.0]))
print(min([0.0, 0]), min([0, 0.0]), max([0.0, False]), max([0, 0.0, -1]), min([0.0, -1]), max([0.0, 1]))
print(min([0.0, 5e-324]), min([-5e-324, 0.0]), max([0.0, 5e-324]), max([-5e-324, 0.0]), max([0.0, 1e308, inf]), min([0.0, -1e308, -inf]))
for some in itertools.permutations([0.0, 2.5, -2.5, -0.0]):
    print(sorted(some), sorted(some, reverse=True), min(some), max(some))
print(sorted([0.0] + [i * -1.25 for i in range(30)]))
print(sorted([0.0, 3.5, 1e-320, -1e-320, 1e300, -inf, inf, 0.0, -0.0, 0.5]))
print(sorted([0.0, 1, 0.5, -1, 0]), sorted([0.0, "a"], key=str), sorted([0.0, 0.0, -1.5], reverse=True))
try:
    min([0.0, "x"])
except TypeError as error:
    print(error)
