try:
    x
y = 1
# E: 3:1 expected 'except' or 'finally' block
