"""Calendars as data, text and HTML (library reference, "calendar").

Days are counted, not asked of datetime: a year's first day is its days before it, a month's the year's and those of the months before. All that
Calendar gives comes from one number, how many days of its first week lie before a month.
"""
import sys
import time
from enum import IntEnum, global_enum
from itertools import chain, cycle, islice, repeat, starmap, zip_longest
from _operator import index

error = ValueError

Month = global_enum(IntEnum("Month", "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER", module=__name__))
Day = global_enum(IntEnum("Day", "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY", module=__name__, start=0))
_week = tuple(Day)

__all__ = """IllegalMonthError IllegalWeekdayError setfirstweekday firstweekday isleap leapdays weekday monthrange monthcalendar prmonth month prcal
    calendar timegm month_name month_abbr day_name day_abbr Calendar TextCalendar HTMLCalendar LocaleTextCalendar LocaleHTMLCalendar weekheader
    Day Month""".split() + [*Month.__members__, *Day.__members__]


def __getattr__(name):
    if name == "datetime":
        import datetime  # only for who wants date objects
        return datetime
    if name not in ("January", "February"):
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    import warnings
    warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning, stacklevel=2)
    return int(Month[name.upper()])


class _Illegal(ValueError):
    def __init__(self, number):
        setattr(self, self._what, number)

    def __str__(self):
        return f"bad {self._what} number {getattr(self, self._what)!r}; must be {self._range}"


class IllegalMonthError(_Illegal):
    """A month that there isn't."""

    _what, _range = "month", "1-12"


class IllegalWeekdayError(_Illegal):
    """A day of the week that there isn't."""

    _what, _range = "weekday", "0 (Monday) to 6 (Sunday)"


# ---- the names, in the current locale

class _Names:
    def __init__(self, format, times):
        self.format = format
        self._times = times

    def __len__(self):
        return len(self._times)

    def __getitem__(self, i):
        asked = self._times[i]
        return [self._name(each) for each in asked] if isinstance(i, slice) else self._name(asked)

    def _name(self, moment):
        return moment and time.strftime(self.format, moment)


_days = [(2001, 1, day + 1, 0, 0, 0, day, day + 1, 0) for day in range(7)]
_months = ["", *((2001, month, 1, 0, 0, 0, 0, 1, 0) for month in range(1, 13))]
day_name, day_abbr = _Names("%A", _days), _Names("%a", _days)
month_name, month_abbr = _Names("%B", _months), _Names("%b", _months)


# ---- counting days

mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_days_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
EPOCH = 1970


def isleap(year):
    """Whether it is a leap year."""
    return not year % 4 and (year % 100 > 0 or not year % 400)


def _leaps_before(year):
    year -= 1
    return year // 4 - year // 100 + year // 400


def leapdays(y1, y2):
    """How many leap years there are from y1 on, before y2."""
    return _leaps_before(y2) - _leaps_before(y1)


def _length(year, month):
    return 29 if month == 2 and isleap(year) else mdays[month]


def _ordinal(year, month, day):
    # As in datetime, where day 1 is the first of January of the year 1.
    year, month, day = index(year), index(month), index(day)
    if not (1 <= month <= 12 and 1 <= day <= _length(year, month)):
        from datetime import date
        date(year, month, day)  # which says what is wrong
    return year * 365 - 365 + _leaps_before(year) + _days_before[month] + (month > 2 and isleap(year)) + day


_epoch = _ordinal(EPOCH, 1, 1)


def weekday(year, month, day):
    """The Day of the week of a date; in all years, for the weeks are the same ones again after 400."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return _week[(_ordinal(year, month, day) - 1) % 7]


def monthrange(year, month):
    """(the Day of the week of the month's first day, the number of its days)"""
    if 1 <= month <= 12:
        return weekday(year, month, 1), _length(year, month)
    raise IllegalMonthError(month)


def timegm(tuple):
    """The seconds since 1970 of a time that is given as time.gmtime() gives it."""
    year, month, day, hours, minutes, seconds = tuple[:6]
    if not 1 <= year <= 9999:
        from datetime import date
        date(year, month, 1)
    return (((_ordinal(year, month, 1) - _epoch + day - 1) * 24 + hours) * 60 + minutes) * 60 + seconds


# ---- calendars as data

def _rows(cells, length):
    cells = list(cells)
    return [cells[start:start + length] for start in range(0, len(cells), length)]


class Calendar:
    """The days of months and years, in whole weeks. Nothing is formatted here."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._first % 7

    def setfirstweekday(self, firstweekday):
        self._first = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The numbers of the days of a week, from the first one on."""
        yield from islice(cycle(range(7)), self.firstweekday, self.firstweekday + 7)

    def _whole_weeks(self, year, month):
        """(days in the first week before the month, days of the month, days in the last week after it)"""
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return before, length, -(before + length) % 7

    def itermonthdays(self, year, month):
        """The days of the month's weeks as numbers: 0 for days outside of the month."""
        before, length, after = self._whole_weeks(year, month)
        yield from chain(repeat(0, before), range(1, length + 1), repeat(0, after))

    def itermonthdays2(self, year, month):
        """The days of the month's weeks as (day or 0, day of the week)."""
        yield from zip(self.itermonthdays(year, month), cycle(list(self.iterweekdays())))

    def _dates(self, year, month):
        before, length, after = self._whole_weeks(year, month)
        parts = [zip(repeat(year), repeat(month), range(1, length + 1))]
        if before:
            last_year, last_month = (year, month - 1) if month > 1 else (year - 1, 12)
            end = _length(last_year, last_month) + 1
            parts.insert(0, zip(repeat(last_year), repeat(last_month), range(end - before, end)))
        if after:
            next_year, next_month = (year, month + 1) if month < 12 else (year + 1, 1)
            parts.append(zip(repeat(next_year), repeat(next_month), range(1, after + 1)))
        return chain(*parts)

    def itermonthdays3(self, year, month):
        """The days of the month's weeks as (year, month, day)."""
        yield from self._dates(year, month)

    def itermonthdays4(self, year, month):
        """The days of the month's weeks as (year, month, day, day of the week)."""
        for (y, m, day), place in zip(self._dates(year, month), cycle(list(self.iterweekdays()))):
            yield y, m, day, place

    def itermonthdates(self, year, month):
        """The days of the month's weeks as datetime.date objects."""
        from datetime import date
        yield from starmap(date, self._dates(year, month))

    def monthdatescalendar(self, year, month):
        """The month as a list of weeks of datetime.date objects."""
        return _rows(self.itermonthdates(year, month), 7)

    def monthdays2calendar(self, year, month):
        """The month as a list of weeks of (day or 0, day of the week)."""
        return _rows(self.itermonthdays2(year, month), 7)

    def monthdayscalendar(self, year, month):
        """The month as a list of weeks of days, 0 outside of the month."""
        return _rows(self.itermonthdays(year, month), 7)

    def yeardatescalendar(self, year, width=3):
        """The year as a list of rows of `width` months, as monthdatescalendar() gives these."""
        return _rows(map(self.monthdatescalendar, repeat(year), range(1, 13)), width)

    def yeardays2calendar(self, year, width=3):
        """The year as a list of rows of `width` months, as monthdays2calendar() gives these."""
        return _rows(map(self.monthdays2calendar, repeat(year), range(1, 13)), width)

    def yeardayscalendar(self, year, width=3):
        """The year as a list of rows of `width` months, as monthdayscalendar() gives these."""
        return _rows(map(self.monthdayscalendar, repeat(year), range(1, 13)), width)


# ---- as text

def formatstring(cols, colwidth=20, spacing=6):
    """Columns side by side, each text in the middle of its one."""
    return (" " * spacing).join([text.center(colwidth) for text in cols])


def format(cols, colwidth=20, spacing=6):
    """Prints columns side by side."""
    print(formatstring(cols, colwidth, spacing))


def _set(lines, height):
    # Text of these lines, with `height` ends of line after each.
    return "".join([line.rstrip() + "\n" * height for line in lines])


class TextCalendar(Calendar):
    """Calendars as plain text, as `cal` prints them. Days are `w` columns wide, weeks `l` lines high."""

    def formatday(self, day, weekday, width):
        """A day's number; spaces for 0."""
        return (f"{day:2d}" if day else "").center(width)

    def formatweek(self, theweek, width):
        """A line for a week."""
        return " ".join([self.formatday(day, place, width) for day, place in theweek])

    def formatweekday(self, day, width):
        """The name of a day of the week, cut to the width."""
        return (day_abbr if width < 9 else day_name)[day][:width].center(width)

    def formatweekheader(self, width):
        """A line with the names of the days of the week."""
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """The name of a month, in the middle."""
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def _column(self, year, month, w, *withyear):
        # The lines of a month.
        yield self.formatmonthname(year, month, 7 * w + 6, *withyear)
        yield self.formatweekheader(w)
        for week in self.monthdays2calendar(year, month):
            yield self.formatweek(week, w)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month, as text of several lines."""
        return _set(self._column(theyear, themonth, max(w, 2)), max(l, 1))

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year, as text of several lines: m months side by side, with c spaces between them."""
        w, c = max(w, 2), max(c, 2)
        width = 7 * w + 6
        lines = [repr(theyear).center((width + c) * m - c)]
        for months in _rows(range(1, 13), m):
            columns = [self._column(theyear, month, w, False) for month in months]
            lines += "", *[formatstring(cells, width, c) for cells in zip_longest(*columns, fillvalue="")]
        return _set(lines, max(l, 1))

    def prweek(self, theweek, width):
        """Prints a week, without an end of line."""
        print(self.formatweek(theweek, width), end="")

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Prints a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Prints a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


# ---- as HTML

def _head(columns, css_class, text):
    return f'<tr><th colspan="{columns}" class="{css_class}">{text}</th></tr>'


def _table(css_class, *rows):
    return "\n".join([f'<table border="0" cellpadding="0" cellspacing="0" class="{css_class}">', *rows])


class HTMLCalendar(Calendar):
    """Calendars as HTML tables. The class attributes are the CSS classes of what is in them."""

    cssclass_noday = "noday"
    cssclass_month = cssclass_month_head = "month"
    cssclass_year = cssclass_year_head = "year"
    cssclasses = cssclasses_weekday_head = "mon tue wed thu fri sat sun".split()

    def formatday(self, day, weekday):
        """The cell of a day."""
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>' if day else f'<td class="{self.cssclass_noday}">&nbsp;</td>'

    def formatweek(self, theweek):
        """The row of a week."""
        return f"<tr>{''.join([self.formatday(day, place) for day, place in theweek])}</tr>"

    def formatweekday(self, day):
        """The heading of a day of the week."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """The row of all headings."""
        return f"<tr>{''.join(map(self.formatweekday, self.iterweekdays()))}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        """The row with the name of a month."""
        year = f" {theyear}" if withyear else ""
        return _head(7, self.cssclass_month_head, month_name[themonth] + year)

    def formatmonth(self, theyear, themonth, withyear=True):
        """The table of a month."""
        weeks = map(self.formatweek, self.monthdays2calendar(theyear, themonth))
        return _table(self.cssclass_month, self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader(), *weeks, "</table>\n")

    def formatyear(self, theyear, width=3):
        """The table of a year: of tables of its months, `width` in a row."""
        width = max(width, 1)
        months = [f"<td>{self.formatmonth(theyear, month, withyear=False)}</td>" for month in range(1, 13)]
        rows = [f"<tr>{''.join(row)}</tr>" for row in _rows(months, width)]
        return _table(self.cssclass_year, _head(width, self.cssclass_year_head, theyear) + "".join(rows) + "</table>")

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """The page of a year, as bytes; `css` is the address of a style sheet."""
        encoding = sys.getdefaultencoding() if encoding is None else encoding
        style = "" if css is None else f'<link rel="stylesheet" type="text/css" href="{css}" />\n'
        page = f"""<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />
{style}<title>Calendar for {theyear}</title>
</head>
<body>
{self.formatyear(theyear, width)}</body>
</html>
"""
        return page.encode(encoding, "xmlcharrefreplace")


# ---- in other languages

class different_locale:
    """Context manager: dates have the names of a locale, for the whole process."""

    def __init__(self, locale):
        self.locale = locale
        self.oldlocale = None

    def __enter__(self):
        from locale import LC_TIME, setlocale
        self.oldlocale = setlocale(LC_TIME)
        setlocale(LC_TIME, self.locale)

    def __exit__(self, *exc_details):
        from locale import LC_TIME, setlocale
        setlocale(LC_TIME, self.oldlocale)


def _preferred_locale():
    from locale import LC_TIME, setlocale
    current = setlocale(LC_TIME)
    if current != "C":
        return current
    with different_locale(""):  # what the environment says
        return setlocale(LC_TIME)


class _InLocale:
    # The methods that names come from work in the calendar's locale.

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _preferred_locale() if locale is None else locale

    def formatweekday(self, day, *layout, **more):
        with different_locale(self.locale):
            return super().formatweekday(day, *layout, **more)

    def formatmonthname(self, theyear, themonth, *layout, **more):
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, *layout, **more)


class LocaleTextCalendar(_InLocale, TextCalendar):
    """A TextCalendar with the names of a locale."""


class LocaleHTMLCalendar(_InLocale, HTMLCalendar):
    """An HTMLCalendar with the names of a locale."""


# ---- the functions are the methods of a calendar

c = TextCalendar()
firstweekday, weekheader, monthcalendar = c.getfirstweekday, c.formatweekheader, c.monthdayscalendar
week, month, calendar = c.formatweek, c.formatmonth, c.formatyear
prweek, prmonth, prcal = c.prweek, c.prmonth, c.pryear


def setfirstweekday(firstweekday):
    """Says with which day weeks begin."""
    if _week[0] <= firstweekday <= _week[-1]:
        c.setfirstweekday(firstweekday)
    else:
        raise IllegalWeekdayError(firstweekday)


# ---- python -m calendar

def _arguments():
    import argparse
    parser = argparse.ArgumentParser()
    text, html = [parser.add_argument_group(f"{kind} only arguments") for kind in ("text", "html")]
    for name, default, what in (
        ("--width", 2, "width of date column"), ("--lines", 1, "number of lines for each week"),
        ("--spacing", 6, "spacing between months"), ("--months", 3, "months per row"),
    ):
        text.add_argument(name[1:3], name, type=int, default=default, help=f"{what} (default {default})")
    html.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
    for name, rest in (
        ("--locale", {"help": "locale to use for month and weekday names"}), ("--encoding", {"help": "encoding to use for output"}),
        ("--type", {"help": "output type (text or html)", "default": "text", "choices": ("text", "html")}),
    ):
        parser.add_argument(name[1:3].replace("l", "L"), name, **rest)
    for name, what in (("year", "year number (1-9999)"), ("month", "month number (1-12, text only)")):
        parser.add_argument(name, nargs="?", type=int, help=what)
    return parser


def main(args):
    """Prints a calendar as the command line asks for it."""
    parser = _arguments()
    asked = parser.parse_args(args[1:])
    is_html, encoding = asked.type == "html", asked.encoding
    if asked.locale and not encoding:
        parser.error("if --locale is specified --encoding is required")
    if is_html and asked.month is not None:
        parser.error("incorrect number of arguments")
    year = time.localtime().tm_year if asked.year is None else asked.year
    if asked.locale:
        shown = (LocaleHTMLCalendar if is_html else LocaleTextCalendar)(locale=(asked.locale, encoding))
    else:
        shown = HTMLCalendar() if is_html else TextCalendar()
    if is_html:
        output = shown.formatyearpage(year, css=asked.css, encoding=encoding or None)
    elif asked.month is None:
        output = shown.formatyear(year, asked.width, asked.lines, asked.spacing, asked.months)
    else:
        output = shown.formatmonth(year, asked.month, asked.width, asked.lines)
    if encoding and not is_html:
        output = output.encode(encoding)
    (sys.stdout if isinstance(output, str) else sys.stdout.buffer).write(output)


if __name__ == "__main__":
    main(sys.argv)
