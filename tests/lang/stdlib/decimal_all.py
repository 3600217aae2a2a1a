from decimal import *
from decimal import Decimal as D

print(D("0.1") + D("0.2"), D(1) / D(7), D("1.10") * 3, -D("0"), D(0.1), repr(D("1e5")), D("-1.50").normalize())
print(D("2").sqrt(), D(1).exp(), D(10).ln(), D(2).log10(), D(2) ** D("0.5"), D(2) ** 100, D(7) // D(2), D(-7) % 3, divmod(D(7), 2))
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(D(t).quantize(D("0.1"), rounding)) for t in ("1.25", "-1.25", "1.35", "1.01", "-1.06")])
for spec in ("", ".2f", "10.3f", ",.2f", ".1%", ".3e", "<12", "+.1f", "010.2f", "g", ".3g"):
    print(repr(format(D("-1234567.8951"), spec)), repr(format(D(0), spec)))
for wrong in (lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(-1).sqrt(), lambda: D(1) + 1.5, lambda: D([]), lambda: int(D("NaN"))):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
with localcontext() as context:
    context.prec = 5
    print(D(1) / 3, context)
with localcontext(prec=50):
    print(D(3).sqrt(), D("1.5").exp(), D(3).ln())
print(getcontext().prec, D("3.14").as_tuple(), D("3.14").as_integer_ratio(), hash(D("1.0")) == hash(1), D("1.0") == 1, D(1) < 2, D("0.5") == 0.5)
print(round(D("2.675"), 2), round(D("2.5")), int(D("-3.9")), float(D("1.25")), sum([D("1.1")] * 3), max(D(1), D(3)), abs(D(-2)))
print(D("Infinity"), D("-inf") < 0, D("nan"), D("nan") == D("nan"), D("1E+3"), D("1e-10"), D("123e3").to_eng_string(), sorted([D(3), D("1.5")]))
