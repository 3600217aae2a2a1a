from decimal import *
getcontext().prec = 5 * 10**6
Decimal(2).sqrt()
