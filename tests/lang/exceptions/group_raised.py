# except* that raises: the new exception and the rest.
def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise TypeError("new")
f()
