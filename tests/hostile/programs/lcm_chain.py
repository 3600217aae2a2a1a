import math
print(math.lcm(*range(1, 200000)))
