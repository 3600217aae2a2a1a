import math
math.comb(10**8, 5 * 10**7)
