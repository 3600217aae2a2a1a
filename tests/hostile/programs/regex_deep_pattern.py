import re
re.compile("(" * 5000 + "a" + ")" * 5000)
re.compile("(?:" * 200000)
