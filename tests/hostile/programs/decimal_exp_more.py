import decimal
c = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
print(c.exp(decimal.Decimal(1)))
