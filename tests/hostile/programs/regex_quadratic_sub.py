import re
re.sub(r"a*b", "", "a" * 1000000)
