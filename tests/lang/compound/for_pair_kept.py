"""A loop's variable that is taken apart by the first statement keeps the pair."""


def taken_apart():
    seen = []
    for pair in zip([1, 2], "ab"):
        x, y = pair
        seen.append((pair, x, y))
    for pair in {1: 2, 3: 4}.items():
        x, y = pair
        seen.append((pair, x, y))
    for pair in enumerate("cd"):
        x, y = pair
        seen.append((pair, x, y))
    return seen


print(taken_apart())
