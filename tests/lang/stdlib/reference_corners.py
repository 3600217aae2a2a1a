# python3.12: corners that walking the library reference by grids of arguments found
import argparse, array, calendar, collections, contextlib, datetime, decimal, enum, io, os, pathlib, string, subprocess, sys, traceback

def attempt(f, *args, **keywords):
    try: print(f(*args, **keywords))
    except SystemExit as e: print("exit", e.code)
    except Exception as e: print(type(e).__name__, e)

# ---- text over bytes: where it is
for data, newline in (("aéxyz\r\nb\r\n", None), ("aéxyz\r\nb\r\n", ""), ("aé\rb\nc", None), ("x\r\n\r\ny", None), ("a\r\nb", "\r\n")):
    for encoding in ("utf-8", "utf-16", "latin-1"):
        text = io.TextIOWrapper(io.BytesIO(data.encode(encoding)), encoding=encoding, newline=newline)
        parts = []
        for _ in range(7):
            place = text.tell()
            parts.append((place if encoding != "utf-16" and newline != "" and "\rb" not in data else None, text.read(1)))
            text.seek(place)
            assert text.read(1) == parts[-1][1]
        print(encoding, newline, parts)
# ---- paths that are no paths
class Odd: pass
for f in (os.fspath, os.stat, os.path.exists, os.path.islink, os.path.lexists, os.listdir, os.path.basename):
    for what in (decimal.Decimal(1), datetime.date(2024, 1, 1), Odd(), 1.5): attempt(f, what)
attempt(os.path.lexists, 0), attempt(os.path.islink, 0), attempt(os.path.commonpath, 0), attempt(os.path.commonpath, [])
for name in ("", ".", "a/b", 0, None, [], 5): attempt(pathlib.PurePosixPath("/a/b.c").with_name, name)
# ---- enum: what stands beside the value
class Day(enum.Enum): MON = 1; TUE = 2
class Flags(enum.IntFlag): A = 1; B = 2
class Pair(enum.Enum): X = (1, 2); Y = (3, ())
attempt(Day, 1, 0), attempt(Day, 5, 0), attempt(Day, [], []), attempt(Day, 1, 2), attempt(Flags, 3, 0), attempt(Pair, 1, 2), attempt(Pair, 3, ()), attempt(Day, [1], 0, "x")
# ---- datetime
for thing in (datetime.date(2024, 2, 29), datetime.time(1, 2), datetime.datetime(2024, 2, 29, 1)):
    attempt(thing.replace, None), attempt(thing.replace)
class Zone(datetime.tzinfo):
    def __init__(self, name, hours=0): self.name = name
    def tzname(self, when): return self.name
print(Zone("here", hours=2).tzname(None), isinstance(datetime.tzinfo(1, a=2), datetime.tzinfo))
# ---- decimal: what is no context
for name in ("copy_sign", "same_quantum", "compare_total", "compare_total_mag"): attempt(getattr(decimal.Decimal("1.5"), name), 1, 5)
for name in ("is_normal", "is_subnormal", "number_class", "to_eng_string"): attempt(getattr(decimal.Decimal("1.5"), name), 5), attempt(getattr(decimal.Decimal(0), name), "x"), attempt(getattr(decimal.Decimal("1E+5"), name), None)
# ---- argparse: letters with =
parser = argparse.ArgumentParser(prog="p")
parser.add_argument("-a", action="store_true"), parser.add_argument("-c")
for words in (["-ac=5"], ["-ac5"], ["-c=5"], ["-ac", "=5"]): attempt(parser.parse_args, words)
# ---- tracebacks: columns
def fails(): raise ValueError("é" + str(1))
def calls():
    return [1,
            fails()]
try: calls()
except ValueError as e:
    for frame in traceback.extract_tb(e.__traceback__): print(frame.name, frame.end_lineno - frame.lineno, frame.colno, frame.end_colno, frame.line)
    print([f.colno for f in traceback.TracebackException.from_exception(e).stack])
print(traceback.FrameSummary("f", 1, "n", colno=2, end_colno=3, end_lineno=4).colno)
# ---- formats
attempt(string.Formatter().format, b""), attempt(string.Formatter().format, {"a": 1}), attempt(string.Formatter().get_field, 5, (), {}), attempt(string.capwords, b"ab c")
attempt(collections.Counter("aab").most_common, 0), attempt(collections.Counter("aab").most_common, -2), attempt(collections.Counter("aab").most_common, 9)
attempt(array.array("i").fromunicode, 5), attempt(array.array("i").fromunicode, "a")
