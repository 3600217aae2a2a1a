"""Fraction.__format__ with presentation types e, f, g and %."""


def _rounded(n, d, exponent):
    # n/d as a multiple of 10**exponent, halves to even: (is negative, magnitude)
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return n < 0, abs(q)


def _to_figures(n, d, figures):
    # n/d as significand * 10**exponent with that many figures
    if n == 0:
        return False, 0, 1 - figures
    top, bottom = str(abs(n)), str(d)
    m = len(top) - len(bottom) + (bottom <= top)
    exponent = m - figures
    negative, significand = _rounded(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return negative, significand, exponent


def _spec(text, fraction):
    def bad(why=""):
        raise ValueError(f"Invalid format specifier {text!r} for object of type {type(fraction).__name__!r}{why}")
    at = 0
    fill, align, sign = " ", ">", "-"
    if text[1:2] in ("<", ">", "=", "^") and len(text) > 1:
        fill, align = text[0], text[1]
        at = 2
    elif text[:1] in ("<", ">", "=", "^"):
        align = text[0]
        at = 1
    explicit = at > 0
    if text[at:at + 1] in ("+", "-", " ") and at < len(text):
        sign = text[at]
        at += 1
    no_negative_zero = text[at:at + 1] == "z"
    at += no_negative_zero
    alternate = text[at:at + 1] == "#"
    at += alternate
    zero = text[at:at + 1] == "0" and text[at + 1:at + 2] not in ("", ",", "_", ".") and text[at + 1:at + 2].isdigit()
    if zero:
        at += 1
        fill, align = "0", "="
    width = 0
    start = at
    while text[at:at + 1].isdigit():
        at += 1
    if at > start:
        if text[start] == "0" and at > start + 1:
            bad()
        width = int(text[start:at])
    separator = text[at:at + 1] if text[at:at + 1] in (",", "_") and at < len(text) else ""
    at += len(separator)
    precision = 6
    if text[at:at + 1] == ".":
        start = at + 1
        at = start
        while text[at:at + 1].isdigit():
            at += 1
        if at == start or text[start] == "0" and at > start + 1:
            bad()
        precision = int(text[start:at])
    kind = text[at:]
    if kind not in tuple("eEfFgG%"):
        bad()
    if zero and explicit:
        bad("; can't use explicit alignment when zero-padding")
    return fill, align, sign, no_negative_zero, alternate, zero, width, separator, precision, kind


def format_fraction(fraction, text):
    fill, align, sign, no_negative_zero, alternate, zero, width, separator, precision, kind = _spec(text, fraction)
    lower = kind.lower()
    if lower == "f" or kind == "%":
        exponent = -precision
        if kind == "%":
            exponent -= 2
        negative, significand = _rounded(fraction.numerator, fraction.denominator, exponent)
        scientific = False
        point = precision
    else:
        figures = max(precision, 1) if lower == "g" else precision + 1
        negative, significand, exponent = _to_figures(fraction.numerator, fraction.denominator, figures)
        scientific = lower == "e" or exponent > 0 or exponent + figures <= -4
        point = figures - 1 if scientific else -exponent
    suffix = "%" if kind == "%" else f"{'E' if kind.isupper() else 'e'}{exponent + point:+03d}" if scientific else ""
    if no_negative_zero and not significand:
        negative = False
    front = "-" if negative else "" if sign == "-" else sign
    digits = f"{significand:0{point + 1}d}"
    decimals = digits[len(digits) - point:]
    whole = digits[:len(digits) - point]
    if lower == "g" and not alternate:
        decimals = decimals.rstrip("0")
    trailing = ("." if decimals or alternate else "") + decimals + suffix
    if zero:
        least = width - len(front) - len(trailing)
        whole = whole.zfill(3 * least // 4 + 1 if separator else least)
    if separator:
        first = 1 + (len(whole) - 1) % 3
        whole = whole[:first] + "".join(separator + whole[i:i + 3] for i in range(first, len(whole), 3))
    body = whole + trailing
    padding = fill * (width - len(front) - len(body))
    if align == ">":
        return padding + front + body
    if align == "<":
        return front + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + front + body + padding[half:]
    return front + padding + body
