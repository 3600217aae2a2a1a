import math
a = 3**2000000
b = 5**1400000
while True: math.gcd(a, b)
