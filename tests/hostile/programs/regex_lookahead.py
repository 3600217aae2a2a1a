import re
re.fullmatch(r"(?:(?=(a+))a*)*b", "a" * 5000)
