"""Exponential, logarithms and powers under decimal, to any number of places: arithmetic on ints. Called by runtime/modules/decimal_power.c.

Numbers are coefficient * 10**exponent; pairs of them are given and returned.
"""
import math as _math

_powers = [10 ** i for i in range(64)]


def power_of_ten(n):
    return _powers[n] if n < 64 else 10 ** n


def count_digits(n):
    """Digits of n > 0."""
    bits = n.bit_length()
    if bits <= 53:
        return len(str(n))
    estimate = (bits - 1) * 30102999566398119 // 100000000000000000  # log10(2), a little less
    while n >= power_of_ten(estimate + 1):
        estimate += 1
    return estimate + 1


# ---- fixed-point: ints that stand for themselves divided by 10**places ----

def _inverse_atanh(n, one):
    """atanh(1 / n) * one"""
    power = total = one // n
    square = n * n
    k = 1
    while power:
        power //= square
        k += 2
        total += power // k
    return total


_ln10_known = [0, 0]  # places, value


def _ln10(places):
    """ln(10) * 10**places, a few units off"""
    known, value = _ln10_known
    if known >= places:
        return value // power_of_ten(known - places)
    more = places + 20
    one = power_of_ten(more)
    value = 46 * _inverse_atanh(31, one) + 34 * _inverse_atanh(49, one) + 20 * _inverse_atanh(161, one)
    _ln10_known[:] = more, value
    return value // power_of_ten(20)


def _fixed_exp(x, places):
    """exp(x / 10**places) * 10**places, for 0 <= x < 3 * 10**places"""
    extra = 10
    one = power_of_ten(places + extra)
    x *= power_of_ten(extra)
    # halved until small, then squared as often
    halvings = max(0, _math.isqrt(places) // 2 + 4)
    more = halvings * 31 // 100 + 3
    scale = power_of_ten(more)
    one *= scale
    x = x * scale >> halvings
    total = term = one
    k = 1
    while term:
        term = term * x // (one * k)
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // one
    return total // (scale * power_of_ten(extra))


def _exp_digits(coefficient, exponent, places):
    """exp of a (signed) number: a coefficient of at least `places` digits, and its exponent"""
    work = places + 5
    # x = n * ln(10) + r with 0 <= r < ln(10): exp(x) = 10**n * exp(r)
    size = max(0, exponent + count_digits(abs(coefficient)))
    work_ln = work + size + 5
    shift = work_ln + exponent
    x = coefficient * power_of_ten(shift) if shift >= 0 else coefficient // power_of_ten(-shift)
    n, r = divmod(x, _ln10(work_ln))
    value = _fixed_exp(r // power_of_ten(work_ln - work), work)
    drop = count_digits(value) - places
    if drop > 0:
        value = (value + power_of_ten(drop) // 2) // power_of_ten(drop)
        return value, n - work + drop
    return value, n - work


def _fixed_ln(x, places):
    """ln(x / 10**places) * 10**places, for x about 10**places: by Newton's (third order) iteration, doubling the places"""
    if places <= 14:
        one = power_of_ten(places)
        return int(_math.log(x / one) * one)
    half = places // 3 + 3
    if half >= places:
        half = places - 1
    guess = _fixed_ln(x // power_of_ten(places - half), half) * power_of_ten(places - half)
    extra = 5
    one = power_of_ten(places + extra)
    guess *= power_of_ten(extra)
    x *= power_of_ten(extra)
    e = _fixed_exp(guess, places + extra) if guess >= 0 else one * one // _fixed_exp(-guess, places + extra)
    guess += 2 * one * (x - e) // (x + e)
    return guess // power_of_ten(extra)


def _ln_fixed(coefficient, exponent, places):
    """ln(coefficient * 10**exponent) * 10**places, a unit or two off"""
    digits = count_digits(coefficient)
    n = exponent + digits - 1  # number = m * 10**n, 1 <= m < 10
    work = places + 6 + len(str(abs(n)))
    shift = work - (digits - 1)
    m = coefficient * power_of_ten(shift) if shift >= 0 else coefficient // power_of_ten(-shift)
    if m > 3 * power_of_ten(work):  # nearer to ten
        n += 1
        m = (m + 5) // 10
    value = _fixed_ln(m, work) + n * _ln10(work)
    return value // power_of_ten(work - places)


def _leading_zeros_of_ln(coefficient, exponent):
    """About how many places after the point ln() begins with zeros."""
    digits = count_digits(coefficient)
    n = exponent + digits - 1
    if n > 0 or n < -1:
        return 0
    # near 1: ln(1 + d) is about d
    scale = -exponent
    if scale <= 0:
        return 0
    distance = abs(coefficient - power_of_ten(scale))
    return max(0, scale - count_digits(distance) + 1) if distance else 0


def _ln_digits(coefficient, exponent, places):
    """|ln| of a number other than 1: a coefficient of at least `places` digits, and its exponent"""
    work = places + _leading_zeros_of_ln(coefficient, exponent) + 3
    value = abs(_ln_fixed(coefficient, exponent, work))
    drop = count_digits(value) - places
    if drop > 0:
        return (value + power_of_ten(drop) // 2) // power_of_ten(drop), drop - work
    return value, -work


def _log10_digits(coefficient, exponent, places):
    """|log10| of a number other than 1: a coefficient of at least `places` digits, and its exponent"""
    work = places + _leading_zeros_of_ln(coefficient, exponent) + 8
    value = abs(_ln_fixed(coefficient, exponent, work)) * power_of_ten(work) // _ln10(work)
    drop = count_digits(value) - places
    if drop > 0:
        return (value + power_of_ten(drop) // 2) // power_of_ten(drop), drop - work
    return value, -work


# ---- what the native part calls: a pair that rounds (half to even) to the right result of prec digits ----

def _rounded_series(digits, prec):
    """From digits(places), which gives a number ever more exactly: until it is near no half of the last digit, and near no whole."""
    extra = 3
    while True:
        coefficient, exponent = digits(prec + extra)
        unit = 5 * power_of_ten(count_digits(coefficient) - prec - 1)
        if (coefficient + 10) % unit > 20:
            return coefficient, exponent
        extra += 3 + extra // 2


def exp(coefficient, exponent, prec, is_negative):
    signed = -coefficient if is_negative else coefficient
    return _rounded_series(lambda places: _exp_digits(signed, exponent, places), prec)


def ln(coefficient, exponent, prec):
    return _rounded_series(lambda places: _ln_digits(coefficient, exponent, places), prec)


def log10(coefficient, exponent, prec):
    return _rounded_series(lambda places: _log10_digits(coefficient, exponent, places), prec)


def power(a, a_exponent, b, b_exponent, is_negative, prec, places, b_adjusted):
    """exp(b * ln(a)), with guard digits, and whether it was so near to a number of prec digits that it is this one. is_negative: the product is."""
    coefficient, exponent = _ln_digits(a, a_exponent, places)
    product = coefficient * b
    exponent_of_product = exponent = exponent + b_exponent
    coefficient, exponent = _exp_digits(-product if is_negative else product, exponent, prec + 8)
    drop = count_digits(coefficient) - prec
    unit = power_of_ten(drop)
    short, rest = divmod(coefficient, unit)
    short += rest * 2 > unit or rest * 2 == unit and short & 1
    if abs(short * unit - coefficient) > power_of_ten(max(drop - 6, 0)):
        return coefficient, exponent, False
    # But it is never 1 itself: a hair below or above. As CPython's library, which looks no further than so far.
    is_near = b_adjusted > -24 or count_digits(product) + exponent_of_product >= -prec - 23
    if is_near and exponent + drop <= 0 and short == power_of_ten(-exponent - drop):
        places = prec + 3
        return power_of_ten(places) + (-1 if is_negative else 1), -places, False
    return short, exponent + drop, True


def power_modulo(base, base_tens, exponent, exponent_tens, modulo):
    """(base * 10**base_tens) ** (exponent * 10**exponent_tens) % modulo: the tens are never written out."""
    if base_tens:
        base = base * pow(10, base_tens, modulo)
    result = pow(base, exponent, modulo)
    while exponent_tens:
        step = min(exponent_tens, 1000)
        result = pow(result, power_of_ten(step), modulo)
        exponent_tens -= step
    return result, 0
