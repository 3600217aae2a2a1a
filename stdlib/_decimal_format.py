"""format() of Decimals: "[[fill]align][sign][z][0][width][,][.precision][type]"."""
import decimal as _decimal
from _decimal_functions import count_digits, digits_of, power_of_ten


def _refuse():
    raise ValueError("invalid format string")


def _parse(spec):
    result = {"fill": " ", "align": None, "sign": "-", "z": False, "width": 0, "separator": "", "precision": None, "type": "", "zeros": False}
    i = 0
    n = len(spec)
    if n > 1 and spec[1] in "<>=^":
        result["fill"], result["align"] = spec[0], spec[1]
        i = 2
    elif n and spec[0] in "<>=^":
        result["align"] = spec[0]
        i = 1
    if i < n and spec[i] in "+- ":
        result["sign"] = spec[i]
        i += 1
    if i < n and spec[i] == "z":
        result["z"] = True
        i += 1
    if i < n and spec[i] == "0":
        if result["align"] is not None:
            _refuse()
        result["fill"], result["align"], result["zeros"] = "0", "=", True
        i += 1
    start = i
    while i < n and spec[i].isdigit() and spec[i].isascii():
        i += 1
    if i > start:
        result["width"] = int(spec[start:i])
    if i < n and spec[i] == ",":
        result["separator"] = ","
        i += 1
    if i < n and spec[i] == ".":
        start = i = i + 1
        while i < n and spec[i].isdigit() and spec[i].isascii():
            i += 1
        if i == start:
            _refuse()
        result["precision"] = int(spec[start:i])
    if i < n and spec[i] in "eEfFgGn%":
        result["type"] = spec[i]
        i += 1
    if i != n:
        _refuse()
    if result["type"] == "n":
        if result["separator"]:
            _refuse()
        result["type"] = "g"
    return result


def _rounded(sign, coefficient, exponent, wanted, rounding):
    """The coefficient with exponent `wanted`."""
    if exponent >= wanted:
        return coefficient * power_of_ten(exponent - wanted)
    drop = wanted - exponent
    if coefficient and drop > count_digits(coefficient) + 1:
        coefficient, drop = 1, 2
    return _decimal._rescaled(coefficient, drop, sign, rounding)[0]


def format_decimal(value, spec, context):
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    s = _parse(spec)
    align = s["align"] or ">"
    kind = s["type"]
    if value._kind:
        text = str(value)
        sign, body = (text[0], text[1:]) if text[0] in "-+" else ("", text)
        body += "%" if kind == "%" else ""
        if s["zeros"]:
            s["fill"], align = " ", ">"
        return _aligned(_sign(sign == "-", s["sign"]), body, s, align)
    sign, coefficient, exponent = value._sign, value._int, value._exp
    precision = s["precision"]
    capitals = context.capitals
    if not kind:
        if precision is None:
            text = str(value)
            body = text[1:] if text[0] == "-" else text
            return _finish_separated(sign, body, s, align) if s["separator"] else _aligned(_sign(sign, s["sign"]), body, s, align)
        kind = "G" if capitals else "g"
    if kind == "%":
        exponent += 2
    rounding = context.rounding
    if precision is not None:
        if kind in "eE":
            if coefficient:
                wanted = exponent + count_digits(coefficient) - 1 - precision
                coefficient = _rounded(sign, coefficient, exponent, wanted, rounding)
                exponent = wanted
                if count_digits(coefficient) > precision + 1:
                    coefficient //= 10
                    exponent += 1
        elif kind in "fF%":
            coefficient = _rounded(sign, coefficient, exponent, -precision, rounding)
            exponent = -precision
        else:
            digits = count_digits(coefficient) if coefficient else 1
            keep = max(precision, 1)
            if digits > keep:
                wanted = exponent + digits - keep
                coefficient = _rounded(sign, coefficient, exponent, wanted, rounding)
                exponent = wanted
                if count_digits(coefficient) > keep:
                    coefficient //= 10
                    exponent += 1
    if s["z"] and sign and not coefficient:
        sign = 0
    digits = digits_of(coefficient)
    left = exponent + len(digits)
    if kind in "eE":
        if not coefficient and precision is not None:
            # zero keeps its exponent, counted from the last digit
            return _out(sign, "0", "0" * precision, left - 1 + precision, kind, s, align, capitals)
        place = 1
    elif kind in "fF%":
        if exponent > 0 and not coefficient:
            exponent = 0
            left = 1
        if exponent > 0:
            digits += "0" * exponent
            exponent = 0
            left = len(digits)
        place = left
    else:
        place = left if exponent <= 0 and left > -6 else 1
    if place < 0:
        whole, fraction = "0", "0" * -place + digits
    elif place > len(digits):
        whole, fraction = digits + "0" * (place - len(digits)), ""
    else:
        whole, fraction = digits[:place] or "0", digits[place:]
    return _out(sign, whole, fraction, left - place, kind, s, align, capitals)


def _out(sign, whole, fraction, power, kind, s, align, capitals):
    tail = "." + fraction if fraction else ""
    if power or kind in "eE":
        tail += f"{'E' if kind in 'EFG' else 'e'}{power:+d}"
    if kind == "%":
        tail += "%"
    if s["separator"]:
        return _finish_separated(sign, whole + tail, s, align)
    return _aligned(_sign(sign, s["sign"]), whole + tail, s, align)


def _sign(is_negative, wanted):
    return "-" if is_negative else wanted if wanted in "+ " else ""


def _aligned(sign, body, s, align):
    padding = s["fill"] * (s["width"] - len(sign) - len(body))
    if align == "<":
        return sign + body + padding
    if align == ">":
        return padding + sign + body
    if align == "=":
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


def _finish_separated(sign, body, s, align):
    """Commas between thousands, in padding zeros too."""
    i = 0
    while i < len(body) and body[i].isdigit():
        i += 1
    whole, tail = body[:i], body[i:]
    shown = _sign(sign, s["sign"])
    if s["zeros"]:
        least = s["width"] - len(shown) - len(tail)
        text = _grouped(whole)
        while len(text) < least:
            whole = "0" + whole
            text = _grouped(whole)
    else:
        text = _grouped(whole)
    return _aligned(shown, text + tail, s, align)


def _grouped(digits):
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    parts += [digits[i:i + 3] for i in range(head, len(digits), 3)]
    return ",".join(parts)
