# python3.12; Odd input that CPython's functions in C take, or refuse in words of their own.
import datetime, email.utils, fractions
def t(label, f):
    try: print(label, f())
    except BaseException as e: print(label, type(e).__name__, e)
for s in ["04.5", "04:05.5", "0405.5", "04:05,25", "04,", "04.", "04:05.", "04.1234567", "04:05 +01:00", "04:05 Z", "04:05x+01:00", "0405x+01:00", "04x+01:00", "04:05xx+01:00", "04:05x", "04:Z", "04:05:Z", "04:05é+01:00",
          "04:05:06.+01:00", "04:05:06.1x+01:00", "04:05:06.123456x+01:00", "04:05:06.1234567xx+01", "04:05:06.123456x", "04:05:06:789", "040506789", "0405067", "040506:7", "04:05:06x7", "0405:06", "04:05+01.5", "04:05+0130.5", "04:05+01x", "04:05+01:", "04Z5"]:
    t(s, lambda: repr(datetime.time.fromisoformat(s)))
    for day in ("2020-01-02T", "2020W011 "): t(day + s, lambda: repr(datetime.datetime.fromisoformat(day + s)))
for n in (None, 0, 1, -1, 1.5, -1.5, "x", True): t(n, lambda: round(fractions.Fraction(7, 2), n))
for a in (None, 0, "", b"", [], (), b"a@b", ["a@b"], ("a@b",)): t(a, lambda: email.utils.parseaddr(a))
# Names are suggested from a frame: without one there are none.
import io, traceback
wrong = NameError("name 'prin' is not defined", name="prin")
print(traceback.format_exception_only(wrong), traceback.format_exception(wrong), traceback.format_exception_only(AttributeError("a", name="appendd", obj=[])))
try: prin
except NameError as e: print(traceback.format_exception_only(e), traceback.format_exception(e)[-1], traceback.format_exception_only(type(e), e))
try:
    try: prin
    except NameError as e: 1 / 0
except ZeroDivisionError as e: print([line for line in traceback.format_exception(e) if "Name" in line])
for mode in (None, 5, b"r", "rt", ""): t(mode, lambda: io.FileIO("nowhere", mode))
