import re
re.findall(rb"(x+x+)+y", b"x" * 100)
