x = 'abc
y = f"{a"
z = b"é"
# E: 1:5 unterminated string literal (detected at line 1)
# E: 2:9 f-string: expecting '}'
