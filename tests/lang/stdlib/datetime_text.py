# Dates as text, as keys and in local time; str() of a subclass asks its isoformat() (library reference, "datetime").
from datetime import *
import pickle
d = date(2024, 2, 29); t = datetime(2024, 2, 29, 1, 2, 3, 45)
print(d.isoformat(), str(d), str(t), t.isoformat(), t.isoformat(" "), t.isoformat(sep="_"), t.isoformat(timespec="minutes"), t.isoformat("x", "hours"), f"{d}", f"{t}", repr(t))
u = t.replace(tzinfo=timezone.utc); print(u, u.isoformat(), u.isoformat(timespec="seconds"))
class D(date):
    def isoformat(self): return "mine"
class T(datetime):
    def isoformat(self, sep="T", timespec="auto"): return "mine" + sep
print(str(D(2020, 1, 1)), str(T(2020, 1, 1)), T(2020, 1, 1) == datetime(2020, 1, 1), hash(T(2020, 1, 1)) == hash(datetime(2020, 1, 1)), hash(D(2020,1,1)) == hash(date(2020,1,1)))
for bad in (lambda: t.isoformat("ab"), lambda: t.isoformat(3), lambda: t.isoformat(timespec=3), lambda: t.isoformat(timespec="no"), lambda: d.isoformat(1), lambda: t.isoformat("é"), lambda: t.isoformat("é") ):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print({d: 1, date(2024, 2, 29): 2}, len({t, datetime(2024, 2, 29, 1, 2, 3, 45), u}), hash(pickle.loads(pickle.dumps(t))) == hash(t), hash(t.replace(fold=1)) == hash(t))
print(all(datetime.fromtimestamp(x.timestamp()) == x for x in (t, datetime(1970, 1, 2), datetime(2024, 7, 1, 12), datetime(1900, 1, 1))), u.timestamp())
print(t.strftime("%Y-%m-%d %% %j %A %H:%M:%S"), t.strftime("%f %z %Z|"), u.strftime("%z %Z %%z"), d.strftime("x%"), t.strftime("%%f"))
print(sorted([date(2024, 1, i) for i in (3, 1, 2)]), max(t, t + timedelta(1)), t < u.replace(tzinfo=None), t == d, d == t)
try: t < u
except TypeError as e: print(e)
try: t < d
except TypeError as e: print(e)
print(date.__str__(d), datetime.__str__(t), date.isoformat(t), date.__hash__(d) == hash(d))
print(date.__str__(t))
