x = (1,
     2
y = 3
# E: 1:5 '(' was never closed
