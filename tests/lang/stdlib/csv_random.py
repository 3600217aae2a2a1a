# python3.12
# Rows of all kinds through readers and writers of all kinds of dialects, and samples through the sniffer: sums of what comes out.
import csv, io, random, zlib
r = random.Random(3)
pieces = ["a", "b", ",", ",", '"', '"', "\n", "\r", "\r\n", " ", "\\", "é", "€", "1", "2.5", ";", "'", "|"]
out = []

def manner():
    options = {}
    for chance, name, values in ((.4, "quoting", [0, 1, 2, 3]), (.3, "escapechar", ["\\", "é"]), (.3, "doublequote", [False]), (.3, "skipinitialspace", [True]),
                                 (.3, "strict", [True]), (.3, "delimiter", list(";€é|")), (.2, "quotechar", ["'", "€", "é"]), (.2, "lineterminator", ["\n", "€", "!\r"])):
        if r.random() < chance:
            options[name] = r.choice(values)
    return options

def attempt(function):
    try:
        return function()
    except (csv.Error, ValueError, TypeError, StopIteration) as e:
        return type(e).__name__, str(e)

for batch in range(8):
    out.clear()
    for i in range(250):
        options = manner()
        csv.field_size_limit(r.choice([5, 100, 100, 100]))
        text = "".join(r.choice(pieces) for _ in range(r.randrange(40)))
        rows = csv.reader(text.splitlines(True) if r.random() < .5 else io.StringIO(text), **options)
        while True:
            row = attempt(lambda: next(rows))
            out.append((row, rows.line_num))
            if isinstance(row, tuple):
                break
        file = io.StringIO(newline="")
        writer = csv.writer(file, **options)
        for _ in range(4):
            row = [r.choice([None, 1, 2.5, True, -3, 10**30, "", "", "".join(r.choice(pieces) for _ in range(r.randrange(6))), b"x"]) for _ in range(r.randrange(4))]
            out.append(attempt(lambda: writer.writerow(row)))
        out.append(file.getvalue())
    print(len(out), zlib.crc32(repr(out).encode()))
csv.field_size_limit(131072)

for batch in range(4):
    out.clear()
    for i in range(150):
        delimiter, quote = r.choice([",", ";", "\t", "|", ", ", ":"]), r.choice(['"', "'", ""])
        def field():
            return quote * (r.random() < .6) + "".join(r.choice("ab1 2.") for _ in range(r.randrange(5))) + r.choice([quote * 2, "", ""]) + quote * (r.random() < .6)
        text = "\n".join(delimiter.join(field() for _ in range(3)) for _ in range(r.randrange(1, 26)))
        for wanted in (None, ",;"):
            found = attempt(lambda: csv.Sniffer().sniff(text, wanted))
            out.append(found if isinstance(found, tuple) else (found.delimiter, found.quotechar, found.doublequote, found.skipinitialspace))
        out.append(attempt(lambda: csv.Sniffer().has_header(text)))
    print(len(out), zlib.crc32(repr(out).encode()))

