# python3.12
"""datetime/calendar/zoneinfo/time formatting showcase."""
import calendar, sys, time
from datetime import date, datetime, time as dtime, timedelta, timezone, UTC, MINYEAR
from collections import Counter


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(y, f // 31, f % 31 + 1)


for y in (1961, 2000, 2024, 2025, 2038): print(easter(y), easter(y).strftime("%A %d. %B %Y, week %V, day %j"))
print([d.isoformat() for y in range(2020, 2026) for m in range(1, 13) if (d := date(y, m, 13)).weekday() == 4])
print(Counter(date(y, 12, 25).strftime("%a") for y in range(1900, 2000)).most_common(3))
a = datetime(2024, 2, 29, 23, 59, 59, 999999)
for delta in (timedelta(microseconds=1), timedelta(days=366), timedelta(weeks=-52, hours=3.5), timedelta(days=-1, seconds=1)):
    print(repr(delta), str(delta), a + delta, delta.total_seconds(), -delta, abs(delta), delta // timedelta(hours=1), delta % timedelta(days=7))
print(timedelta(days=5, hours=3) / timedelta(hours=7), timedelta(seconds=10) * 1.5, divmod(timedelta(days=1), timedelta(hours=7)), timedelta.max, timedelta(1) > timedelta(hours=23), bool(timedelta()))
for fmt in ("%Y-%m-%d %H:%M:%S.%f", "%a %b %e %I:%M %p", "%U %W %V %G %u %w", "%x %X", "%c", "%y%%%j", "%D %T %R %F", "[%z] [%Z]"): print(fmt, "->", a.strftime(fmt))
for text, fmt in [("2024-02-29", "%Y-%m-%d"), ("29 Feb 24 3PM", "%d %b %y %I%p"), ("1/2/3", "%d/%m/%y"), ("12:30:01.5 +0530", "%H:%M:%S.%f %z"), ("Monday 5 June 2023", "%A %d %B %Y"), ("2024 60", "%Y %j"), ("2024 W10 1", "%G W%V %u"),
                  ("2023-02-29", "%Y-%m-%d"), ("x", "%Y"), ("2024-01-01 extra", "%Y-%m-%d"), ("12", "%q"), ("25:00", "%H:%M")]:
    try: print(repr(datetime.strptime(text, fmt)))
    except ValueError as e: print(text, "|", e)
tz = timezone(timedelta(hours=-5, minutes=-30), "XST")
z = datetime(2024, 7, 4, 12, 0, tzinfo=tz)
print(z, z.astimezone(UTC), z.tzname(), z.utcoffset(), z.isoformat(timespec="minutes"), z.timestamp(), repr(z), z == z.astimezone(UTC), hash(z) == hash(z.astimezone(UTC)), timezone(timedelta(hours=2)), repr(timezone.utc))
for s in ("2024-07-04", "2024-07-04T12:30", "20240704T123005", "2024-07-04 12:30:05.123+02:00", "2024-W27-4", "2024-07-04T12:30:05Z", "nope", "2024-13-01", "2024-07-04T25:00"):
    try: print(s, "->", repr(datetime.fromisoformat(s)))
    except ValueError as e: print(s, "->", e)
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1e9 + 0.5, timezone.utc), date.fromordinal(738000), date.fromisocalendar(2020, 53, 7), date(2024, 12, 30).isocalendar(), date(2021, 1, 3).isocalendar().week, date.min, date.max, datetime.max)
print(dtime(23, 5, fold=1), dtime.fromisoformat("04:05:06.789"), dtime(1, 2, 3).replace(hour=9), a.replace(year=2023, day=1), a.date(), a.time(), a.timetuple(), a.toordinal(), datetime.combine(date(2000, 1, 1), dtime(5)))
for bad in ("date(2023, 2, 29)", "datetime(2024, 1, 1, 24)", "timedelta(days=10**10)", "a + 5", "a < date(2024, 1, 1)", "a - z", "date(1, 1, 1) - timedelta(1)", "date('x')", "timezone(timedelta(hours=24))", "a < z", "date.fromisocalendar(2021, 53, 1)", "a.replace(month=13)", "datetime.fromtimestamp(1e20)", "a.strftime(5)", "timedelta(1) / 0", "date(2024, 1)", "datetime(2024, 1, 1, tzinfo='x')"):
    try: print(eval(bad))
    except Exception as e: print(f"{bad:36} {type(e).__name__}: {e}")
print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2025, 6, 3), sep="\n")
print(calendar.monthcalendar(2024, 9)[0], calendar.monthrange(2023, 2), calendar.isleap(1900), calendar.leapdays(1900, 2001), calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.weekday(2024, 1, 1), list(calendar.day_abbr), calendar.month_name[5])
print("\n".join(calendar.calendar(2024, w=2, l=1, c=4, m=4).splitlines()[:12]))
print(list(calendar.Calendar().itermonthdates(2024, 2))[:4], list(calendar.Calendar(6).itermonthdays2(2024, 2))[:3], calendar.HTMLCalendar().formatmonth(2024, 2)[:120])
def age(b, t): return t.year - b.year - ((t.month, t.day) < (b.month, b.day))
print(age(date(2000, 2, 29), date(2024, 2, 28)), (date(2024, 3, 1) - date(2023, 3, 1)).days, sorted([date(2024, 1, 2), date(2023, 5, 5)]), max(a, a + timedelta(1)).ctime(), time.strftime("%H", time.gmtime(3600 * 5)), time.strptime("10 Nov 1999", "%d %b %Y")[:3])
try:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
    ny = ZoneInfo("America/New_York")
    t = datetime(2024, 3, 10, 1, 30, tzinfo=ny)
    for h in range(3): print((t.astimezone(UTC) + timedelta(hours=h)).astimezone(ny), end=" ")
    print(t + timedelta(hours=1), datetime(2024, 11, 3, 1, 30, fold=1, tzinfo=ny).utcoffset(), ny, repr(ny), t.dst())
    ZoneInfo("Nowhere/City")
except ZoneInfoNotFoundError as e: print(e)
