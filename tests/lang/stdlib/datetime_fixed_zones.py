# Datetimes of plain timezones, whose offset is the same at all times: what is done in C for them must be what the definitions say.
from datetime import datetime, timedelta, timezone, tzinfo

hour = timedelta(hours=1)
zones = [timezone.utc, timezone(2 * hour), timezone(-5 * hour, "EST"), timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(seconds=-3)),
         timezone(timedelta(hours=23, minutes=59, seconds=59, microseconds=999999)), timezone(-timedelta(hours=23, microseconds=5)), timezone(timedelta(0), "zero")]
moments = [datetime(2024, 2, 29, 23, 59, 59, 999999), datetime(2024, 3, 1), datetime(1970, 1, 1), datetime(1, 1, 5, 3), datetime(9999, 12, 25, 4, 5), datetime(2000, 12, 31, 12, fold=1)]
for m in moments:
    for z in zones:
        d = m.replace(tzinfo=z)
        print(d, d.isoformat("_"), d.isoformat(timespec="minutes"), repr(d.timestamp()))
for m in moments:
    for z in zones:
        d = m.replace(tzinfo=z)
        for other in zones:
            e = d.astimezone(other)
            assert e == d and hash(e) == hash(d) and not e < d and e <= d and e - d == timedelta(0) and e.tzinfo is other, (d, e)
            assert e.replace(tzinfo=None) == m - z.utcoffset(None) + other.utcoffset(None) and e.fold == (d.fold if d is e else 0)
        later = (m + hour).replace(tzinfo=zones[3])
        print(d < later, d != later, later - d, d.astimezone(tz=zones[1]), (later - d) == -(d - later))

for edge, z in ((datetime.min, timezone(hour)), (datetime.max, timezone(-hour))):
    d = edge.replace(tzinfo=z)
    for action in (lambda: d.astimezone(timezone.utc), lambda: d.astimezone(timezone(2 * hour)), lambda: d.astimezone(timezone(-2 * hour))):
        try:
            print(action())
        except OverflowError as error:
            print("OverflowError:", error)
    print(d < datetime(2000, 1, 1, tzinfo=timezone.utc), d - datetime(2000, 1, 1, tzinfo=timezone.utc), d.timestamp())


class Moving(tzinfo):
    def utcoffset(self, d):
        return hour * (d.month if d else 0)

    def dst(self, d):
        return timedelta(0)

    def tzname(self, d):
        return "M"


class Nowhere(tzinfo):
    def utcoffset(self, d):
        return None


class Own(datetime):
    pass


m = datetime(2024, 5, 6, 7, tzinfo=Moving())
print(m, m.astimezone(timezone.utc), m - datetime(2024, 5, 6, tzinfo=timezone.utc), m == datetime(2024, 5, 6, 2, tzinfo=timezone.utc), datetime(2024, 5, 6, tzinfo=timezone.utc).astimezone(Moving()))
n = datetime(2024, 5, 6, 7, tzinfo=Nowhere())
u = datetime(2024, 5, 6, 7, tzinfo=timezone.utc)
for action in (lambda: n < u, lambda: n - u, lambda: u < datetime(2024, 1, 1), lambda: u - datetime(2024, 1, 1), lambda: u.astimezone(3), lambda: u.astimezone(tz="x"), lambda: u.astimezone(zone=1)):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", error)
print(n == u, n, n.isoformat(), u == datetime(2024, 5, 6, 7), u.astimezone(timezone.utc) is u)
o = Own(2024, 5, 6, 7, tzinfo=timezone(hour))
print(type(o.astimezone(timezone.utc)).__name__, o, o == u, o < u, u - o, o - u, o.timestamp())

for micros in (0, 1, 2, 3, 5, -1, -5, 7 * 10**6, 86400 * 10**6 + 1):
    for by in (1, 2, 3, -2, 4, -7, 10**6, 10**18, -(10**18), 2**61):
        d = timedelta(microseconds=micros) / by
        print(d // timedelta(microseconds=1), end=" ")
print()
for by in (0, 0.5, 0.0, True, 2**70, "x"):
    try:
        print(timedelta(seconds=3) / by)
    except (ZeroDivisionError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)

for text in ("2024-01-02T03:04:05+00:00", "2024-01-02T03:04:05Z", "2024-01-02 03:04:05.5-05:30", "2024-01-02 03:04:05.123456+23:59", "2024-01-02T03:04:05+24:00", "2024-01-02T03:04:05-00:00", "2024-01-02T03:04:05+1:00",
             "2024-01-02T03:04:05+0100", "2024-01-02T03:04+01:00", "2024-01-02+01:00", "2024-01-02T03:04:05.Z", "2024-01-02T03:04:05 Z", "2024-01-02T24:04:05Z", "2024-01-02TZ", "Z", "",
             "2024-01-02T03:04:05+01:00:30", "2024-01-02T03:04:05.1234567+01:00", "2024-01-02T03:04:05--1:00", "2024-01-02T03:04:05Z+01:00", "2024-W01-1T03:04:05Z"):
    try:
        d = datetime.fromisoformat(text)
        print(text, repr(d), d.tzinfo is timezone.utc)
    except ValueError as error:
        print(text, error)
for d in (timedelta(), timedelta(1), timedelta(-1), timedelta(2, 3, 4), timedelta(hours=9, minutes=5), timedelta(hours=10), timedelta(hours=23, seconds=59, microseconds=1), timedelta.max, timedelta.min, -timedelta(microseconds=1)):
    print(d, f"{d}", [d], repr(str(d)))
