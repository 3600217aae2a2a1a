from decimal import *
getcontext().prec = 10**7
Decimal(1) / 7 / Decimal("3.123456789012345678901234567890123456789")
