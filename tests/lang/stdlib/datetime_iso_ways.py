# python3.12
# ISO texts that are read at once, and their neighbours that are not; days by number over the bounds of centuries.
import datetime


class Day(datetime.date):
    pass


class Moment(datetime.datetime):
    pass


for text in ("2024-03-01", "2024-12-31", "0001-01-01", "2024-02-30", "2024-13-01", "2024-00-10", "0000-01-01", "9999-12-31", "2024-03-01T10:20:30", "2024-03-01 10:20:30", "2024-03-01T25:00:00",
             "2024-03-01T10:60:30", "2024-03-01T10:20:60", "2024-03-01T10:20:30.5", "2024-03-01T10:20:30.123456", "2024-03-01T10:20:30.1234567", "2024-03-01T10:20:30.", "2024-03-01x10:20:30",
             "2024-03-01T10:20:30Z", "2024-03-01T10:20:30+01:00", "20240301", "2024-W10-5", "2024-03-01T10:20", "2024-03-0１", "2024-03-01T10:20:30.000001", "2024-03-01T10:20:30,5", "2024-02-29", "2023-02-29"):
    for cls in (datetime.date, datetime.datetime, Day, Moment):
        try:
            value = cls.fromisoformat(text)
            print(text, repr(value), type(value).__name__)
        except ValueError as e:
            print(text, cls.__name__, e)
for n in (1, 2, 59, 60, 365, 366, 367, 146097, 146098, 36524, 36525, 1461, 1462, 730119, 730485, 3652059, 3652060, 0, -1, 2**31 - 1):
    for cls in (datetime.date, datetime.datetime, Day):
        try:
            value = cls.fromordinal(n)
            print(n, repr(value), value.toordinal() == n, repr(value + datetime.timedelta(1)), type(value + datetime.timedelta(1)).__name__)
        except (ValueError, OverflowError) as e:
            print(n, cls.__name__, type(e).__name__, e)
