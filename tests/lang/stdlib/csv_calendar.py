# python3.12
import csv, io
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def R(s, **k): return list(csv.reader(io.StringIO(s, newline=""), **k))
for s, k in [("a,b,c\r\n1,2,3\r\n",{}),('a,"b,c",d\n"x""y",z\n',{}),('"multi\nline",2\n',{}),("a\\,b,c\n",dict(escapechar="\\")),("a;b\n",dict(delimiter=";")),("1,\"a\",2.5\n",dict(quoting=csv.QUOTE_NONNUMERIC)),("a, b,  c\n",dict(skipinitialspace=True)),
   ("",{}),("\n\n",{}),("a,b",{}),('"unclosed',{}),('"unclosed',dict(strict=True)),('"a"b,c\n',{}),('"a"b,c\n',dict(strict=True)),("a'b'c,'d,e'\n",dict(quotechar="'")),('a,"b\n',dict(quoting=csv.QUOTE_NONE)),("a\rb\n",{}),("a,\n,b\n,\n",{}),('"",""\n',{}),("x,1\n",dict(quoting=csv.QUOTE_NONNUMERIC)),('"a\\"b",c\n',dict(escapechar="\\",doublequote=False)),("a\tb\n",dict(dialect="excel-tab")),('a "q" b,c\n',{}), ("a\\\nb,c\n", dict(escapechar="\\")), ('"a""",b', {}), (' "a",b', {}), ("a,b\\", dict(escapechar="\\"))]:
    t(lambda: R(s, **k))
def W(rows, **k):
    o = io.StringIO(newline=""); w = csv.writer(o, **k); w.writerows(rows); return o.getvalue()
rows = [["a","b,c",'q"q',1,2.5,None,True],["x\ny","",""],[""],[],["1"], [None]]
for k in [{},dict(quoting=csv.QUOTE_ALL),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_NONE,escapechar="\\"),dict(delimiter=";",lineterminator="\n"),dict(doublequote=False,escapechar="\\"),dict(doublequote=False),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL),dict(dialect="unix"),dict(quotechar="'"), dict(quotechar=None)]: 
    t(lambda: W(rows, **k)); t(lambda: W(rows[:2], **k))
t(lambda: csv.writer(io.StringIO()).writerow(3)); t(lambda: csv.writer(3)); t(lambda: csv.reader(3)); t(lambda: R("a",delimiter="ab")); t(lambda: R("a",delimiter=3)); t(lambda: R("a",delimiter=None)); t(lambda: R("a",quoting=9)); t(lambda: R("a",foo=9)); t(lambda: R("a",dialect="nope")); t(lambda: list(csv.reader([b"a"]))); t(lambda: csv.get_dialect("zz")); t(lambda: csv.list_dialects()); t(lambda: csv.writer(io.StringIO()).writerow("abc")); t(lambda: csv.field_size_limit()); t(lambda: R("a",quotechar="")); t(lambda: csv.register_dialect(3)); t(lambda: csv.unregister_dialect("q")); t(lambda: R("a", lineterminator=3)); t(lambda: R("a", quotechar=None, quoting=csv.QUOTE_ALL))
d = csv.DictReader(io.StringIO("a,b\n1,2\n\n3\n4,5,6\n")); print(d.fieldnames, list(d), d.line_num)
d = csv.DictReader(["1,2"], fieldnames=["x","y","z"], restval="-"); print(list(d))
o = io.StringIO(); w = csv.DictWriter(o, ["a","b"], restval="?", lineterminator="\n"); print(w.writeheader(), w.writerow({"a":1}), w.writerows([{"b":2}])); print(o.getvalue()); t(lambda: w.writerow({"c":1})); t(lambda: csv.DictWriter(o,["a"],extrasaction="x"))
class semi(csv.Dialect): delimiter=";"; quotechar='"'; doublequote=True; lineterminator="\n"; quoting=csv.QUOTE_MINIMAL; skipinitialspace=False
csv.register_dialect("semi", semi); print(R("a;b", dialect="semi"), R("a;b", dialect=semi), W([["a;",2]], dialect=semi())); 
class bad(csv.Dialect): pass
t(lambda: bad())
for s in ["a,b,c\n1,2,3\n4,5,6\n","a;b;c\n1;2;3\n","name\tage\nbob\t3\n","'a','b'\n'c','d'\n",'"a", "b"\n"c", "d"\n',"a b\nc d\n","x:y\n1:2\n","abc\n"]:
    try: q = csv.Sniffer().sniff(s); print(repr(q.delimiter), q.quotechar, q.doublequote, q.skipinitialspace, csv.Sniffer().has_header(s))
    except Exception as e: print(type(e).__name__, e)
r = csv.reader(["a,b"]); print(r.dialect.delimiter, r.line_num, next(r), r.line_num); t(lambda: setattr(r.dialect,"delimiter",";"))
import calendar
print(calendar.month(2024,2)); print(calendar.calendar(2023)); print(calendar.monthrange(2024,2), calendar.isleap(1900), calendar.leapdays(2000,2025), calendar.weekday(2024,1,1), calendar.monthcalendar(2024,9)); print(calendar.TextCalendar(6).formatmonth(2024,5,3,2)); print(calendar.HTMLCalendar().formatmonth(2024,1)); print(list(calendar.day_name), calendar.month_abbr[1:3], calendar.timegm((2000,1,1,0,0,0)), calendar.Day.MONDAY, repr(calendar.MONDAY), calendar.SUNDAY); t(lambda: calendar.monthrange(2024,13)); t(lambda: calendar.setfirstweekday(9)); print(list(calendar.Calendar(6).itermonthdays4(2024,2))[:3], calendar.Calendar().monthdatescalendar(2024,2)[0][:2]); print(calendar.TextCalendar().formatyear(2024,m=4)); print(calendar.weekheader(3)); print(calendar.HTMLCalendar().formatyearpage(2024)[:300])
