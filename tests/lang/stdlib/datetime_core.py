# Constructors, comparisons and arithmetic of dates, datetimes and timedeltas: the usual and the unusual of each, in one table of operations
# (of each row a checksum and three results).
import copy
import operator
import pickle
import random
import zlib
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def show(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Day(date):
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.mark = "new"
        return self

    @property
    def year(self):
        return -super().year


class Stamp(datetime):
    extra = 5

    def __eq__(self, other):
        return "eq" if isinstance(other, Stamp) else NotImplemented

    __hash__ = datetime.__hash__


class Span(timedelta):
    def __neg__(self):
        return "negated"

    def __radd__(self, other):
        return "radd"


class Zone(tzinfo):
    def __init__(self, hours):
        self.hours = hours

    def utcoffset(self, dt):
        return timedelta(hours=self.hours)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return f"Z{self.hours}"

    def __repr__(self):
        return f"Zone({self.hours})"


class Index:
    def __index__(self):
        return 7


utc, zone = timezone.utc, Zone(2)
values = [
    timedelta(0), timedelta(1), timedelta(-1, 5, 6), timedelta(0, 86399, 999999), timedelta.max, timedelta.min, timedelta(microseconds=1), Span(3),
    date(2000, 2, 29), date.min, date.max, Day(2024, 12, 31), datetime(2000, 2, 29), datetime(2000, 2, 29, 23, 59, 59, 999999), datetime.min, datetime.max,
    datetime(2021, 3, 4, 5, 6, 7, 8, utc), datetime(2021, 3, 4, 7, 6, 7, 8, zone), datetime(2021, 3, 4, 5, 6, 7, 8, fold=1), Stamp(2021, 3, 4, 5), time(3, 4),
    0, 1, -3, 2.5, 0.0, 10**30, float("nan"), True, None, "x",
]
binary = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.eq, operator.ne, operator.lt, operator.le,
          operator.gt, operator.ge]
for function in binary:
    print("--", function.__name__)
    for a in values:
        row = []
        for b in values:
            if isinstance(a, (int, float, str, type(None))) and isinstance(b, (int, float, str, type(None))):
                continue
            row.append(show(function, a, b))
        print(repr(a), "|", zlib.crc32("; ".join(row).encode()), *row[6:9], sep="; ")
print("-- unary")
for function in (operator.neg, operator.pos, abs, bool, str, hash):
    print(function.__name__, [show(function, a) if function is not hash else show(lambda: hash(a) == hash(copy.copy(a))) for a in values if not isinstance(a, float)])
print([type(-Span(1)) , type(Span(1) + Span(2)), type(abs(Span(-1))), type(Span(2) * 2), type(Day(2020, 1, 1) + timedelta(1)), (Day(2020, 1, 1) + timedelta(1)).mark])
print([type(Stamp(2020, 1, 1) + timedelta(1)), type(Stamp(2020, 1, 1) - timedelta(1)), type(Stamp(2020, 1, 1).date()), Stamp(2020, 1, 1).date()])

print("-- constructors")
for cls, calls in {
    timedelta: [(), (1, 2, 3), (1, 2, 3, 4, 5, 6, 7), (0, -1), (0, 0, -1), (10**9,), (999999999, 86400), (-999999999, -1), (1.5,), (True, True), ("x",), (None,), (10**30,), (1,) * 8,
                (Index(),), (0, 10**15), (0, 0, 10**20), (2**31,), (2**62,), (2**63,)],
    date: [(2020, 1, 2), (2020, 2, 30), (2019, 2, 29), (2020, 13, 1), (0, 1, 1), (10000, 1, 1), (2020, 1, 0), (2020,), (2020, 1), (), (2020, 1, 1, 1), (2020.0, 1, 1), ("a", 1, 1),
           (True, True, True), (Index(), Index(), Index()), (2**31, 1, 1), (2**63, 1, 1), (2020, 4, 31), (1, 1, 1), (9999, 12, 31)],
    datetime: [(2020, 1, 2), (2020, 1, 2, 3, 4, 5, 6), (2020, 1, 2, 24), (2020, 1, 2, 0, 60), (2020, 1, 2, 0, 0, 60), (2020, 1, 2, 0, 0, 0, 10**6), (2020, 2, 30), (2020, 1, 2, 3, 4, 5, 6, utc),
               (2020, 1, 2, 3, 4, 5, 6, "x"), (2020, 1, 2, 3, 4, 5, 6, utc, 1), (2020, 1), (), (2020, 1, 1, 1.0), (True, True, True, True), (2020, 1, 2, -1), (2020, 1, 2, None)],
}.items():
    for args in calls:
        print(cls.__name__, args if not any(isinstance(a, Index) for a in args) else "indexed", show(cls, *args))
for cls, keywords in [(timedelta, dict(hours=1, minutes=-5)), (timedelta, dict(weeks=1.5)), (timedelta, dict(days=1, wrong=2)), (timedelta, dict(milliseconds=1500, microseconds=7)),
                      (date, dict(year=2020, month=1, day=2)), (date, dict(year=2020, month=1)), (date, dict(year=2020, month=1, day=2, hour=3)),
                      (datetime, dict(year=2020, month=1, day=2, tzinfo=zone)), (datetime, dict(year=2020, month=1, day=2, fold=1)), (datetime, dict(year=2020, month=1, day=2, fold=2)),
                      (datetime, dict(year=2020, month=1, day=2, tzinfo=5)), (datetime, dict(year=2020, month=1, day=2, microsecond=5, second=4, minute=3, hour=2))]:
    print(cls.__name__, keywords, show(cls, **keywords))
print(show(timedelta, 1, days=2), show(date, 2020, year=1, month=1, day=1), show(datetime, 2020, 1, 1, month=2))
print(show(date.__new__, date, 2020, 1, 1), show(date.__new__, Day, 2020, 1, 2), show(timedelta.__new__, Span, 5), show(datetime.__new__, Stamp, 2020, 1, 1))

print("-- methods")
for a in (date(2000, 2, 29), date.min, date.max, datetime(2024, 12, 29, 5), Day(2021, 7, 4)):
    print(a.toordinal(), a.weekday(), a.isoweekday(), tuple(a.isocalendar()), a.timetuple().tm_yday, date.fromordinal(a.toordinal()) == date(a.timetuple()[0], a.month, a.day))
print([a.total_seconds() for a in values if isinstance(a, timedelta)], show(timedelta.total_seconds), show(date(2020, 1, 1).weekday, 5))
print(datetime(2020, 1, 2, 3, tzinfo=utc).date(), show(setattr, date(2020, 1, 1), "year", 5), show(setattr, timedelta(1), "days", 5)[:14])
print([x == pickle.loads(pickle.dumps(x)) for x in (timedelta(5, 6, 7), date(2020, 1, 2), datetime(2020, 1, 2, 3, tzinfo=utc))])
print(len({timedelta(1), timedelta(hours=24), timedelta(0, 86400)}), len({date(2020, 1, 1), date(2020, 1, 1), datetime(2020, 1, 1)}))
print({datetime(2020, 1, 1, tzinfo=utc): 1}[datetime(2020, 1, 1, 2, tzinfo=zone)], hash(date(2020, 5, 6)) == hash(Day(2020, 5, 6)))

print("-- arguments")
print(show(timedelta, 1, 2, 3, 4, 5, 6, 7, weeks=2), show(timedelta, "a", wrong=1), show(date, 2020, 1, wrong=3), show(date, 2020, 1, 1, wrong=3), show(date, year=1, month=1, wrong=1))
print(show(date, wrong=1), show(date, month=1, day=1), show(date, "x", month=1), show(datetime, 2020, 1, 1, wrong=3), show(datetime, 2020, 1, 1, 1, 1, 1, 1, None, 1, 1))
print(show(datetime, 2020, 1, 1, 1, 1, 1, 1, None, tzinfo=None, fold=0), show(datetime, 2020, 1, 1, 1, 1, 1, 1, None, 1, fold=1), show(datetime, 2020, day=1), show(date, 2020.0, 1, 1, 1))

print("-- weeks")
print([tuple(date(y, m, d).isocalendar()) for y in (1, 2, 2004, 2005, 2006, 2008, 2009, 2010, 2015, 2016, 2020, 2021, 9999) for m, d in ((1, 1), (1, 3), (1, 4), (12, 28), (12, 31))])
print(show(date.fromordinal, 0), show(date.fromordinal, 3652060), show(date.fromordinal, 2**40), show(date.fromordinal, 1.0), show(Day.fromordinal, 800000), show(datetime.fromordinal, 5))
print(date.fromisoformat("2020-02-03"), datetime.fromisoformat("2020-02-03"), datetime.fromisoformat("2020-02-03 04:05:06.7"), repr(Stamp.fromisoformat("2020-02-03T04:05:06")))

print("-- many")
rng = random.Random(4)
total, latest = timedelta(0), datetime.min
for _ in range(2000):
    span = timedelta(rng.randrange(-2000, 2000), rng.randrange(-10**6, 10**6), rng.randrange(-10**9, 10**9))
    moment = datetime(2000, 6, 15) + span
    assert moment - span == datetime(2000, 6, 15) and moment - datetime(2000, 6, 15) == span
    assert date(2000, 6, 15) + span == date(2000, 6, 15) + timedelta(span.days)
    assert (span * 7) // 7 == span and span / timedelta(microseconds=1) == span // timedelta(microseconds=1)
    assert divmod(span, timedelta(1))[0] == span // timedelta(1) and span // 3 <= span / 3 + timedelta(microseconds=1)
    assert (moment < datetime(2000, 6, 15)) == (span < timedelta(0)) == (not span >= timedelta(0))
    total += span
    latest = max(latest, moment)
print(total, latest, sorted([date(2020, 1, i % 28 + 1) for i in range(40, 0, -7)])[:3])
