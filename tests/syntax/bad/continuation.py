x = 1 \ + 2
# E: 1:8 unexpected character after line continuation character
