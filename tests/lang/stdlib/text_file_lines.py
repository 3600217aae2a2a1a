# Lines of text files by their number of characters; places in them; what open() and its methods refuse.
import os
import tempfile
import warnings

os.chdir(tempfile.mkdtemp())
text = "ééé日\r\nabc\n😀x\nlast"
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-le"):
    with open("t", "w", encoding=encoding, newline="\n") as f:
        f.write(text)
    for newline in (None, ""):
        with open("t", encoding=encoding, newline=newline) as f:
            for size in (2, 1, 99, 2, 5, 1, 0, 2, 3, 9):
                line = f.readline(size)
                place = f.tell()
                rest = f.read()
                f.seek(place)
                print(encoding, repr(line), f.read() == rest, len(rest))
                f.seek(place)
        with open("t", encoding=encoding, newline=newline) as f:
            parts = []
            while part := f.readline(2):
                parts.append(part)
            print(parts)
with open("t", "w", encoding="latin-1") as f:
    f.write("éàü\nz\n")
with open("t", encoding="latin-1") as f:
    print(repr(f.readline(2)), repr(f.readline(9)), f.readlines(1))
with open("t", "w+", encoding="utf-16") as f:
    f.write("añb")
    f.seek(0)
    print(f.read(2))
    f.seek(0, 1)
    print(repr(f.read()))

with open("t", "w", encoding="utf-8") as f:
    f.write("é\nb\nc\n")
with open("t", encoding="utf-8") as f:
    next(f)
    for call in (lambda: f.seek(0, 1), f.tell, lambda: f.read("x"), lambda: f.read(1.5), lambda: f.readline(None), lambda: f.readline("x"), f.truncate):
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__, e)
with open("t", "rb") as f:
    print(f.readline(None), f.readline(1))
    for call in (lambda: f.read("x"), lambda: f.read(1.5), lambda: f.readline("x"), f.truncate):
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    with open("t", "rb", 1) as f:
        print(f.readline(1))
    with open("t", "r", 1, encoding="utf-8") as f:
        f.read()
    print([(x.category.__name__, str(x.message)) for x in seen])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        open("t", "rb", buffering=1)
    except RuntimeWarning as e:
        print("raised", e)
