from support.circle_a import a
b = 2
