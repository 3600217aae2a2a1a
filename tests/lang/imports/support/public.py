one = 1
_two = 2
three = 3
import math
