from decimal import *
getcontext().prec = 10**6
Decimal(2).exp()
