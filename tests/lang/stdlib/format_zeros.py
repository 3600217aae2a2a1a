# python3.12: zeros that are asked for, and zeros as the fill: of Decimals that are no numbers, and of Fractions
from decimal import Decimal as D
from fractions import Fraction as F
for s in ('0=-20F','020F','0=8','08','0>8','*=8','0=+8','>08','0=12,','012,','0=14,.2f','014,.2f', '0=1,', '*=12,'):
    for v in ('NaN','Infinity','-sNaN1','1.5', '-1234567'):
        try: print(s, v, repr(format(D(v), s)))
        except Exception as e: print(s, v, type(e).__name__, e)
for s in ('>010f', '<z01,g', '010.2f', 'q', '>', '=08.1e', '0=8.1f', ' ^08f', '.3', '*^20.2%', '>01_.0F'):
    try: print(s, repr(format(F(22, 7), s)))
    except Exception as e: print(s, type(e).__name__, e)
