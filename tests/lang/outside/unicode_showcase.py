# python3.12
"""Unicode-heavy: normalization, categories, casefold, encodings, surrogates, combining, width, identifiers, escapes, sorting."""
import unicodedata as u, sys, codecs, io
samples = ["naïve", "e\u0301", "ﬁ", "Å", "한글", "𝔘𝔫𝔦", "🏳️‍🌈", "ß", "İ", "Ⅷ", "١٢٣", "\u200bzero", "Ω", "tab\t", "ǆ", "ſ"]
for s in samples:
    print(ascii(s), len(s), [u.category(c) for c in s], [len(u.normalize(f, s)) for f in ("NFC", "NFD", "NFKC", "NFKD")], ascii(s.upper()), ascii(s.casefold()), s.isalpha(), s.isprintable(), len(s.encode()), len(s.encode("utf-16-le")))
for c in "aé½٣Ⅷ€字\u0301 😀": print(f"U+{ord(c):04X} {u.name(c)} {u.numeric(c, None)} {u.digit(c, None)} {u.bidirectional(c)} {u.combining(c)} {u.east_asian_width(c)} {u.mirrored(c)} {u.decomposition(c)!r}")
print(u.lookup("GREEK SMALL LETTER ALPHA"), "\N{SNOWMAN}\N{LATIN SMALL LETTER E WITH ACUTE}", u.name("\x00", "no name"), u.is_normalized("NFC", "e\u0301"), u.unidata_version)
def strip_accents(s): return "".join(c for c in u.normalize("NFD", s) if not u.combining(c))
print(strip_accents("Crème Brûlée à la Žižek Ångström"), sorted(["étude", "eclair", "zebra", "Éclat", "apple"], key=lambda w: (strip_accents(w).casefold(), w)))
def width(s): return sum(0 if u.combining(c) else 2 if u.east_asian_width(c) in "WF" else 1 for c in s)
for w in ("abc", "東京", "한글", "e\u0301x"): print("|" + w + " " * (8 - width(w)) + "|")
for enc in ("utf-8", "utf-16", "utf-16-be", "utf-32-le", "latin-1", "cp1252", "ascii", "utf-8-sig", "koi8-r", "cp437", "iso8859-15", "raw_unicode_escape", "unicode_escape", "mac_roman", "cp1251"):
    row = []
    for errors in ("strict", "replace", "ignore", "xmlcharrefreplace", "backslashreplace", "namereplace"):
        try: row.append("é€ж😀".encode(enc, errors))
        except UnicodeEncodeError as e: row.append(f"[{e.encoding} {e.start}-{e.end} {e.reason}]")
    print(enc, *row)
for raw in (b"\xff", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xed\xa0\x80", b"\xf8\x88", b"ok\x80\x81ok", b"\xf0\x9f\x98"):
    row = []
    for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try: row.append(ascii(raw.decode("utf-8", errors)))
        except UnicodeDecodeError as e: row.append(str(e))
    print(raw, *row, sep=" | ")
print("\udc80".encode("utf-8", "surrogateescape"), ascii("\ud83d\ude00"), len("\U0001f600"), "\ud83d".encode("utf-16", "surrogatepass"), ascii(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")))
try: print("\ud800".encode())
except UnicodeEncodeError as e: print(e, e.object == "\ud800")
try: sys.stdout.write("\ud800\n")
except UnicodeEncodeError as e: print(e)
dec = codecs.getincrementaldecoder("utf-8")(); print([dec.decode(bytes([b])) for b in "é€😀".encode()], dec.getstate())
print(codecs.lookup("UTF8").name, codecs.encode("hello", "rot13"), codecs.decode("68656c6c6f", "hex"), codecs.BOM_UTF8, codecs.encode(b"data", "base64"), codecs.escape_decode(rb"\x41\n")[0])
try: "x".encode("nope")
except LookupError as e: print(e)
f = io.TextIOWrapper(io.BytesIO("línea1\r\nlínea2\rfin\n".encode("latin-1")), encoding="latin-1"); print(f.readlines(), f.encoding, f.newlines)
def κύκλος(ακτίνα, π=3.14159): return π * ακτίνα ** 2
ﬁne = 3; print(κύκλος(2), fine, "ﬁne" in globals(), "fine" in globals(), "x² ".isidentifier(), "Ⅷ".isidentifier())
class Größe:
    __übung = 1
    def straße(self): return self.__übung
print(Größe().straße(), [n for n in vars(Größe) if "bung" in n], Größe)
print("ΑΣ ΣΑΣ.".lower(), "ﬃ".upper(), "ŉ".upper(), "ǰ".title(), "ᾳ".capitalize(), "ΐ".upper().encode(), "ß".swapcase(), "ı".upper(), "K".lower() == "k", "ς".upper().casefold() == "σ")
print("a\u2028b\x85c\x1cd\x0be".splitlines(), "x\u00a0y\u3000z".split(), "\u2007x\u2007".strip() == "x", "１２".isdigit(), int("１２"), float("٣.٥"), "²".isdigit(), "²".isdecimal(), "零".isnumeric(), repr("\x7f\x80\xad\u0378\ufeff\u2029\U000e0001"))
print("日本語テキスト"[2:5], "日本語".center(9, "＊"), "é" < "z", "z" < "é", "😀" > "\uffff", "a😀b"[::-1], "😀b".find("b"), "%c%c" % (128512, "é"), f"{'é':>3}|{'😀':^5}|", "é".encode().hex(), chr(0x10ffff).encode(), max("aé😀"), "a\0b".encode(), "ÀÉ".translate({ord("À"): "A", 0xc9: None}), "aXbX".replace("X", "é", 1), "éa".count("a"), "éé".join("abc"), "ab\xe9".isascii())
for bad in ("chr(0x110000)", "ord('ab')", "ord('')", "'\\ud800'.encode('latin-1')", "u.lookup('NO SUCH')", "u.name('\\x00')", "u.digit('x')", "u.normalize('NFX', '')", "chr(-1)", "bytes('é', 'ascii')", "str(b'\\xe9', 'utf-8')", "eval('\"\\\\N{nope}\"')", "eval('\"\\\\x1\"')", "eval('x\u00b2 = 1')", "eval('1 \u2212 2')", "eval('\"\\\\u12\"')", "eval('\u20ac')", "eval('a\u200bb')"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
