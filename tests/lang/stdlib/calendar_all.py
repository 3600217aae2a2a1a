# python3.12
# calendar: data, text and HTML of many months and years, in all widths; names, errors, subclasses
import calendar
import contextlib, datetime, io, itertools, locale, zlib

def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: return f"{type(e).__name__}: {e}"
    return repr(r)
def crc(x): return zlib.crc32(x if isinstance(x, bytes) else str(x).encode())
print(calendar.__all__)
for K in (calendar.Month, calendar.Day):
    print([(m, repr(m), str(m), int(m), m.name) for m in K][:2], K, K.__module__, K.__qualname__, K(3), K.__doc__)
print(calendar.JANUARY, repr(calendar.MONDAY), calendar.SUNDAY + 1, calendar.error)
for n in (0, 3, 6, 7, 12, 13, -1, -13, 100, "x", 1.5, slice(0, 3), slice(None, None, -4)):
    print(n, *(t(k.__getitem__, n) for k in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)), sep="; ")
print(list(calendar.day_name), list(calendar.month_abbr), len(calendar.month_name), calendar.month_name.format, "May" in calendar.month_abbr)
for y in (-400, -1, 0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999, 10000, 2.0, "x"):
    print(y, t(calendar.isleap, y), t(calendar.leapdays, y, 2024), t(calendar.weekday, y, 2, 28), t(calendar.weekday, y, 2, 29), t(calendar.monthrange, y, 2), t(calendar.monthrange, y, 12))
for m in (-1, 0, 1, 12, 13, 1.5, "x", None):
    print(m, t(calendar.monthrange, 2024, m), t(calendar.weekday, 2024, m, 1), t(calendar.monthcalendar, 2024, m) if m != 1.5 else "", t(calendar.month, 2024, m) if m != 1.5 else "", t(calendar.timegm, (2020, m, 1, 0, 0, 0)) if m != 1.5 else "")
for d in (-1, 0, 1, 31, 32, 1.5, "x"):
    print(d, t(calendar.weekday, 2024, 1, d), t(calendar.timegm, (2020, 1, d, 1, 2, 3)))
print(t(calendar.timegm, (1969, 12, 31, 23, 59, 59, 0, 0, 0)), t(calendar.timegm, (0, 1, 1, 0, 0, 0)), t(calendar.timegm, (10000, 1, 1, 0, 0, 0)), t(calendar.timegm, (2020, 1, 1)), t(calendar.timegm, (2020, 2, 40, 25, 61, 61.5)), t(calendar.timegm, datetime.datetime(2024, 2, 29, 12).timetuple()))
for first in range(-1, 9):
    c = calendar.Calendar(first)
    print(first, c.firstweekday, c.getfirstweekday(), list(c.iterweekdays()), *(crc([list(f(y, m)) for y in (2023, 2024, 1900) for m in (1, 2, 12)]) for f in (c.itermonthdays, c.itermonthdays2, c.itermonthdays3, c.itermonthdays4, c.itermonthdates)), crc(c.yeardatescalendar(2024, 4)), crc(c.yeardays2calendar(2023)), crc(c.yeardayscalendar(2025, width=5)))
c = calendar.Calendar(6)
print(list(c.itermonthdays4(2024, 2)), c.monthdays2calendar(2023, 1), c.monthdatescalendar(2024, 12)[-1], c.monthdayscalendar(2015, 2))
for y, m in ((1, 1), (9999, 12), (0, 1), (10000, 1), (-5, 3), (2024, 13)):
    print(y, m, *(t(lambda f=f: crc(list(f(y, m)))) for f in (c.itermonthdays, c.itermonthdays2, c.itermonthdays3, c.itermonthdays4, c.itermonthdates)))
text = calendar.TextCalendar(6)
print(text.formatmonth(2024, 2), text.formatmonth(2023, 10, 4, 2), text.formatyear(2023, m=5), sep="\n")
for w, l, cc, m in itertools.product((0, 3, 12), (0, 2), (0, 7), (1, 4)):
    print(w, l, cc, m, crc(calendar.calendar(2024, w, l, cc, m)), crc(text.formatyear(1999, w, l, cc, m)), crc(text.formatmonth(2024, 5, w, l)))
print(t(text.formatyear, 2024, m=0), t(text.formatday, 0, 3, 5), t(text.formatday, 7, 3, 5), t(text.formatweek, [(1, 2), (0, 3)], 3), t(text.formatweekday, 2, 4), t(text.formatweekday, 2, 12), t(text.formatweekheader, 3), t(text.formatmonthname, 2024, 9, 30), t(text.formatmonthname, 2024, 9, 3, False), t(text.formatmonthname, "Y", 9, 20))
html = calendar.HTMLCalendar(3)
print(html.formatmonth(2024, 2), html.formatmonth(2024, 2, False) == html.formatmonth(2024, 2, withyear=False), html.formatweekheader(), html.formatday(0, 1), html.formatday(5, 1), html.formatmonthname(2024, 1), html.formatmonthname(2024, 1, withyear=False), html.formatweekday(0), html.formatweek([(1, 0), (0, 1)]), sep="\n")
print(html.formatyear(2024, 4)[:300], *(crc(html.formatyear(2023, w)) for w in (-1, 0, 1, 3, 5, 13)), html.formatyearpage(2024)[:420], crc(html.formatyearpage(2024, 2, None, "utf-16")), crc(html.formatyearpage(2024, css="x.css", encoding="ascii")))
class Mine(calendar.HTMLCalendar):
    cssclasses = ["d%d" % i for i in range(7)]
    cssclass_noday = "none"; cssclass_month = "m"; cssclass_month_head = "mh"; cssclass_year = "y"; cssclass_year_head = "yh"
    cssclasses_weekday_head = ["h"] * 7
    def formatday(self, day, weekday): return "[%d %d]" % (day, weekday)
    def formatmonth(self, theyear, themonth, withyear=True): return super().formatmonth(theyear, themonth, withyear).upper()
print(Mine().formatmonth(2024, 2), crc(Mine().formatyear(2024)), sep="\n")
class Text(calendar.TextCalendar):
    def formatweekday(self, day, width): return "%d" % day
    def formatday(self, day, weekday, width): return "." if not day else str(day)
    def formatmonthname(self, *args, **kw): return repr((args, kw))
print(Text().formatmonth(2024, 2), Text(2).formatyear(2024, m=2)[:500], sep="\n")
out = io.StringIO()
with contextlib.redirect_stdout(out):
    calendar.prmonth(2024, 3); calendar.prcal(2024, m=6); calendar.prweek([(1, 2)], 4); text.pryear(2020); calendar.format(["a", "b"]); calendar.format(["a", "b"], 5, spacing=1)
print(crc(out.getvalue()), repr(out.getvalue()[:80]), repr(calendar.formatstring(["a", "bb", "ccc"], 4, 1)), repr(calendar.formatstring("ab")))
for d in (6, -1, 7, calendar.WEDNESDAY, "x"):
    print(t(calendar.setfirstweekday, d), calendar.firstweekday(), calendar.weekheader(2), calendar.week([(1, 2), (2, 3)], 3), crc(calendar.month(2024, 4)))
calendar.setfirstweekday(0)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(calendar.January, calendar.February, [str(x.message) for x in w], type(calendar.January))
print(t(getattr, calendar, "March"), t(lambda: calendar.IllegalMonthError(13).month), str(calendar.IllegalMonthError(0)), calendar.IllegalWeekdayError(9).weekday, calendar.IllegalMonthError(0).args, issubclass(calendar.IllegalWeekdayError, ValueError))
for K in (calendar.LocaleTextCalendar, calendar.LocaleHTMLCalendar):
    k = K(6, "C")
    print(k.locale, k.firstweekday, crc(k.formatmonth(2024, 2)), crc(k.formatyear(2024)), t(K(locale="nowhere").formatmonth, 2024, 2), type(K().locale), K(locale=("x", "y")).locale)
with calendar.different_locale("C") as nothing: print(nothing, locale.setlocale(locale.LC_TIME))
