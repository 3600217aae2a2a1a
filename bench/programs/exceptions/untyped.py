"""Exceptions raised, caught by class, passed through frames, with finally and with a cause."""
import sys


class Low(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


class Refused(Exception):
    pass


def check(i):
    if i % 3 == 0:
        raise ValueError(i)
    if i % 3 == 1:
        raise Low(i)
    return i


def deep(i, depth):
    if depth == 0:
        return check(i)
    return deep(i, depth - 1) + 1


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise Refused(text) from error


n = int(sys.argv[1])
values = low = passed = missing = refused = 0
known = {i: i for i in range(0, 1000, 2)}
for i in range(n):
    try:
        passed += check(i)
    except ValueError as error:
        values += int(error.args[0])
    except Low as error:
        low += error.value
    finally:
        passed += 1
    try:
        missing += known[i % 1000]
    except KeyError:
        missing += 1
    try:
        passed += deep(i, 5)
    except (ValueError, Low):
        pass
    if i % 4 == 0:
        try:
            parse("x" + str(i))
        except Refused as error:
            if error.__cause__ is not None:
                refused += 1
print(values, low, passed, missing, refused)
