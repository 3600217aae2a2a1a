x = (1, 2]
# E: 1:10 closing parenthesis ']' does not match opening parenthesis '('
