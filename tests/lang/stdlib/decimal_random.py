# python3.12
# random operations: results and flags
import random
from decimal import *
random.seed(7)
D=Decimal
def num():
    k=random.random()
    if k<.05: return random.choice([D("NaN"),D("sNaN"),D("inf"),D("-inf"),D(0),D("-0"),D("0E-5"),D("0E7"),D("-NaN5")])
    n=random.randint(0,10**random.choice([1,2,3,6,9,12,20])); return D((random.randint(0,1), tuple(map(int,str(n))), random.choice([0,0,-1,-2,-3,-6,1,2,5,-15,-9,7])))
def show(c): return "".join("1" if c.flags[s] else "0" for s in sorted(c.flags, key=lambda s: s.__name__))
ops2=["add","subtract","multiply","divide","divide_int","remainder","remainder_near","compare","compare_signal","compare_total","compare_total_mag","max","min","max_mag","min_mag","quantize","copy_sign","same_quantum","scaleb","shift","rotate","divmod","logical_and"]
ops1=["abs","minus","plus","sqrt","exp","ln","log10","logb","normalize","to_integral_value","to_integral_exact","next_plus","next_minus","number_class","is_normal","is_subnormal","to_sci_string","to_eng_string","logical_invert"]
for i in range(2500):
    c=Context(prec=random.choice([1,2,3,5,9,16]),rounding=random.choice([ROUND_CEILING,ROUND_FLOOR,ROUND_UP,ROUND_DOWN,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]),Emin=random.choice([-5,-9,-99,-999999]),Emax=random.choice([5,9,99,999999]),clamp=random.randint(0,1),capitals=1,traps=[])
    if random.random()<.6:
        o=random.choice(ops2); a,b=num(),num()
        if o=="power" and b.is_finite() and abs(b)>10**6: b=D(3)
        r=getattr(c,o)(a,b); print(o,a,b,c.prec,c.rounding[6:],c.Emin,c.Emax,c.clamp,"=",r,show(c))
    else:
        o=random.choice(ops1); a=num(); r=getattr(c,o)(a); print(o,a,c.prec,c.rounding[6:],c.Emin,c.Emax,c.clamp,"=",r,show(c))
