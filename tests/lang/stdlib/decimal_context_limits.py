# Shifts and rotations of more digits than the precision, payloads too long for a context, powers below the normal range, a huge precision.
from decimal import *
D=Decimal
c=Context(prec=4,traps=[])
for n in range(-5,6): print(n,c.shift(D(1234567),n), c.rotate(D(1234567),n), c.shift(D(-1234567),n))
c=Context(prec=9,Emin=-9,Emax=9,traps=[])
for a,b in (("1E-20","0.5"),("1e-21","0.5"),("4","0.5"),("1e-20","1.5"),("1e-40",".25"),("1e-30","0.5"),("1e-32","0.5"),("1e20","0.5"),("2","-9"),("3","-11")):
    c.clear_flags(); print(a,b,c.power(D(a),D(b)),[f.__name__ for f in c.flags if c.flags[f]])
for p in (5,9,16,34):
  for clamp in (0,1):
    c=Context(prec=p,clamp=clamp,traps=[])
    for k in range(p-2,p+3):
        for w in ("NaN","sNaN","-NaN"):
            s=w+"1234567890123456789012345678901234567890"[:k]
            c.clear_flags(); print(p,clamp,s,c.create_decimal(s),c.create_decimal(D(s)),c.plus(D(s)),[f.__name__ for f in c.flags if c.flags[f]])
            print(c.create_decimal("nan000"+s[-3:]), c.create_decimal("nan0000000000000000000000000000000000000000000000000"))
c=Context(prec=9999999,Emin=-999999999,Emax=999999999,traps=[])
print(c.multiply(D("1e-600000000"),D("1e-409999998")))
print(c.add(D("1e-600000000"),D("1e-600000002")))
c=Context(prec=16,Emin=-999999999,Emax=999999999,traps=[])
for a,b in (("10","1e-999999999"),("0.1","-1e-999999999"),("1.5","1e-60"),("10","1e-41"),("1e999999","1e-60")):
    c.clear_flags(); print(a,b,c.power(D(a),D(b)),[f.__name__ for f in c.flags if c.flags[f]])
for w in (("1","-0","1"),("2","-0","7"),("0","-0","7"),("2","-1","7"),("7","3","-5"),("-7","3","5"),("7","0","1"),("7","-0","-3"),("0","0","3")):
    c.clear_flags(); print(w,c.power(*map(D,w)),[f.__name__ for f in c.flags if c.flags[f]])
