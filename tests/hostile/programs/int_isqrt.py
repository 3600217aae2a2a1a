import math
math.isqrt((1 << 10**8) + 1)
