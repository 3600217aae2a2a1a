x = 1 … 2
y = a $ b
z = “quoted”
# E: 1:7 invalid character '…' (U+2026)
# E: 2:7 invalid syntax
# E: 3:12 invalid character '”' (U+201D)
# E: 3:5 invalid character '“' (U+201C)
