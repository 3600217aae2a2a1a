"""Dates, times, and arithmetic on them (library reference, "datetime").

A date is (year, month, day) in the proleptic Gregorian calendar, its ordinal counted from 1 January of year 1. A timedelta is days,
seconds and microseconds with 0 <= seconds < 86400 and 0 <= microseconds < 1000000.
"""
import time as _time
import math as _math
from _operator import index as _index
from _datetime_core import graft as _graft, iso_calendar as _iso_calendar, local_offset as _local_offset, moment as _moment
from _runtime import date_of_ordinal as _ord2ymd, show_module as _show_module

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_EPOCH_ORDINAL = 719163
_DAYS_IN_MONTH = (-1, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (-1, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHS = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_absent = object()


# ---- the calendar ----

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _ymd2ord(year, month, day):
    y = year - 1
    days = y * 365 + y // 4 - y // 100 + y // 400 + _DAYS_BEFORE_MONTH[month] + day
    return days + 1 if month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else days


def _weeks_monday(year):
    """Ordinal of the Monday that starts week 1 of the ISO year."""
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _iso_to_ordinal(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        bad = True
        if week == 53:
            first = _ymd2ord(year, 1, 1) % 7
            bad = not (first == 4 or (first == 3 and _is_leap(year)))
        if bad:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _weeks_monday(year) + (week - 1) * 7 + day - 1


def _check_int(value):
    if type(value) is not int:
        if isinstance(value, float):
            raise TypeError("'float' object cannot be interpreted as an integer")
        value = _index(value)
    if -0x80000000 <= value <= 0x7fffffff:
        return value
    if -0x8000000000000000 <= value <= 0x7fffffffffffffff:
        raise OverflowError("signed integer is greater than maximum" if value > 0 else "signed integer is less than minimum")
    raise OverflowError("Python int too large to convert to C long")


def _check_state_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("bad tzinfo state arg")


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if day < 1 or day > 28 and day > _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")


def _type_name(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _round_half_even(n, d):
    """n / d as an int, ties to even."""
    q, r = divmod(n, d)
    r *= 2
    if d < 0:
        r, d = -r, -d
    if r > d or r == d and q & 1:
        q += 1
    return q


# ---- timedelta ----

def _accumulate(name, value, factor, whole, part):
    """Adds value * factor microseconds: to the int `whole`, and what is not whole to the float `part`."""
    if isinstance(value, int):
        return whole + value * factor, part
    if isinstance(value, float):
        if value != value:
            raise ValueError("cannot convert float NaN to integer")
        if value in (_math.inf, -_math.inf):
            raise OverflowError("cannot convert float infinity to integer")
        fraction, integer = _math.modf(value)
        whole += int(integer) * factor
        if fraction:
            fraction *= factor
            fraction, integer = _math.modf(fraction)
            whole += int(integer)
            part += fraction
        return whole, part
    raise TypeError(f"unsupported type for timedelta {name} component: {_type_name(value)}")


_same = object()  # replace(): a field that keeps its value


class timedelta:
    """Difference between two datetime values.

timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)

All arguments are optional and default to 0.
Arguments may be integers or floats, and may be positive or negative."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and type(microseconds) is int and milliseconds is minutes is hours is weeks:
            if not weeks:
                return _delta(cls, days, seconds, microseconds)
        whole, part = 0, 0.0
        for name, value, factor in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 1000000),
                                    ("minutes", minutes, 60000000), ("hours", hours, 3600000000), ("days", days, 86400000000),
                                    ("weeks", weeks, 604800000000)):
            if type(value) is not int or value:
                whole, part = _accumulate(name, value, factor, whole, part)
        if part:
            # half to even, of the whole sum
            extra = round(part)
            if abs(part - extra) == 0.5:
                extra = int(part)
                if (whole + extra) & 1:
                    extra += 1 if part > 0 else -1
            whole += extra
        return _delta(cls, 0, 0, whole)

    @property
    def days(self):
        """Number of days."""
        return self._days

    @property
    def seconds(self):
        """Number of seconds (>= 0 and less than 1 day)."""
        return self._seconds

    @property
    def microseconds(self):
        """Number of microseconds (>= 0 and less than 1 second)."""
        return self._microseconds

    def total_seconds(self):
        """Total seconds in the duration."""
        return ((self._days * 86400 + self._seconds) * 1000000 + self._microseconds) / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        return f"{_shown(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'s' if abs(self._days) != 1 else ''}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def _micro(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, self._days - other._days, self._seconds - other._seconds, self._microseconds - other._microseconds)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return -self + other
        return NotImplemented

    def __neg__(self):
        return _delta(timedelta, -self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return _delta(timedelta, self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(timedelta, 0, 0, self._micro() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(timedelta, 0, 0, _round_half_even(self._micro() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, int):
            return _delta(timedelta, 0, 0, self._micro() // other)
        if isinstance(other, timedelta):
            return self._micro() // other._micro()
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micro() / other._micro()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(timedelta, 0, 0, _round_half_even(self._micro(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if not a:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(timedelta, 0, 0, _round_half_even(b * self._micro(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, 0, 0, self._micro() % other._micro())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._micro(), other._micro())
            return q, _delta(timedelta, 0, 0, r)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._days == other._days and self._seconds == other._seconds and self._microseconds == other._microseconds
        return NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, timedelta) else NotImplemented

    def _key(self):
        return self._days, self._seconds, self._microseconds

    def __hash__(self):
        if self._hash is None:
            self._hash = hash((self._days, self._seconds, self._microseconds))
        return self._hash

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _delta(cls, days, seconds, microseconds):
    if not 0 <= microseconds < 1000000:
        carry, microseconds = divmod(microseconds, 1000000)
        seconds += carry
    if not 0 <= seconds < 86400:
        carry, seconds = divmod(seconds, 86400)
        days += carry
    if not -999999999 <= days <= 999999999:
        if not -0x80000000 <= days <= 0x7fffffff:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls)
    self._days = days
    self._seconds = seconds
    self._microseconds = microseconds
    self._hash = None
    return self


def _shown(self):
    """The name that repr() begins with."""
    cls = type(self)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# ---- text ----

def _format_offset(offset, sep=":"):
    """A UTC offset as +HH:MM[:SS[.ffffff]]; "" for None."""
    if offset is None:
        return ""
    if offset._days < 0:
        sign = "-"
        offset = -offset
    else:
        sign = "+"
    minutes, seconds = divmod(offset._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{sep}{minutes:02d}"
    if seconds or offset._microseconds:
        text += f"{sep}{seconds:02d}"
        if offset._microseconds:
            text += f".{offset._microseconds:06d}"
    return text


def _format_time(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "hours":
        return f"{hour:02d}"
    raise ValueError("Unknown timespec value")


def _strftime(self, format, timetuple):
    """time.strftime with the directives of ours that it does not know: %f, %z, %:z, %Z."""
    if "%" not in format:
        return format
    if not ("%f" in format or "%z" in format or "%Z" in format or "%:" in format):
        return _time.strftime(format, timetuple)
    pieces = []
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i == n:
            pieces.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            pieces.append(f"{getattr(self, 'microsecond', 0):06d}")
        elif c == "z":
            pieces.append(_format_offset(self.utcoffset(), "") if hasattr(self, "utcoffset") else "")
        elif c == ":" and format[i:i + 1] == "z":
            i += 1
            pieces.append(_format_offset(self.utcoffset()) if hasattr(self, "utcoffset") else "")
        elif c == "Z":
            name = self.tzname() if hasattr(self, "tzname") else None
            pieces.append("" if name is None else name.replace("%", "%%"))
        else:
            pieces.append("%" + c)
    return _time.strftime("".join(pieces), timetuple)


def _is_digits(text):
    return text.isascii() and text.isdigit()


def _parse_iso_date(text):
    """The ordinal-free (year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]."""
    year = text[:4]
    if len(year) != 4 or not _is_digits(year):
        raise ValueError
    year = int(year)
    rest = text[4:]
    has_sep = rest[:1] == "-"
    rest = rest[has_sep:]
    if rest[:1] == "W":
        rest = rest[1:]
        week = rest[:2]
        if len(week) != 2 or not _is_digits(week):
            raise ValueError
        rest = rest[2:]
        day = 1
        if rest:
            if (rest[0] == "-") != has_sep:
                raise ValueError
            rest = rest[has_sep:]
            if len(rest) != 1 or not _is_digits(rest):
                raise ValueError
            day = int(rest)
        return _ord2ymd(_iso_to_ordinal(year, int(week), day))
    month = rest[:2]
    if len(month) != 2 or not _is_digits(month):
        raise ValueError
    rest = rest[2:]
    if (rest[:1] == "-") != has_sep:
        raise ValueError
    day = rest[has_sep:]
    if len(day) != 2 or not _is_digits(day):
        raise ValueError
    return year, int(month), int(day)


def _date_end(text):
    """Where the date of an ISO date and time ends."""
    n = len(text)
    if n == 7:
        return 7
    if n > 4 and text[4] == "-":
        if n > 5 and text[5] == "W":
            if n < 8:
                raise ValueError
            if n > 8 and text[8] == "-":
                if n == 9:
                    raise ValueError
                if n > 10 and text[10].isdigit():
                    return 8  # a date without a day, "-" as the separator: YYYY-Www-HH
                return 10
            return 8
        return 10
    if n > 4 and text[4] == "W":
        i = 7
        while i < n and text[i] in "0123456789":
            i += 1
        if i < 9:
            return i
        return 7 if i % 2 == 0 else 8
    return 8


def _parse_hms(text, before_zone=False):
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.f+]]] or without colons. One ASCII character too many, or anything
    behind six digits of a fraction, is passed over where a zone follows, as CPython does."""
    parts = [0, 0, 0, 0]
    at, n = 0, len(text)
    has_sep = text[2:3] == ":"
    for k in range(3):
        if n - at < 2:
            raise ValueError("Incomplete time component")
        pair = text[at:at + 2]
        if not _is_digits(pair):
            raise ValueError
        parts[k] = int(pair)
        at += 2
        c = text[at:at + 1]
        if not c:
            return parts
        if at + 1 == n and c < "\x80":
            if before_zone:
                return parts
            raise ValueError
        if c in ".,":
            at += 1
            break
        if has_sep:
            if c != ":":
                raise ValueError("Invalid time separator: %c" % c)
            at += 1
    kept = text[at:at + 6]
    if not _is_digits(kept):
        raise ValueError
    parts[3] = int(kept.ljust(6, "0"))
    rest = text[at + 6:]
    if rest and not _is_digits(rest) and not before_zone:
        raise ValueError
    return parts


def _with_zone(parts):
    """An offset outside a day is an error of timezone's own."""
    if isinstance(parts[4], timedelta):
        parts[4] = timezone(parts[4])
    return parts


def _parse_iso_time(text):
    """[hour, minute, second, microsecond, tzinfo, offset or None]"""
    if len(text) < 2:
        raise ValueError("Isoformat time too short")
    at = max(text.find("-"), text.find("+"))
    z = text.find("Z")
    if at < 0:
        at = z
    elif z >= 0 and z < at:
        raise ValueError
    if at < 0:
        return _parse_hms(text) + [None]
    parts = _parse_hms(text[:at], True)
    zone = text[at + 1:]
    if text[at] == "Z":
        if zone:
            raise ValueError
        return parts + [timezone.utc]
    if len(zone) in (0, 1, 3):
        raise ValueError("Malformed time zone string")
    h, m, s, us = _parse_hms(zone)
    if not (h or m or s or us):
        return parts + [timezone.utc]
    delta = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
    return parts + [delta if text[at] == "+" else -delta]


# ---- date ----

_new = object.__new__


def _refuse_short(year, month):
    """Raises: fewer than three numbers were given; what was given is looked at first."""
    for name, number, value in (("year", 1, year), ("month", 2, month)):
        if value is _absent:
            raise TypeError(f"function missing required argument '{name}' (pos {number})")
        _check_int(value)
    raise TypeError("function missing required argument 'day' (pos 3)")


class date:
    """date(year, month, day) --> date object"""

    __slots__ = ("_year", "_month", "_day", "_hash")

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        if month is _absent and day is _absent and isinstance(year, (bytes, str)) and len(year) == 4:
            if isinstance(year, str):
                year = year.encode("latin1")
            if 1 <= year[2] & 127 <= 12:
                return _date(cls, year[0] * 256 + year[1], year[2], year[3])
        if day is _absent:
            _refuse_short(year, month)
        year, month, day = _check_int(year), _check_int(month), _check_int(day)
        _check_date(year, month, day)
        return _date(cls, year, month, day)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp."""
        if timestamp is None:
            _index(timestamp)
        t = _time.localtime(timestamp)
        return cls(t[0], t[1], t[2])

    @classmethod
    def today(cls):
        """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        n = _check_int(ordinal)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAXORDINAL:
            raise ValueError(f"year {_ord2ymd(n)[0]} is out of range")
        y, m, d = _ord2ymd(n)
        return cls(y, m, d)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a date from a string in ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) not in (7, 8, 10):
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        try:
            parts = _parse_iso_date(date_string)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday."""
        try:
            year, week, day = _check_int(year), _check_int(week), _check_int(day)
        except OverflowError:
            raise ValueError("ISO calendar component out of range") from None
        return cls(*_ord2ymd(_iso_to_ordinal(year, week, day)))

    def __repr__(self):
        return f"{_shown(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """Return ctime() style string."""
        return f"{_DAYS[self.toordinal() % 7 or 7]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        """format -> strftime() style string."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {_type_name(format)}")
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt, /):
        """Formats self with strftime."""
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_type_name(fmt)}")
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return _time_tuple(self._year, self._month, self._day, 0, 0, 0, -1)

    def toordinal(self):
        """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=_same, month=_same, day=_same):
        """Return date with new specified fields."""
        return type(self)(self._year if year is _same else year, self._month if month is _same else month, self._day if day is _same else day)

    def __eq__(self, other):
        if isinstance(other, date):
            return self._year == other._year and self._month == other._month and self._day == other._day
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def __lt__(self, other):
        return self._key() < date._key(other) if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._key() <= date._key(other) if isinstance(other, date) else NotImplemented

    def __gt__(self, other):
        return self._key() > date._key(other) if isinstance(other, date) else NotImplemented

    def __ge__(self, other):
        return self._key() >= date._key(other) if isinstance(other, date) else NotImplemented

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(self._state())
        return self._hash

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._plus(other._days)
        return NotImplemented

    __radd__ = __add__

    def _plus(self, days):
        n = self.toordinal() + days
        if 0 < n <= _MAXORDINAL:
            y, m, d = _ord2ymd(n)
            return _date(date, y, m, d) if type(self) is date else type(self)(y, m, d)
        raise OverflowError("date value out of range")

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._plus(-other._days)
        if isinstance(other, date):
            if isinstance(other, datetime):
                return NotImplemented
            return _delta(timedelta, self.toordinal() - other.toordinal(), 0, 0)
        return NotImplemented

    def weekday(self):
        """Return the day of the week represented by the date.  Monday == 0 ... Sunday == 6"""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date.  Monday == 1 ... Sunday == 7"""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        if parts := _iso_calendar(self):
            return tuple.__new__(IsoCalendarDate, parts)
        year = self._year
        monday = _weeks_monday(year)
        today = _ymd2ord(year, self._month, self._day)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _weeks_monday(year), 7)
        elif week >= 52 and today >= _weeks_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def _state(self):
        high, low = divmod(self._year, 256)
        return bytes((high, low, self._month, self._day))

    def __reduce__(self):
        return self.__class__, (self._state(),)


def _date(cls, year, month, day):
    self = _new(cls)
    self._year = year
    self._month = month
    self._day = day
    self._hash = None
    return self


def _time_tuple(y, m, d, hh, mm, ss, dst):
    ordinal = _ymd2ord(y, m, d)
    return _time.struct_time((y, m, d, hh, mm, ss, (ordinal + 6) % 7, ordinal - _ymd2ord(y, 1, 1) + 1, dst))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class IsoCalendarDate(tuple):
    """The result of isocalendar()."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return tuple.__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


# ---- tzinfo, timezone ----

class tzinfo:
    """Abstract base class for time zone info objects."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):  # what a subclass's __init__() is given
        return object.__new__(cls)

    def tzname(self, dt, /):
        """datetime -> string name of time zone."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """datetime -> DST offset as timedelta positive east of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving

    def __reduce__(self):
        getinitargs = getattr(self, "__getinitargs__", None)
        args = getinitargs() if getinitargs else ()
        return self.__class__, args, self.__getstate__()


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{_type_name(offset)}'")
    if not -1 <= offset._days < 1 or offset._days == -1 and not offset._seconds and not offset._microseconds:
        raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _check_zone_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=_absent, name=_absent):
        if offset is _absent:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}")
        if name is _absent:
            if not offset and cls is timezone and _utc:
                return _utc[0]
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_type_name(name)}")
        if not -1 <= offset._days < 1 or offset._days == -1 and not offset._seconds and not offset._microseconds:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        self = _new(cls)
        self._offset = offset
        self._name = name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_type_name(dt)}")

    def utcoffset(self, dt, /):
        """Return fixed offset."""
        self._check(dt, "utcoffset")
        return self._offset

    def dst(self, dt, /):
        """Return None."""
        self._check(dt, "dst")
        return None

    def tzname(self, dt, /):
        """If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + _format_offset(self._offset)

    def fromutc(self, dt, /):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __getinitargs__(self):
        """pickle support"""
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__(), None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_utc = []
_utc.append(timezone(timedelta(0)))
timezone.utc = UTC = _utc[0]
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


# ---- time ----

class time:
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object

All arguments are optional. tzinfo may be None, or an instance of
a tzinfo subclass. The remaining arguments may be ints.
"""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_hash", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, (bytes, str)) and len(hour) == 6:
            if isinstance(hour, str):
                hour = hour.encode("latin1")
            if hour[0] & 0x7f < 24:
                _check_state_tzinfo(minute or None)
                h, m, s, a, b, c = hour
                return _make_time(cls, h & 0x7f, m, s, (a * 256 + b) * 256 + c, minute or None, h >> 7)
        hour, minute, second, microsecond, fold = map(_check_int, (hour, minute, second, microsecond, fold))
        _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        return _make_time(cls, hour, minute, second, microsecond, tzinfo, fold)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def _compare(self, other, equality):
        """-1, 0, 1; 2 when one has an offset and the other has not and only equality is asked for."""
        mine, theirs = self._tzinfo, other._tzinfo
        if mine is theirs:
            a = b = None
        else:
            a, b = self.utcoffset(), other.utcoffset()
        if a == b:
            x, y = self._key(), other._key()
        elif a is None or b is None:
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        else:
            x = self._microseconds() - a._micro()
            y = other._microseconds() - b._micro()
        return 0 if x == y else 1 if x > y else -1

    def _key(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _microseconds(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other, False) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other, False) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other, False) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other, False) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        if self._hash is None:
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            if offset is None:
                self._hash = hash(self._key())
            else:
                self._hash = hash(self._microseconds() - offset._micro())
        return self._hash

    def __repr__(self):
        text = f"{_shown(self)}({self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
            if self._microsecond:
                text += f", {self._microsecond}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return text + ")"

    def isoformat(self, timespec="auto"):
        """Return the time formatted according to ISO."""
        if not isinstance(timespec, str):
            raise TypeError(f"isoformat() argument 1 must be str, not {_type_name(timespec)}")
        return _format_time(self._hour, self._minute, self._second, self._microsecond, timespec) + _format_offset(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    @classmethod
    def fromisoformat(cls, time_string, /):
        """Construct a time from a string in ISO 8601 format."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _parse_iso_time(time_string.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(*_with_zone(parts))

    def strftime(self, format):
        """format -> strftime() style string."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {_type_name(format)}")
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt, /):
        """Formats self with strftime."""
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_type_name(fmt)}")
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(None))

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return None if self._tzinfo is None else _check_zone_name(self._tzinfo.tzname(None))

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(None))

    def replace(self, hour=_same, minute=_same, second=_same, microsecond=_same, tzinfo=_same, *, fold=_same):
        """Return time with new specified fields."""
        return type(self)(self._hour if hour is _same else hour, self._minute if minute is _same else minute,
                          self._second if second is _same else second, self._microsecond if microsecond is _same else microsecond,
                          self._tzinfo if tzinfo is _same else tzinfo, fold=self._fold if fold is _same else fold)

    def _state(self, protocol=3):
        high, low = divmod(self._microsecond, 256)
        top, high = divmod(high, 256)
        hour = self._hour + (128 if self._fold and protocol > 3 else 0)
        basestate = bytes((hour, self._minute, self._second, top, high, low))
        return (basestate,) if self._tzinfo is None else (basestate, self._tzinfo)

    def __reduce_ex__(self, protocol):
        return self.__class__, self._state(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _make_time(cls, hour, minute, second, microsecond, tzinfo, fold):
    self = _new(cls)
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._tzinfo = tzinfo
    self._fold = fold
    self._hash = None
    return self


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class = time


# ---- datetime ----

class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])

A moment: a date and a time of day, in the timezone of tzinfo, or in none that is known.
"""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_absent, month=_absent, day=_absent, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, (bytes, str)) and len(year) == 10 and day is _absent:
            if isinstance(year, str):
                year = year.encode("latin1")
            if 1 <= year[2] & 127 <= 12:
                _check_state_tzinfo(None if month is _absent else month)
                a, b, mo, d, h, mi, s, x, y, z = year
                return _make(cls, a * 256 + b, mo & 127, d, h, mi, s, (x * 256 + y) * 256 + z, None if month is _absent else month, mo >> 7)
        if day is _absent:
            _refuse_short(year, month)
        if not (type(year) is type(month) is type(day) is type(hour) is type(minute) is type(second) is type(microsecond) is type(fold) is int):
            year, month, day, hour, minute, second, microsecond, fold = map(_check_int, (year, month, day, hour, minute, second, microsecond, fold))
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            _check_tzinfo(tzinfo)
        return _make(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def _from_timestamp(cls, t, utc, tz):
        if (result := _moment(cls, t, utc, tz)) is not None:
            return result if tz is None or tz is UTC else tz.fromutc(result)
        if isinstance(t, float):
            if t != t:
                raise ValueError("Invalid value NaN (not a number)")
            if abs(t) > 1e18:
                raise OverflowError("timestamp out of range for platform time_t")
            whole = _math.floor(t)
            us = round((t - whole) * 1e6)
            if us >= 1000000:
                whole += 1
                us -= 1000000
        else:
            whole, us = _index(t), 0
        convert = _time.gmtime if utc else _time.localtime
        there = convert(whole)
        y, m, d, hh, mm, ss, _, _, _ = there
        if not MINYEAR <= y <= MAXYEAR:
            raise ValueError(f"year {y} is out of range")
        result = cls(y, m, d, hh, mm, min(ss, 59), us, tz)  # leap seconds
        if tz is None and not utc:
            # in a fold, two timestamps have the same local time: the later one has fold 1
            if y > MINYEAR:
                shift = there.tm_gmtoff - convert(whole - 86400).tm_gmtoff
                if shift < 0 and convert(whole + shift).tm_gmtoff == there.tm_gmtoff - shift:
                    result._fold = 1
        elif tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        _check_tzinfo(tz)
        return cls._from_timestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        import warnings
        warnings.warn("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware "
                      "objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).",
                      DeprecationWarning, stacklevel=2)
        return cls._from_timestamp(timestamp, True, None)

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz."""
        if tz is None:
            return _moment(cls, _time.time(), False, None) or cls._from_timestamp(_time.time(), False, None)
        _check_tzinfo(tz)
        return cls._from_timestamp(_time.time(), True, tz)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        import warnings
        warnings.warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to "
                      "represent datetimes in UTC: datetime.datetime.now(datetime.UTC).", DeprecationWarning, stacklevel=2)
        return cls._from_timestamp(_time.time(), True, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """date, time -> datetime with same date and time fields"""
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_type_name(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_type_name(time)}")
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """string -> datetime from a string in most ISO 8601 formats"""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(date_string) < 7:
                raise ValueError
            end = _date_end(date_string)
            year, month, day = _parse_iso_date(date_string[:end])
            time_text = date_string[end + 1:]
            if not time_text and len(date_string) > end:
                raise ValueError
            parts = _parse_iso_time(time_text) if time_text else [0, 0, 0, 0, None]
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(year, month, day, *_with_zone(parts))

    @classmethod
    def strptime(cls, date_string, format, /):
        """string, format -> new datetime parsed from a string (like time.strptime())."""
        for number, value in enumerate((date_string, format), 1):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {number} must be str, not {_type_name(value)}")
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        saving = self.dst()
        saving = -1 if saving is None else 1 if saving else 0
        return _time_tuple(self._year, self._month, self._day, self._hour, self._minute, self._second, saving)

    def _mktime(self):
        """Whole seconds of the local time since the epoch."""
        def local(u):
            offset = _local_offset(u)
            return u + (_time.localtime(u).tm_gmtoff if offset is None else offset)

        if self.toordinal() == 1:
            raise ValueError("year 0 is out of range")  # what lies a day before is looked at, too
        t = (self.toordinal() - _EPOCH_ORDINAL) * 86400 + self._hour * 3600 + self._minute * 60 + self._second
        a = local(t) - t
        u1 = t - a
        t1 = local(u1)
        if t1 == t:
            # one solution; in a fold the other one is a day away
            u2 = u1 + (-86400, 86400)[self._fold]
            b = local(u2) - u2
            if a == b:
                return u1
        else:
            b = t1 - u1
        u2 = t - b
        if local(u2) == t:
            return u2
        if t1 == t:
            return u1
        return (max, min)[self._fold](u1, u2)  # in a gap

    def timestamp(self):
        """Return POSIX timestamp as float."""
        if self._tzinfo is None:
            return self._mktime() + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        if offset:
            self = (self - offset)
        return _time_tuple(self._year, self._month, self._day, self._hour, self._minute, self._second, 0)

    def date(self):
        """Return date object with same year, month and day."""
        return _date(_date_class, self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return _make_time(_time_class, self._hour, self._minute, self._second, self._microsecond, None, self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return _make_time(_time_class, self._hour, self._minute, self._second, self._microsecond, self._tzinfo, self._fold)

    def replace(self, year=_same, month=_same, day=_same, hour=_same, minute=_same, second=_same, microsecond=_same, tzinfo=_same, *, fold=_same):
        """Return datetime with new specified fields."""
        return type(self)(self._year if year is _same else year, self._month if month is _same else month, self._day if day is _same else day,
                          self._hour if hour is _same else hour, self._minute if minute is _same else minute,
                          self._second if second is _same else second, self._microsecond if microsecond is _same else microsecond,
                          self._tzinfo if tzinfo is _same else tzinfo, fold=self._fold if fold is _same else fold)

    def _local_timezone(self):
        if self._tzinfo is None:
            if self._year == 9999 and self._month == 12 and self._day == 31:
                raise ValueError("year 10000 is out of range")
            ts = self._mktime()
        else:
            ts = (self - _EPOCH) // timedelta(seconds=1)
        local = _time.localtime(ts)
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def _local_offset(self):
        "What local time is ahead of UTC: where the clock skips this time, what leads to the moment that its fold means."
        self._local_timezone()  # refuses the last day there is
        return self.replace(microsecond=0) - _EPOCH.replace(tzinfo=None) - timedelta(seconds=self._mktime())

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is None:
            tz = self._local_timezone()
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")
        mine = self._tzinfo
        if mine is None:
            offset = self._local_offset()
        else:
            if tz is mine:
                return self
            offset = _check_offset("utcoffset", mine.utcoffset(self))
            if offset is None:
                offset = self.replace(tzinfo=None)._local_offset()
        utc = (self - offset).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def ctime(self):
        """Return ctime() style string."""
        return (f"{_DAYS[self.toordinal() % 7 or 7]} {_MONTHS[self._month]} {self._day:2d} {self._hour:02d}:{self._minute:02d}:{self._second:02d} "
                f"{self._year:04d}")

    def isoformat(self, sep="T", timespec="auto"):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        if not isinstance(sep, str) or len(sep) != 1:
            if isinstance(sep, str):
                raise TypeError("isoformat() argument 1 must be a unicode character, not str")
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {_type_name(sep)}")
        if not isinstance(timespec, str):
            raise TypeError(f"isoformat() argument 2 must be str, not {_type_name(timespec)}")
        text = f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
        text += _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        if self._tzinfo is not None:
            text += _format_offset(self.utcoffset())
        return text

    def __repr__(self):
        text = f"{_shown(self)}({self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
            if self._microsecond:
                text += f", {self._microsecond}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + ")"

    def __str__(self):
        return self.isoformat(" ")

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(self))

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return None if self._tzinfo is None else _check_zone_name(self._tzinfo.tzname(self))

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(self))

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        if isinstance(other, _date_class):
            return False
        return NotImplemented

    def _refuse(self, other):
        if isinstance(other, _date_class):
            raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, False) < 0 if isinstance(other, datetime) else self._refuse(other)

    def __le__(self, other):
        return self._compare(other, False) <= 0 if isinstance(other, datetime) else self._refuse(other)

    def __gt__(self, other):
        return self._compare(other, False) > 0 if isinstance(other, datetime) else self._refuse(other)

    def __ge__(self, other):
        return self._compare(other, False) >= 0 if isinstance(other, datetime) else self._refuse(other)

    def _key(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond

    def _compare(self, other, equality):
        mine, theirs = self._tzinfo, other._tzinfo
        if mine is theirs:
            x, y = self._key(), other._key()
            return 0 if x == y else 1 if x > y else -1
        a, b = self.utcoffset(), other.utcoffset()
        if equality:
            # problematic times (in a fold or gap) are never equal to those of other zones
            if a != self.replace(fold=not self._fold).utcoffset() or b != other.replace(fold=not other._fold).utcoffset():
                return 2
        if a == b:
            x, y = self._key(), other._key()
            return 0 if x == y else 1 if x > y else -1
        if a is None or b is None:
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        x, y = self._micro() - a._micro(), other._micro() - b._micro()
        return 0 if x == y else 1 if x > y else -1

    def _micro(self):
        return (self.toordinal() * 86400 + self._hour * 3600 + self._minute * 60 + self._second) * 1000000 + self._microsecond

    def _plus_micro(self, amount):
        seconds, us = divmod(self._micro() + amount, 1000000)
        ordinal, seconds = divmod(seconds, 86400)
        if not 0 < ordinal <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        y, m, d = _ord2ymd(ordinal)
        cls = type(self)
        if cls is datetime:
            return _make(cls, y, m, d, seconds // 3600, seconds // 60 % 60, seconds % 60, us, self._tzinfo, 0)
        return cls(y, m, d, seconds // 3600, seconds // 60 % 60, seconds % 60, us, self._tzinfo)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._plus_micro(other._micro())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, datetime):
            if self._tzinfo is other._tzinfo:
                return _delta(timedelta, 0, 0, self._micro() - other._micro())
            a, b = self.utcoffset(), other.utcoffset()
            if a == b:
                return _delta(timedelta, 0, 0, self._micro() - other._micro())
            if a is None or b is None:
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return _delta(timedelta, 0, 0, self._micro() - a._micro() - other._micro() + b._micro())
        if isinstance(other, timedelta):
            return self._plus_micro(-other._micro())
        return NotImplemented

    def __hash__(self):
        if self._hash is None:
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            if offset is None:
                self._hash = hash(self._state(3)[0])
            else:
                self._hash = hash(self._micro() - offset._micro())
        return self._hash

    def _state(self, protocol=3):
        yhi, ylo = divmod(self._year, 256)
        high, low = divmod(self._microsecond, 256)
        top, high = divmod(high, 256)
        month = self._month + (128 if self._fold and protocol > 3 else 0)
        basestate = bytes((yhi, ylo, month, self._day, self._hour, self._minute, self._second, top, high, low))
        return (basestate,) if self._tzinfo is None else (basestate, self._tzinfo)

    def __reduce_ex__(self, protocol):
        return self.__class__, self._state(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _make(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold):
    self = _new(cls)
    self._year = year
    self._month = month
    self._day = day
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._tzinfo = tzinfo
    self._fold = fold
    self._hash = None
    return self


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

for _class in (timedelta, date, time, datetime, tzinfo, timezone, IsoCalendarDate):
    _show_module(_class)
del _class

# Imported anew, the module goes on with the classes of the first time: there is one date in a program.
timedelta, date, datetime, tzinfo, time, timezone = _graft((timedelta, date, datetime, tzinfo, time, timezone))
UTC, _date_class, _time_class = timezone.utc, date, time
