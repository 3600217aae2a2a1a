# datetime.time: making, comparing, hashing, text; what datetime makes of times and the other way round; moves by timedelta over days and months.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def attempt(call, *args, **named):
    try:
        result = call(*args, **named)
    except (TypeError, ValueError, OverflowError) as problem:
        result = f"{type(problem).__name__}: {problem}"
    print(result if isinstance(result, str) else repr(result))


class Zone(tzinfo):
    def __repr__(self):
        return "Zone()"

    def utcoffset(self, dt):
        return None if dt is None else timedelta(hours=1)

    def tzname(self, dt):
        return "zone"

    def dst(self, dt):
        return timedelta(0)


class MyTime(time):
    def isoformat(self, timespec="auto"):
        return "mine " + super().isoformat(timespec)


zone = Zone()
for args, named in [((), {}), ((1,), {}), ((1, 2, 3, 4), {}), ((23, 59, 59, 999999), {"fold": 1}), ((1,), {"minute": 5, "tzinfo": timezone.utc}),
                    ((24,), {}), ((1, 60), {}), ((1, 2, 60), {}), ((1, 2, 3, 1000000), {}), ((-1,), {}), ((1,), {"fold": 2}), ((1, 2, 3, 4, 5), {}),
                    ((1, 2, 3, 4, None, 5), {}), ((1,), {"hour": 2}), ((1,), {"hours": 2}), ((1.5,), {}), (("1",), {}), ((True, False), {}), ((2**70,), {}),
                    ((), {"tzinfo": zone, "second": 7}), ((b"\x01\x02\x03\x00\x00\x04",), {}), ((b"\x81\x02\x03\x00\x00\x04", timezone.utc), {})]:
    attempt(time, *args, **named)
attempt(MyTime, 1, 2)

times = [time(0), time(1, 2), time(1, 2, 3), time(1, 2, 3, 4), time(23, 59), time(1, 2, fold=1), time(1, 2, tzinfo=timezone.utc),
         time(3, 2, tzinfo=timezone(timedelta(hours=2))), time(1, 2, tzinfo=zone), MyTime(1, 2)]
for a in times:
    row = []
    for b in times:
        row.append(f"{a == b:d}{a != b:d}")
        try:
            row.append(f"{a < b:d}{a <= b:d}{a > b:d}{a >= b:d}")
        except TypeError as problem:
            row.append(str(problem))
    print(row)
    print(a, repr(a), a.isoformat(), a.isoformat("minutes"), a.isoformat(timespec="milliseconds"), bool(a), f"{a}", f"{a:%H.%M}")
    print([a == b and hash(a) != hash(b) for b in times], a == 3, a != None, time.__eq__(a, 5), time.__lt__(a, "x"))
    print(pickle.loads(pickle.dumps(a)) == a, copy.copy(a) == a, copy.deepcopy(a) == a, a.replace(minute=9), a.utcoffset(), a.tzname())
attempt(lambda: time(1) < 3)
attempt(lambda: time(1).isoformat("weeks"))
attempt(lambda: time(1).isoformat(3))
attempt(lambda: time(1).isoformat("auto", 2))
print(sorted(times[:5], reverse=True), min(times[:5]), len({time(1), time(1, 0), time(1, fold=1)}))

day, when = date(2020, 2, 28), datetime(2020, 2, 28, 23, 59, 59, 999999, zone, fold=1)
print(repr(when.time()), repr(when.timetz()), when.time().fold, repr(MyTime(1)), type(when.time()))
for args in [(day, time(1, 2, 3, 4)), (day, time(1, fold=1)), (day, time(1, tzinfo=zone)), (day, time(1), timezone.utc), (day, time(1, tzinfo=zone), None), (when, time(2)), (day, MyTime(3)),
             (day, 5), (5, time(1)), (day,), (day, time(1), 5), (day, time(1), None, 3)]:
    attempt(datetime.combine, *args)
attempt(datetime.combine, date=day, time=time(5))
attempt(datetime.combine, day, time(5), tzinfo=timezone.utc)


class MyDatetime(datetime):
    pass


print(repr(MyDatetime.combine(day, time(1))), type(MyDatetime(2020, 1, 1).time()), type(MyDatetime(2020, 1, 1) + timedelta(1)))
for start in (datetime(2020, 2, 28, 23, 59, 59, 999999), datetime(2019, 12, 31), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59), datetime(2021, 3, 1, 0, 0, 0, 1, timezone.utc)):
    for delta in (timedelta(0), timedelta(microseconds=1), timedelta(microseconds=-1), timedelta(seconds=1), timedelta(hours=-24), timedelta(days=1), timedelta(days=27, hours=23), timedelta(days=-400, seconds=5),
                  timedelta(days=100000), timedelta.max, timedelta.min):
        attempt(lambda: start + delta)
        attempt(lambda: start - delta)
        attempt(lambda: delta + start)
