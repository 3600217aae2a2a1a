# What the library does in C for the usual cases, beside what it leaves to Python.
import datetime as dt, io, os, sqlite3, time
import xml.etree.ElementTree as ET
from pathlib import PurePosixPath, PureWindowsPath

# bytearray: taken from the front
x = bytearray(b"abcdefgh" * 100)
for i in range(300):
    del x[:2]; x.append(i & 255); x += b"z"
print(len(x), x[:8], x[-4:])
x[:4] = b"1"; x[:1] = b"12345"; del x[:700]; print(len(x), x[:6])
x.clear(); x.extend(b"new"); print(x, x.pop(0), x)
x = bytearray(range(256)); v = memoryview(x)
try: del x[:1]
except BufferError as e: print(e)
v.release(); del x[:200]; print(x[0], len(x), x.find(b"\xff"), bytes(x[:3]), x * 2 == x + x, x.copy() == x)
y = bytearray(b"q" * 5000); del y[:4990]; y.insert(0, 65); print(y, len(y))
while y: y.pop(0)
print(y)

# datetime
utc = dt.timezone.utc
for t in (0, 1.5, 86400 * 3 + .25, 1e9, 1700000000.1234567, 1700000000.9999999, -1.5, 253402300799, 5):
    print(dt.datetime.fromtimestamp(t, utc))
os.environ["TZ"] = "Europe/Berlin"; time.tzset()
for t in (1698537600, 1698541200, 1698544800, 1711846800, 1711850400, 1000000000.5, 200000):
    d = dt.datetime.fromtimestamp(t); print(d, d.fold, d.timestamp() == t)
now = dt.datetime.now(); print(type(now).__name__, now.tzinfo, abs((dt.datetime.now(utc).timestamp() - time.time())) < 5, abs(now.timestamp() - time.time()) < 5, dt.datetime.now(utc).tzinfo)
class Mine(dt.datetime): pass
print(type(Mine.now()).__name__, type(Mine.fromisoformat("2024-01-02")).__name__, type(Mine.fromtimestamp(1e9, utc)).__name__)
for text in ("2024-02-29", "2023-02-29", "2024-01-31T23:59:59", "2024-01-31 23:59:59.5", "2024-13-01", "2024-01-01T24:00:00", "2024-01-01T00:00:00.1234567", "20240102", "2024-W01-1", "2024-01-01T00:00:00+01:00", "x", ""):
    for cls in (dt.date, dt.datetime):
        try: print(repr(cls.fromisoformat(text)))
        except ValueError as e: print(cls.__name__, text, "ValueError")
for state in (b"\x07\xe8\x01\x02", b"\x07\xe8\x0d\x02", b"\x07\xe8\x02\x1e"):
    try: print(dt.date(state))
    except Exception as e: print(type(e).__name__)
for state in (b"\x07\xe8\x01\x02\x03\x04\x05\x00\x00\x07", b"\x07\xe8\x81\x02\x03\x04\x05\x00\x00\x07"):
    print(repr(dt.datetime(state)), repr(dt.datetime(state, utc)))

# XML
doc = "<r a='1'>\n t &amp; &lt;u&gt; <b x=\"&quot;q&apos;\" y='2'/>tail<c><d>\u00fc \u4e16</d> </c>&#65;<e>]] &unknown;</e></r>"
fine = doc.replace("&unknown;", "")
def show(e): return (e.tag, e.attrib, e.text, e.tail, [show(c) for c in e])
print(show(ET.fromstring(fine)))
for size in (1, 2, 3, 7, 1000):
    p = ET.XMLParser()
    for at in range(0, len(fine), size): p.feed(fine[at:at + size])
    print(show(p.close()) == show(ET.fromstring(fine)))
print([(w, e.tag) for w, e in ET.iterparse(io.BytesIO(fine.encode()), ("start", "end"))])
pull = ET.XMLPullParser(("end",)); pull.feed("<a><b>x</b>"); print([(w, e.tag, e.text) for w, e in pull.read_events()]); pull.feed("<c/></a>"); print([e.tag for w, e in pull.read_events()])
for bad in (doc, "<a><b></a>", "<a>]]></a>", "<a>\x01</a>", "<a b='<'/>", "<a b='1' b='2'/>", "<a><b b=1/></a>", "<a><b", "<a><b>", "<a>&amp</a>", "<a></a><b/>", "<a><b c='x\ty'/></a>", "<a><x:b/></a>", "<a>\n\n <b></c></a>"):
    try: print(show(ET.fromstring(bad)))
    except ET.ParseError as e: print(e, e.code, e.position)
ns = ET.fromstring("<a xmlns='u' xmlns:p='v'><b p:c='1'><p:d xmlns:p='w'/></b><e xmlns=''><f/></e></a>"); print([e.tag for e in ns.iter()], ns[0].attrib)
plain = ET.fromstring("<a><b><p:d xmlns:p='w'><b/></p:d><b/></b><c/></a>"); print([e.tag for e in plain.iter()], len(list(plain.iter("b"))), len(list(plain.iter("*"))))
it = plain.iter(); print(next(it).tag, iter(it) is it); plain.append(ET.Element("late")); print([e.tag for e in it])
print(plain.find("c").tag, plain.find("zz"), plain.findtext("c"), [e.tag for e in plain.findall("b")], plain.find("b/b") is plain[0][1])
s = ET.SubElement(plain, "s", {"k": "v"}, m="n"); print(s.attrib, plain[-1] is s, ET.Element("t", attrib={"q": "1"}, z="2").attrib)

# sqlite3
c = sqlite3.connect(":memory:")
c.execute("create table t (a integer, B text, c)")
c.executemany("insert into t values (?, ?, ?)", [(i, f"n{i}", None if i % 2 else i / 2) for i in range(700)])
c.executemany("insert into t values (:a, :b, :c)", [{"a": 1000, "b": "named", "c": b"\0\1"}])
rows = c.execute("select * from t").fetchall(); print(len(rows), rows[0], rows[-1], c.total_changes)
cursor = c.execute("select a from t where a < ?", [5]); print(cursor.fetchone(), cursor.fetchmany(2), cursor.fetchall(), cursor.fetchall(), cursor.fetchone())
for values in ((), (1, 2), "ab", {"x": 1}, (object(),), (2**70,)):
    try: print(c.execute("select ?", values).fetchall())
    except Exception as e: print(type(e).__name__, e)
c.create_function("bad", 1, lambda x: 1 // (x - 300))
try: c.execute("select bad(a) from t").fetchall()
except sqlite3.OperationalError as e: print(e)
c.row_factory = sqlite3.Row
for r in c.execute("select a, B, c as 'Ü', a as A from t where a < 2"): print(r["a"], r["b"], r["B"], r["A"], r["Ü"], r[-1], r[0:2], r.keys(), len(r))
r = c.execute("select 1 as x").fetchone()
for key in ("y", "X", 5, 1.5):
    try: print(r[key])
    except Exception as e: print(type(e).__name__, e)
print([tuple(r) for r in c.execute("select a from t limit 2").fetchall()])
cursor = c.execute("update t set a = a + 1 where a < 10"); print(cursor.rowcount)
cursor = c.execute("delete from t where a < 4 returning a"); print(sorted(tuple(r) for r in cursor.fetchall()), cursor.rowcount)
c.close()
try: cursor.fetchall()
except sqlite3.ProgrammingError as e: print(e)

# paths
p = PurePosixPath("/usr/lib/x.tar.gz")
print(p.relative_to("/usr"), p.relative_to("/"), p.relative_to(p), p.is_relative_to("/us"), p.with_suffix(".z"), p.with_suffix(""), p.stem, p.suffix, PurePosixPath("a").relative_to(""))
print(PureWindowsPath("C:/A/b.txt").relative_to("c:/a"), PureWindowsPath("C:/A").is_relative_to("d:/"), PurePosixPath("a/b").is_relative_to("/a"), p.parent, p.parent.parent / "y")
for call in (lambda: p.with_suffix("x"), lambda: p.with_suffix("."), lambda: PurePosixPath("/").with_suffix(".x")):
    try: print(call())
    except ValueError as e: print(e)
class Sub(PurePosixPath): pass
print(repr(Sub("a/b.c").with_suffix(".d")), repr(Sub("a/b").parent), hash(p.parent) == hash(PurePosixPath("/usr/lib")))
