# python3.12
"""Objects that take subscripts, but are no sequences: iterating them is refused, not tried from 0 on."""
import re

type Pair[T] = tuple[T, T]


def attempt(f, *arguments):
    try:
        print(f(*arguments))
    except TypeError as e:
        print(e)


def unpack(o):
    a, b = o


def spread(o):
    print(*o)


for thing in (re.match("a", "a"), Pair, int | str, {1: 2}.get):
    attempt(list, thing)
    attempt(lambda o: 1 in o, thing)
    attempt(reversed, thing)
    attempt(unpack, thing)
    attempt(spread, thing)
