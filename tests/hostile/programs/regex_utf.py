import re
re.search(r"(\w+\s?)+$", "é" * 60 + "!")
