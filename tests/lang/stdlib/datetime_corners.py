# python3.12
# Corners of datetime: dates beside datetimes, states with a bad tzinfo, hashes of equal times.
from datetime import *
d=date(2020,1,2); dt=datetime(2020,1,2); dt2=datetime(2020,1,2,3)
for a,b in ((d,dt),(dt,d),(d,dt2),(dt2,d)):
    print(a.__eq__(b), a.__ne__(b), a.__lt__(b) if a is d else '', a==b, a!=b)
for f in (lambda: d.__lt__(dt2), lambda: d<dt2, lambda: dt2.__lt__(d), lambda: datetime(b'\x07\xe4\x01\x02\0\0\0\0\0\0', 5), lambda: time(b'\0\0\0\0\0\0','x'), lambda: date.fromisocalendar(2**33,1,1), lambda: date.fromisocalendar(2020,2**33,1),lambda: date.fromisocalendar(10000,1,1),lambda: date.fromisocalendar('a',1,1), lambda: date.fromisocalendar(2020,54,1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for x in (d,dt,time(1),timedelta(1),timezone.utc,tzinfo(),timezone(timedelta(hours=1))):
    try: x.foo=1; print(type(x), 'set')
    except Exception as e: print(type(e).__name__, e)
t1=time(7,47,tzinfo=timezone(timedelta(hours=-5))); t2=time(12,47,tzinfo=timezone.utc); print(t1==t2, hash(t1)==hash(t2))
