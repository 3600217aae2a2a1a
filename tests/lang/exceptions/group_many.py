# Groups with chained members, more than are shown.
def sub(x):
    try:
        1 / x
    except ZeroDivisionError as e:
        raise ValueError("v") from e
excs = []
for i in range(18):
    try:
        sub(0)
    except ValueError as e:
        excs.append(e)
raise ExceptionGroup("many", excs)
