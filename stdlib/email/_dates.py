"""Dates of messages (RFC 2822 and what is met beyond it)."""
import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec january february march april may june july august september october november december".split()
_DAYS = frozenset("mon tue wed thu fri sat sun".split())
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700,
          "MDT": -600, "PST": -800, "PDT": -700}


def parse(data):
    """(year, month, day, hour, minute, second, 0, 1, -1, offset in seconds), offset None for "-0000" and what says none; None: this is no date."""
    words = data.split() if data else []
    if not words:
        return None
    if words[0].endswith(",") or words[0].lower() in _DAYS:
        del words[0]
    elif "," in words[0]:
        words[0] = words[0].partition(",")[2]
    if len(words) == 3:
        parts = words[0].split("-")  # 06-Nov-94, as RFC 850 has it
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        mark = "+" if "+" in words[3] else "-"
        time, sign, zone = words[3].partition(mark)
        words[3:] = [time, sign + zone] if time else [words[3], ""]
    if len(words) < 5:
        return None
    day, month, year, clock, zone = words[:5]
    if not (day and month and year):
        return None
    if month.lower() not in _MONTHS:
        day, month = month, day
        if month.lower() not in _MONTHS:
            return None
    number = _MONTHS.index(month.lower()) % 12 + 1
    day = day.removesuffix(",")
    if ":" in year:
        year, clock = clock, year
    year = year.removesuffix(",")
    if not year[:1].isdigit():
        year, zone = zone, year
    times = _clock(clock.removesuffix(","))
    try:
        year, day = int(year), int(day)
        hour, minute, second = map(int, times)
    except (TypeError, ValueError):
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    return year, number, day, hour, minute, second, 0, 1, -1, _offset(zone)


def _clock(text):
    parts = text.split(":") if ":" in text or "." not in text else text.split(".")
    if len(parts) == 1 or len(parts) > 3 or ":" not in text and not all(len(part) <= 2 for part in parts):
        return None
    return (parts + ["0"])[:3]


def _offset(zone):
    zone = zone.upper()
    if zone in _ZONES:
        number = _ZONES[zone]
    else:
        try:
            number = int(zone)
        except ValueError:
            return None
        if number == 0 and zone.startswith("-"):
            return None
    hours, minutes = divmod(abs(number), 100)
    return (-1 if number < 0 else 1) * (hours * 3600 + minutes * 60)
