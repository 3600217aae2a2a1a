# python3.12
import zoneinfo, struct, io, pickle
from datetime import *


def tzfile(times, kinds, names, footer, version=b"2"):
    "A file of the IANA database's form: times: (moment, index); kinds: (offset, is_dst, index of its name)."
    text = b"".join(name.encode() + b"\0" for name in names)
    starts = [sum(len(name) + 1 for name in names[:i]) for i in range(len(names))]
    def block(size, code):
        head = b"TZif" + version + bytes(15) + struct.pack(">6L", 0, 0, 0, len(times), len(kinds), len(text))
        return (head + struct.pack(f">{len(times)}{code}", *[t for t, _ in times]) + bytes(i for _, i in times) +
                b"".join(struct.pack(">lbb", offset, dst, starts[name]) for offset, dst, name in kinds) + text)
    return io.BytesIO(block(4, "l") + block(8, "q") + b"\n" + footer.encode() + b"\n")


def show(zone, moments):
    for d in moments:
        for fold in (0, 1):
            x = d.replace(tzinfo=zone, fold=fold)
            print(x, x.utcoffset(), x.dst(), x.tzname(), x.astimezone(timezone.utc))
        u = d.replace(tzinfo=timezone.utc).astimezone(zone)
        print(u, u.fold, u.dst())


days = [datetime(2024, 3, 31, h, m) for h in range(0, 5) for m in (0, 30)] + [datetime(2024, 10, 27, h, m) for h in range(5) for m in (0, 59)]
days += [datetime(1890, 1, 1), datetime(1960, 6, 1), datetime(1970, 1, 1), datetime(1980, 4, 6, 2, 30), datetime(1980, 9, 28, 1, 30), datetime(2100, 7, 1)]
times = [(-1500000000, 1), (323830800, 2), (338950800, 1)]
kinds = [(3208, 0, 0), (3600, 0, 1), (7200, 1, 2)]
names = ["LMT", "CET", "CEST"]
zone = zoneinfo.ZoneInfo.from_file(tzfile(times, kinds, names, "CET-1CEST,M3.5.0,M10.5.0/3"), key="Made/Up")
print(zone, repr(zone), zone.key, zone.utcoffset(None))
show(zone, days)
for rule in ["EST5EDT,M3.2.0,M11.1.0", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "IST-1GMT0,M10.5.0,M3.5.0/1", "XXX3", "AAA-5:30:15", "WGT3WGST,M3.5.0/-2,M10.5.0/-1",
             "QQQ4RRR,J60/0,J300/23", "QQQ4RRR,59/0,299/23", "EST5EDT", "EST5EDT,M3.2.0", "EST5,M3.2.0,M11.1.0", "", "M", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
             "EST5EDT,J0,J365", "EST5EDT,x,y", "5", "EST99"]:
    print("----", rule)
    try:
        zone = zoneinfo.ZoneInfo.from_file(tzfile([], [(0, 0, 0)], ["UTC"], rule))
    except ValueError as error:
        print(type(error).__name__)
    else:
        show(zone, [datetime(2024, m, d, h, 30) for m in (1, 2, 3, 4, 7, 10, 11, 12) for d in (1, 10, 28, 31) if d < 29 or m not in (2, 4, 11) for h in (0, 2, 23)][::3])
for data in (b"", b"junk" * 20, b"TZif"):
    try:
        zoneinfo.ZoneInfo.from_file(io.BytesIO(data))
    except Exception as error:
        print(type(error).__name__)
for key in ("Nope/Zone", "../x", "/etc/passwd", "a/../b", "."):
    try:
        zoneinfo.ZoneInfo(key)
    except Exception as error:
        print(type(error).__name__, error)
for path in (["relative"], "x", ("/tmp",)):
    try:
        zoneinfo.reset_tzpath(path)
        print(zoneinfo.TZPATH)
    except Exception as error:
        print(type(error).__name__, error)
zoneinfo.reset_tzpath()
if "Europe/Berlin" in zoneinfo.available_timezones():
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    assert berlin is zoneinfo.ZoneInfo("Europe/Berlin") and berlin is pickle.loads(pickle.dumps(berlin)) and berlin is not zoneinfo.ZoneInfo.no_cache("Europe/Berlin")
    assert datetime(2024, 7, 1, tzinfo=berlin).tzname() == "CEST"
