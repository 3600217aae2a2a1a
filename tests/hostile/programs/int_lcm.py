import math
math.lcm(*range(1, 10**6))
