# python3.12: Characters that stay composed, before and behind what is composed with them: all four forms over all characters, by a digest of the results.
import hashlib, unicodedata

forms = ("NFC", "NFD", "NFKC", "NFKD")
for form in forms:
    digest = hashlib.sha256()
    changed = 0
    for code in range(0xA0, 0x110000):
        if 0xD800 <= code < 0xE000 or 0x4E00 <= code < 0x9F00 or 0xAD00 <= code < 0xD700 or 0x20000 <= code < 0x2F800 or code > 0x30000:
            continue
        c = chr(code)
        if not unicodedata.decomposition(c) and not unicodedata.combining(c) and code % 16 and not 0x1100 <= code < 0x1200:
            continue
        for text in ("e" + c + "x", "é" + c + "\u0301", c + "\u3099", c + c, "\u1112\u1161" + c, "\uac00" + c, c + "\u11a8", "が" + c + "が"):
            result = unicodedata.normalize(form, text)
            changed += result != text
            assert unicodedata.is_normalized(form, text) == (result == text)
            digest.update(result.encode())
    print(form, changed, digest.hexdigest()[:16])

for form in forms:
    for text in ("がぎぐげご" * 20, "Grüße aus Köln", "가나다각" * 10, "がか\u3099", "ü" * 300 + "u\u0308", "\u212b\u00c5A\u030a", "ﬁ½Ａ", "각\u11a8", "가\u11a8", "\u1100\u1161\u11a7"):
        result = unicodedata.normalize(form, text)
        print(form, len(result), ascii(result[-6:]))
