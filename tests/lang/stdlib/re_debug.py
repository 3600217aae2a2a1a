# typhon-only: CPython prints the code of its engine as well, behind the tree
import re
print(re.compile("(?P<n>a|bc)*[d-f]$", re.DEBUG).match("abcd"))
print(re.compile(b"\xff+", re.DEBUG | re.IGNORECASE).flags)
try:
    re.compile("(", re.DEBUG)
except re.error as problem:
    print(problem)
