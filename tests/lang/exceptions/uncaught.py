# An uncaught exception prints a traceback with the chain, and ends with status 1.
def low(x):
    return 10 / x


def high():
    try:
        low(0)
    except ZeroDivisionError as error:
        raise ValueError("bad input") from error


print("before")
high()
