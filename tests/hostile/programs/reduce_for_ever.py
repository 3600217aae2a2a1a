import functools, itertools, operator
functools.reduce(operator.or_, itertools.repeat(1))
