a = 012
b = 1__0
c = 0x
d = 1abc
e = 0b12
f = 0o8
# E: 1:5 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# E: 2:6 invalid decimal literal
# E: 3:6 invalid hexadecimal literal
# E: 4:5 invalid decimal literal
# E: 5:8 invalid digit '2' in binary literal
# E: 6:7 invalid digit '8' in octal literal
