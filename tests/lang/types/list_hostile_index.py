# An __index__ that changes the list it is to index.
from __future__ import annotations, division

import __future__


class Clearing:
    def __init__(self, target: list[int], answer: int) -> None:
        self.target = target
        self.answer = answer

    def __index__(self) -> int:
        self.target.clear()
        return self.answer


def attempt(name: str, action) -> None:
    values[:] = [1, 2, 3]
    try:
        print(name, action(), values)
    except IndexError as error:
        print(name, error, values)


values: list[int] = []
for answer in (1, -1):
    key = Clearing(values, answer)
    attempt("get", lambda: values[key])
    attempt("set", lambda: values.__setitem__(key, 1))
    attempt("delete", lambda: values.__delitem__(key))
    attempt("slice", lambda: values[key:3])
    attempt("pop", lambda: values.pop(key))
    attempt("insert", lambda: values.insert(key, 5))
print(attempt.__annotations__)
print(division.getMandatoryRelease(), annotations, len(__future__.all_feature_names))
