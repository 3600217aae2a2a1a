# What iterates in a traceback: the whole for statement, with statement or comprehension. And lone surrogates on standard error.
import traceback


def numbers(n):
    yield 1
    raise ValueError(n)


def loop():
    for q in numbers(1):
        pass


def not_iterable():
    for a, b in 5:
        pass


def comprehension():
    return [x
            for x in numbers(2)]


def generator():
    return list(x for y in [1] for x in numbers(3))


def mapping():
    return {k: v for k, v in 5}


def enters():
    with 5 as q:
        pass


def enters_second():
    with (
        open(__file__) as f,
        5
    ):
        pass


for function in (loop, not_iterable, generator, mapping, enters, enters_second):
    try:
        function()
    except Exception:
        print(traceback.format_exc())
for one_line in numbers(4): print(one_line)
