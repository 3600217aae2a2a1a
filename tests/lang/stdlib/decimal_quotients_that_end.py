# A quotient that ends is found whatever the precision; one that does not has no room at the largest.
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, setcontext
setcontext(Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN))
x = Decimal(2) ** 256
print(x / 128)
for a, b in ((1,8),(10,2),(7,5**40),("1e100",2**70),("123.450","0.05"),(6,3),("-3",Decimal(2)**300),(0,7),("1.00","4")):
    print(Decimal(a) / Decimal(b))
for a, b in ((1,3),(22,7)):
    try:
        print(Decimal(a) / Decimal(b))
    except MemoryError:
        print("MemoryError")
