# astimezone() from a plain timezone to zones of other classes: what their fromutc() gets, and what becomes of what it gives.
from datetime import datetime, timedelta, timezone, tzinfo


class Zone(tzinfo):
    def __init__(self, answer=None): self.answer = answer
    def utcoffset(self, dt): return timedelta(hours=3)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "Z3"

    def fromutc(self, dt):
        print(" ", type(dt).__name__, dt.replace(tzinfo=None), dt.tzinfo is self, dt.fold)
        if isinstance(self.answer, Exception): raise self.answer
        return super().fromutc(dt) if self.answer is None else self.answer


class Moment(datetime):
    pass


east = timezone(timedelta(hours=-5, minutes=-30), "E")
for moment in datetime(2024, 2, 29, 23, 59, 59, 5, tzinfo=timezone.utc), datetime(2024, 12, 31, 20, tzinfo=east, fold=1), Moment(2000, 1, 1, tzinfo=east):
    there = moment.astimezone(Zone())
    print(there, type(there).__name__, there.fold, there == moment)
print(datetime(2024, 1, 1, tzinfo=east).astimezone(Zone(7)))
zone = Zone()
same = datetime(2024, 1, 1, tzinfo=zone)
print(same.astimezone(zone) is same, same.astimezone(Zone()))
for moment, zone in (datetime(2024, 1, 1, tzinfo=east), Zone(KeyError("mine"))), (datetime(1, 1, 1, 2, tzinfo=timezone(timedelta(hours=3))), Zone()), (datetime.max.replace(tzinfo=east), Zone()), (datetime.max.replace(tzinfo=timezone.utc), Zone()), (same, 3):
    try:
        print(moment.astimezone(zone))
    except Exception as error:
        print(type(error).__name__, error)
print(datetime(2024, 1, 1, tzinfo=east).astimezone(None).astimezone(east))
