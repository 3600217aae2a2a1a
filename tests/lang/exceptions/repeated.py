# Frames that repeat, and a chain of causes.
def f(n):
    if n == 0:
        return 1 / 0
    return f(n - 1)
try:
    f(10)
except ZeroDivisionError as e:
    try:
        {}["k"]
    except KeyError as k:
        raise ValueError("boom") from e
