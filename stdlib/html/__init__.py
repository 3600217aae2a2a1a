"""Text to HTML and back (library reference, "html"). The references follow the HTML standard, section "Character reference state"."""

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Replaces the characters &, < and >, and with `quote` also " and ', by HTML-safe sequences."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


# Numbers that old pages use as Windows-1252 has them; what that code page leaves free stays as it is.
_WINDOWS = dict(zip(range(0x80, 0xA0), "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
                                       "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"))


def _is_no_character(number):
    return number < 0x20 and number not in (9, 10, 12, 13) or 0x7F <= number < 0xA0 or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE


def _numbered(text):
    number = int(text[2:].rstrip(";"), 16) if text[1] in "xX" else int(text[1:].rstrip(";"))
    if number in _WINDOWS:
        return _WINDOWS[number]
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    return "" if _is_no_character(number) and number != 0x0D else chr(number)


def _replacement(match):
    text = match[1]
    if text[0] == "#":
        return _numbered(text)
    global _names
    if _names is None:
        from html.entities import html5
        _names = html5
    found = _names.get(text)
    if found is not None:
        return found
    for size in range(len(text) - 1, 1, -1):  # the longest name it begins with
        if text[:size] in _names:
            return _names[text[:size]] + text[size:]
    return "&" + text


_reference = None
_names = None  # html.entities.html5


def unescape(s):
    """Replaces all named and numeric character references (&gt;, &#62;, &#x3e;) by their characters."""
    global _reference
    if "&" not in s:
        return s
    if _reference is None:
        import re
        _reference = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
    return _reference.sub(_replacement, s)
