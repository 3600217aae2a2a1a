import re
re.compile('(?:' * 80 + 'a' + '{1,1000})' * 80)
