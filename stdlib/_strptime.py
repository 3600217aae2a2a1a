"""Parsing of dates and times: time.strptime and datetime.strptime (library reference, "strftime() and strptime() Behavior").

A format is a list of steps; matching tries the ways in which each step can take text, in order of preference, going back where a
later step does not fit.
"""
import time

__all__ = []

_weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_short_weekdays = [name[:3] for name in _weekdays]
_short_months = [name[:3] for name in _months]
_standing_for = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_ascii_digits = frozenset("0123456789")


def _digits_of(text):
    # \d of a regular expression is any decimal digit
    return text.isdecimal()


def _two(first, low_second=0, one=True, blank=False):
    """Sizes that a number of at most two digits can take: one whose first digit is in `first` (a dict to the highest second digit)."""
    def sizes(text, at):
        head = text[at:at + 1]
        pair = text[at:at + 2]
        if len(pair) == 2 and _digits_of(pair):
            most = first.get(head)
            if most is not None and int(pair[1]) <= most and not (head == "0" and int(pair[1]) < low_second):
                yield 2
        if one and head and _digits_of(head) and int(head) >= low_second:
            yield 1
        if blank and len(pair) == 2 and head == " " and pair[1] in "123456789":
            yield 2
    return sizes


def _exactly(count):
    def sizes(text, at):
        part = text[at:at + count]
        if len(part) == count and _digits_of(part):
            yield count
    return sizes


def _one_of(letters):
    def sizes(text, at):
        if text[at:at + 1] in letters and at < len(text):
            yield 1
    return sizes


def _fraction(text, at):
    n = 0
    while n < 6 and text[at + n:at + n + 1] in _ascii_digits:
        n += 1
    for size in range(n, 0, -1):
        yield size


def _day_of_year(text, at):
    for size in 3, 2, 1:
        part = text[at:at + size]
        if len(part) == size and _digits_of(part) and 1 <= int(part) <= 366:
            yield size


def _zone_offset(text, at):
    if text[at:at + 1] == "Z":
        yield 1
        return
    if text[at:at + 1] not in ("+", "-") or not _digits_of(text[at + 1:at + 3]) or len(text) < at + 3:
        return
    ends = []
    for colon in (text[at + 3:at + 4] == ":", False):
        here = at + 3 + colon
        minutes = text[here:here + 2]
        if len(minutes) != 2 or not _digits_of(minutes) or minutes[0] > "5":
            continue
        here += 2
        for colon_too in (text[here:here + 1] == ":", False):
            then = here + colon_too
            seconds = text[then:then + 2]
            if len(seconds) == 2 and _digits_of(seconds) and seconds[0] <= "5":
                then += 2
                if text[then:then + 1] == ".":
                    n = 0
                    while n < 6 and _digits_of(text[then + 1 + n:then + 2 + n]):
                        n += 1
                    for size in range(n, 0, -1):
                        ends.append(then + 1 + size)
                ends.append(then)
                break
        ends.append(here)
        break
    for end in ends:
        yield end - at


def _names(words):
    words = sorted((word for word in words if word), key=len, reverse=True)

    def sizes(text, at):
        for word in words:
            if text[at:at + len(word)].lower() == word:
                yield len(word)
    return sizes


def _zone_names():
    standard = {"utc", "gmt", time.tzname[0].lower()}
    saving = {time.tzname[1].lower()} if time.daylight else set()
    return standard, saving


def _zone(text, at):
    standard, saving = _zone_names()
    yield from _names(standard | saving)(text, at)


def _blank(text, at):
    n = at
    while n < len(text) and text[n].isspace():
        n += 1
    for end in range(n, at, -1):
        yield end - at


_directives = {
    "d": _two({"3": 1, "1": 9, "2": 9, "0": 9}, 1, blank=True),
    "f": _fraction,
    "H": _two({"2": 3, "0": 9, "1": 9}),
    "I": _two({"1": 2, "0": 9}, 1),
    "G": _exactly(4),
    "j": _day_of_year,
    "m": _two({"1": 2, "0": 9}, 1),
    "M": _two({c: 9 for c in "012345"}),
    "S": _two({"6": 1, **{c: 9 for c in "012345"}}),
    "U": _two({"5": 3, **{c: 9 for c in "01234"}}),
    "W": _two({"5": 3, **{c: 9 for c in "01234"}}),
    "w": _one_of("0123456"),
    "u": _one_of("1234567"),
    "V": _two({"5": 3, "0": 9, **{c: 9 for c in "1234"}}),
    "y": _exactly(2),
    "Y": _exactly(4),
    "z": _zone_offset,
    "A": _names(_weekdays),
    "a": _names(_short_weekdays),
    "B": _names(_months),
    "b": _names(_short_months),
    "p": _names(["am", "pm"]),
    "Z": _zone,
}
_cache = {}


def _steps(format):
    """The format as a list of (directive or None, function of sizes or literal text in lower case)."""
    steps = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            steps.append((None, _blank))
        elif c != "%":
            steps.append((None, c.lower()))
        else:
            if i == len(format):
                raise ValueError(f"stray % in format '{format}'") from None
            c = format[i]
            i += 1
            if c == "%":
                steps.append((None, "%"))
            elif c in _standing_for:
                steps += _steps(_standing_for[c])
            elif c in _directives:
                steps.append((c, _directives[c]))
            else:
                raise ValueError(f"{c!r} is a bad directive in format '{format}'") from None
    return steps


# Size, least and most of the numbers that have a fixed size where they are written in full: what is tried first.
_sizes = {"d": (2, 1, 31), "H": (2, 0, 23), "I": (2, 1, 12), "j": (3, 1, 366), "m": (2, 1, 12), "M": (2, 0, 59), "S": (2, 0, 61), "y": (2, 0, 99), "Y": (4, 0, 9999)}


def _match_in_full(steps, text):
    """As _match() where each step fits in the way it tries first, and is a plain one. None: not known."""
    at = 0
    found = {}
    for directive, way in steps:
        if directive is None:
            c = text[at:at + 1]
            if c != way and (way is not _blank or c != " " or text[at + 1:at + 2].isspace()):
                return None
            at += 1
            continue
        sizes = _sizes.get(directive)
        if sizes is None:
            return None
        size, least, most = sizes
        part = text[at:at + size]
        if len(part) != size or not part.isdigit() or not part.isascii() or not least <= int(part) <= most:
            return None
        found[directive] = part
        at += size
    return found, at


def _match(steps, text):
    """What each directive takes: a dict; and where matching ended. None: no match."""
    matched = _match_in_full(steps, text)
    if matched is not None:
        return matched
    stack = []  # iterators over the sizes of steps[:len(stack)], with where they begin
    at = 0
    n = len(steps)
    i = 0
    while i < n:
        way = steps[i][1]
        if isinstance(way, str):
            choices = iter((1,) if text[at:at + 1].lower() == way else ())
        else:
            choices = way(text, at)
        stack.append((at, choices))
        while True:
            start, choices = stack[-1]
            size = next(choices, 0)
            if size:
                at = start + size
                i = len(stack)
                break
            stack.pop()
            if not stack:
                return None
    found = {}
    for k, (directive, _) in enumerate(steps):
        if directive:
            end = stack[k + 1][0] if k + 1 < n else at
            found[directive] = text[stack[k][0]:end]
    return found, at


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


_before_month = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_in_month = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def _ordinal(year, month, day):
    return _days_before_year(year) + _before_month[month] + (month > 2 and _is_leap(year)) + day


def _julian_of_week(year, week, weekday, starts_monday):
    first = (_ordinal(year, 1, 1) + 6) % 7
    if not starts_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week_0_length = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week_0_length + 7 * (week - 1) + weekday


def _month_and_day(year, julian):
    for month in range(12, 0, -1):
        before = _before_month[month] + (month > 2 and _is_leap(year))
        if julian > before:
            return month, julian - before


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """Return the nine numbers of a struct_time with zone name and offset, then microseconds, then those of the offset."""
    for index, arg in enumerate([data_string, format]):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(arg)}")
    steps = _cache.get(format)
    if steps is None:
        seen = set()
        steps = _steps(format)
        for directive, _ in steps:
            if directive:
                if directive in seen:
                    raise _redefinition(format, directive)
                seen.add(directive)
        if len(_cache) > 20:
            _cache.clear()
        _cache[format] = steps
    matched = _match(steps, data_string)
    if matched is None:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    found, end = matched
    if end != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[end:]}")

    iso_year = year = None
    month = day = 1
    hour = minute = second = fraction = 0
    zone_flag = -1
    offset = None
    offset_fraction = 0
    iso_week = week = None
    week_starts_monday = False
    weekday = julian = None
    for key, text in found.items():
        if key == "y":
            year = int(text)
            year += 2000 if year <= 68 else 1900
        elif key == "Y":
            year = int(text)
        elif key == "G":
            iso_year = int(text)
        elif key == "m":
            month = int(text)
        elif key == "B":
            month = _months.index(text.lower()) + 1
        elif key == "b":
            month = _short_months.index(text.lower()) + 1
        elif key == "d":
            day = int(text)
        elif key == "H":
            hour = int(text)
        elif key == "I":
            hour = int(text)
            half = found.get("p", "").lower()
            if half == "pm":
                if hour != 12:
                    hour += 12
            elif hour == 12:
                hour = 0
        elif key == "M":
            minute = int(text)
        elif key == "S":
            second = int(text)
        elif key == "f":
            fraction = int(text.ljust(6, "0"))
        elif key == "A":
            weekday = _weekdays.index(text.lower())
        elif key == "a":
            weekday = _short_weekdays.index(text.lower())
        elif key == "w":
            weekday = (int(text) + 6) % 7
        elif key == "u":
            weekday = int(text) - 1
        elif key == "j":
            julian = int(text)
        elif key == "U" or key == "W":
            week = int(text)
            week_starts_monday = key == "W"
        elif key == "V":
            iso_week = int(text)
        elif key == "z":
            if text == "Z":
                offset = 0
                continue
            digits = text
            if digits[3] == ":":
                digits = digits[:3] + digits[4:]
                if len(digits) > 5:
                    if digits[5] != ":":
                        raise ValueError(f"Inconsistent use of : in {text}")
                    digits = digits[:5] + digits[6:]
            offset = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
            offset_fraction = int(digits[8:].ljust(6, "0"))
            if digits[0] == "-":
                offset = -offset
                offset_fraction = -offset_fraction
        elif key == "Z":
            standard, saving = _zone_names()
            name = text.lower()
            if name in standard and not (time.tzname[0] == time.tzname[1] and time.daylight and name not in ("utc", "gmt")):
                zone_flag = 0
            elif name in saving:
                zone_flag = 1

    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")

    leap_year_fix = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904  # the first leap year
            leap_year_fix = True
        else:
            year = 1900
    if julian is None and weekday is not None:
        if week is not None:
            julian = _julian_of_week(year, week, weekday, week_starts_monday)
        elif iso_year is not None and iso_week is not None:
            start = _iso_week_1(iso_year)
            if not 1 <= iso_week <= (_iso_week_1(iso_year + 1) - start) // 7:
                raise ValueError(f"Invalid week: {iso_week}")
            ordinal = start + (iso_week - 1) * 7 + weekday
            year, julian = _year_of(ordinal)
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _is_leap(year) else 365
    if julian is None:
        if day > _in_month[month] + (month == 2 and _is_leap(year)):
            raise ValueError("day is out of range for month")
        julian = _ordinal(year, month, day) - _ordinal(year, 1, 1) + 1
    else:
        if julian > 365 + _is_leap(year):
            year, month, day = year + 1, 1, julian - 365 - _is_leap(year)
        else:
            month, day = _month_and_day(year, julian)
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    if leap_year_fix:
        year = 1900
    return (year, month, day, hour, minute, second, weekday, julian, zone_flag, found.get("Z"), offset), fraction, offset_fraction


def _redefinition(format, directive):
    number = 0
    for name, _ in _steps(format):
        if name:
            number += 1
    import re
    return re.error(f"redefinition of group name {directive!r} as group {number}; was group 1")


def _iso_week_1(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _year_of(ordinal):
    year = (ordinal - 1) * 400 // 146097 + 1
    while _ordinal(year, 1, 1) > ordinal:
        year -= 1
    while _ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    return year, ordinal - _ordinal(year, 1, 1) + 1


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """Return a time struct based on the input string and the format string."""
    fields = _strptime(data_string, format)[0]
    return time.struct_time(fields)


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """Return a class cls instance based on the input string and the format string."""
    fields, fraction, offset_fraction = _strptime(data_string, format)
    args = fields[:6] + (fraction,)
    name, offset = fields[-2:]
    if offset is not None:
        from datetime import timedelta, timezone
        delta = timedelta(seconds=offset, microseconds=offset_fraction)
        args += (timezone(delta, name) if name else timezone(delta),)
    return cls(*args)
