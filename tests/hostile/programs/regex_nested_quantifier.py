import re
re.match(r"(a+)+$", "a" * 50 + "b")
