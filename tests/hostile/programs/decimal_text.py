from decimal import *
str(Decimal("1e-1999999999999999"))
format(Decimal("1e999999999"), "f")
