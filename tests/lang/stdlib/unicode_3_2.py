# python3.12: unicodedata.ucd_3_2_0: characters as Unicode 3.2 had them
import unicodedata
from unicodedata import ucd_3_2_0 as old


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


print(old.unidata_version, unicodedata.ucd_3_2_0 is old, type(old).__name__, type(old).__module__, hasattr(unicodedata, "ucd_3_1_0"))
for c in "aä§\u00ad\u00b2\u0221\u0237\u0294\u037b\u1369\u20b9\u2460\u231a\u29a1\u3007\u4e00\u9fa6\uac00\ufe59\ufffe\U0001d6db\U0001f600\U0002a6e0\U000e0001\U0010ffff":
    print(ascii(c), old.category(c), old.bidirectional(c), old.combining(c), old.east_asian_width(c), old.mirrored(c), old.decomposition(c), old.decimal(c, None), old.digit(c, None),
          old.numeric(c, None), old.name(c, None), unicodedata.category(c))
for form in "NFC", "NFD", "NFKC", "NFKD":
    for text in "", "plain", "\u1e9b\u0323", "\U0002f868\U0002f874", "a\u0358\u0301\u1d2c\u1dbf", "\uac01\u11a8", "\ufb01\U0001f100x":
        print(form, ascii(old.normalize(form, text)), old.is_normalized(form, text), old.normalize(form, text) == unicodedata.normalize(form, text))
print(old.lookup("GREEK SMALL LETTER ALPHA"), old.decimal("7"), old.digit("7"), old.numeric("½"))
attempt(old.lookup, "GREEK SMALL LETTER HETA")
attempt(old.lookup, "NOTHING")
for function in old.decimal, old.digit, old.numeric, old.name:
    attempt(function, "\u20b9")
attempt(old.normalize, "NFX", "ä")
print(sum(old.category(chr(code)) != unicodedata.category(chr(code)) for code in range(0x3000)), sum(old.category(chr(code)) == "Cn" for code in range(0x11000)))
