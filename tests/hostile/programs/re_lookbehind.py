import re
re.search('(?<=' + 'a' * 60000 + ')b', 'a' * 10**6)
