import re
re.compile('[' + ''.join(chr(i) + '-' + chr(i + 1) for i in range(40, 60000, 3) if chr(i) not in '[]\\^-' and chr(i+1) not in '[]\\^-') + ']*' * 1)
