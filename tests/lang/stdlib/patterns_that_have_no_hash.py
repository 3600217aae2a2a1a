# What has no hash is refused as such before it is looked at as a pattern.
import re

for pattern in ([1], {}, bytearray(b"a"), 5, None):
    for function in (re.compile, lambda text: re.search(text, "a")):
        try:
            print(function(pattern))
        except TypeError as error:
            print(error)
