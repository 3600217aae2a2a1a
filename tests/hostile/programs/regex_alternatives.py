import re
re.match(r"(a|a|aa)*$", "a" * 60 + "c")
