# A comprehension in a finally clause, which is compiled once for each way out: each has registers of its own.
def ways(how, made, d):
    total = 0
    for i in range(3):
        a, b, c = i, i + 1, {"k": i}
        try:
            if how == "raise":
                raise ValueError(i)
            if how == "return":
                return total, a, b, c
            if how == "break":
                break
            if how == "continue":
                continue
            x, y, z, w = 1, [2], (3,), {4}
            total += x + len(y) + len(z) + len(w) + sum([p + q for p in made for q in y])
        except ValueError:
            total += sum([r + a for r in made])
        finally:
            total += sum([r * b for r in made]) + len({k: v for k, v in d.items()}) + sum({r for r in made})
            d = {k: v + 1 for k, v in d.items()}
    return total, d, a, b, c


for how in "raise", "return", "break", "continue", "end":
    print(how, ways(how, [1, 2, 3], {"x": 1, "y": 2}))


def nested(made):
    try:
        try:
            return [r for r in made]
        finally:
            kept = [r + 1 for r in made]
            try:
                1 / 0
            except ZeroDivisionError:
                kept += [r + 2 for r in made]
            finally:
                kept += [[r, s] for r in made for s in made]
    finally:
        print(kept, [r for r in kept[:2]])


print(nested([1, 2]))
