"""Floats that are objects of their own, made by two operators in one step."""
def steps(x, y, z):
    total = 0.0
    out = []
    for i in range(6):
        total += x * y
        out.append(x * y + z)
        out.append(z - x * y)
        out.append(2.0 * x * y)
        out.append((x + y) / z)
        total -= x / y
        out.append([i, i * 2 + 1, total])
    return out


print(steps(1e150, 1e140, 1e280)[3], len(steps(1.5, 2.5, 1e-300)), steps(3, 4, 5.0)[0], steps(1e200, 1e-200, 1e300)[1])
