# A program without annotations: what CPython may run all the same is not an error, what is certainly missing is.
import sys


class Box:
    pass


b = Box()
b.value = 1
print(b.value, b.other)


class Box:
    size = 3


x = 1
x = "text"
print(len(5))
try:
    1 + "a"
    [].nothing
except TypeError:
    pass
later = lambda: 1 + "a"
print(undefined)  # E: [name-defined]
import nowhere_to_be_found  # E: [import-not-found]
"a".nothing  # E: [attr-defined]
1 + "a"  # E: [operator]
