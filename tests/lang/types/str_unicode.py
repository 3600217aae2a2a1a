# python3.12: Properties and case mappings of characters, over all of Unicode 15.
def checksum(values):
    total = 0
    for v in values:
        total = (total * 31 + v) % 1000000007
    return total


codes = list(range(0x3400)) + list(range(0xA000, 0x10000)) + list(range(0x10000, 0x20000, 3)) + list(range(0x20000, 0x110000, 997))
characters = [chr(c) for c in codes]
for name in ("isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"):
    test = getattr(str, name)
    found = [ord(c) for c in characters if test(c)]
    print(name, len(found), checksum(found))
for name in ("upper", "lower", "title", "casefold", "swapcase", "capitalize"):
    change = getattr(str, name)
    changed = [(c, change(c)) for c in characters if change(c) != c]
    print(name, len(changed), checksum(ord(d) for _, new in changed for d in new), max(len(new) for _, new in changed))
print(checksum(ord(d) for c in characters for d in ascii(c)))
print(checksum(ord(d) for c in characters for d in repr(c)))
print(checksum(len(("a" + c + "b").splitlines()) * 2 + len(("a" + c + "b").split()) for c in characters))
print(checksum(b for c in characters for b in c.encode("utf-8", "surrogatepass")))
print(checksum(b for c in characters for b in c.encode("utf-16", "surrogatepass")))
for word in ("ΑΣ", "ΑΣΑ", "Σ", "ΑΣ'", "ΑΣ'Α", "Α Σ", "ΑΣ.", "ΑΣ\u00adΑ", "Α\u0301Σ", "\u0301Σ", "aΣ1", "1Σ", "ΣΣ", "ΑΣ Σ"):
    print(ascii(word), ascii(word.lower()), ascii(word.title()), ascii(word.capitalize()), ascii(word.swapcase()), ascii(word.casefold()))
print(int("٣٤"), int("\U0001d7d7"), float("١.٥"), "٣".isdigit(), "²".isdigit(), "½".isnumeric(), "Ⅷ".isnumeric(), "一".isnumeric())
print("ﬀ".upper(), "ß".upper(), "ŉ".upper(), "ΐ".upper(), "ǆ".title(), "ǆ".upper(), "Ǆ".lower(), "İ".lower() == "i\u0307", "ı".upper())
