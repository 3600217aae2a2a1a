import math, itertools
math.prod(itertools.count(1))
