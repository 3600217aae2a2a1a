import re
re.compile("(?:" + "|".join("%d[a-z]{1,50}" % n for n in range(100000)) + ")")
