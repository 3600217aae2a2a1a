import re
while True:
    list(re.finditer("", "a" * 100000))
