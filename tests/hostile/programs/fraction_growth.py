from fractions import Fraction
x = Fraction(1, 3)
while True:
    x = x * x + Fraction(1, 7)
