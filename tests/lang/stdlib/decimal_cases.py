# python3.12
"""Random decimal operations with their results and flags: a digest of every hundred. With SEED COUNT as arguments one a line, for comparing two interpreters."""
import decimal, hashlib, random, sys
from decimal import Context, Decimal

ROUNDINGS = [getattr(decimal, name) for name in dir(decimal) if name.startswith("ROUND_")]
UNARY = ("abs plus minus sqrt normalize logb next_minus next_plus to_integral_exact to_integral_value logical_invert is_normal is_subnormal "
         "number_class to_sci_string to_eng_string copy_abs copy_negate canonical create_decimal exp ln log10").split()
BINARY = ("add subtract multiply divide divide_int remainder remainder_near divmod compare compare_signal compare_total compare_total_mag max min max_mag "
          "min_mag next_toward quantize scaleb shift rotate same_quantum copy_sign logical_and logical_or logical_xor power").split()
SPECIAL = ["0", "-0", "0E+5", "-0E-7", "NaN", "-NaN12", "sNaN", "-sNaN99999999999999999999999999", "Infinity", "-Infinity", "1", "-1", "10", "1E+1", "0.1",
           "9.999", "5E-1", "1E+999999999999999999", "1E-1999999999999999997", "-9E-999999999999999999"]


def digits(rng, most):
    count = rng.choice([1, 2, 3, 9, 17, 18, 19, 27, 28, 29, 35, 36, 37, 54, 55, most])
    style = rng.random()
    if style < 0.2:
        return rng.choice("123456789") + "0" * (count - 1)
    if style < 0.35:
        return "9" * count
    if style < 0.45:
        return "".join(rng.choices("01", k=count))
    if style < 0.55:
        return "".join(rng.choices("0123456789", k=max(count // 2, 1))) + rng.choice(["5", "50", "500", "4999", "0000", "5" + "0" * 20])
    return "".join(rng.choices("0123456789", k=count))


def number(rng):
    if rng.random() < 0.12:
        return rng.choice(SPECIAL)
    text = rng.choice(["", "-"]) + digits(rng, rng.choice([60, 100, 400, 1200]) if rng.random() < 0.05 else 60)
    style = rng.random()
    if style < 0.3:
        return text
    if style < 0.9:
        return text + f"E{rng.randint(-40, 20)}"
    return text + f"E{rng.choice([-1000, -400, -90, 60, 90, 400, 1000])}"


def context(rng):
    style = rng.random()
    prec = rng.choice([1, 2, 3, 9, 16, 17, 18, 19, 28, 28, 28, 35, 36, 37, 50, 90])
    if style < 0.5:
        low, high = -999999, 999999
    else:
        low, high = -rng.choice([0, 1, 6, 99, 383, 999]), rng.choice([0, 1, 6, 99, 384, 999])
    return Context(prec=prec, Emin=low, Emax=high, rounding=rng.choice(ROUNDINGS), clamp=int(rng.random() < 0.2), capitals=int(rng.random() < 0.9), traps=[])


def result(call):
    try:
        value = call()
    except (ArithmeticError, ValueError, TypeError) as error:
        return f"{type(error).__name__}{error.args}"
    return repr(value)


FORMATS = ["", "f", ".2f", "e", ".3e", "g", ".5g", "%", ".1%", ",", ",.2f", "030", "<40", "^41,.3f", "=+40", "z.1f", "012,.0f", "n", " .0e", "E", "*>30,.7G"]


def case(rng):
    a, b, c, context_ = number(rng), number(rng), number(rng), context(rng)
    decimal.setcontext(context_)
    x, y, z = Decimal(a), Decimal(b), Decimal(c)
    kind = rng.random()
    if kind < 0.25:
        name = rng.choice(UNARY)
        if name in ("exp", "ln", "log10"):
            if rng.random() < 0.8:
                name = "sqrt"
            elif abs(x.adjusted()) > 500 or len(a) > 70:
                x = Decimal("1.5")
        shown = f"{name}({x})"
        value = result(lambda: getattr(context_, name)(x))
    elif kind < 0.7:
        name = rng.choice(BINARY)
        if name == "power":
            if rng.random() < 0.5:
                x, y = Decimal(a[:12]) if a[:1] not in "-NsI" else Decimal(3), Decimal(rng.randint(-30, 60))
            else:
                name = "multiply"
        if name in ("shift", "rotate") and rng.random() < 0.8:
            y = Decimal(rng.randint(-context_.prec, context_.prec))
        if name == "quantize" and rng.random() < 0.8:
            y = Decimal((0, (1,), rng.randint(-30, 10)))
        shown = f"{name}({x}, {y})"
        value = result(lambda: getattr(context_, name)(x, y))
    elif kind < 0.75:
        shown = f"fma({x}, {y}, {z})"
        value = result(lambda: context_.fma(x, y, z))
    elif kind < 0.9:
        n = rng.randint(-10**rng.choice([1, 5, 17, 18, 19, 30]), 10**18)
        operator = rng.choice(["x + y", "x - y", "x * y", "x / y", "x // y", "x % y", "divmod(x, y)", "x + n", "n - x", "n * x", "n / x", "-x", "+x", "abs(x)", "x == y", "x != y",
                               "x < y", "x >= n", "x > 1.5", "x == 0.25", "round(x)", "round(x, 2)", "int(x)", "float(x)", "hash(x) if not x.is_nan() else 0", "x.as_tuple()",
                               "x.as_integer_ratio()", "Decimal(n)", "Decimal(1.1 * n)", "Decimal(x.as_tuple())", "bool(x)", "x.__floor__()", "x.__ceil__()", "x.adjusted()"])
        if abs(x.adjusted()) > 5000 and "x" in operator[:10]:
            operator = "str(x)"
        shown = f"{operator} {x} {y} {n}"
        value = result(lambda: eval(operator, {"x": x, "y": y, "n": n, "Decimal": Decimal}))
    else:
        spec = rng.choice(FORMATS)
        if abs(x.adjusted()) > 5000:
            x = Decimal(7)
        shown = f"format({x}, {spec!r})"
        value = result(lambda: format(x, spec))
    flags = ",".join(sorted(signal.__name__ for signal, is_set in context_.flags.items() if is_set))
    return f"{shown} prec={context_.prec} E={context_.Emin},{context_.Emax} {context_.rounding} clamp={context_.clamp} -> {value} [{flags}]"


def short(rng):
    """Operators on numbers around one and two machine words, also with traps set."""
    def operand():
        n = rng.choice([1, 2, 5, 9, 10, 17, 18, 19, 20, 27, 28, 29, 30, 35, 36, 37])
        text = rng.choice(["9" * n, "1" + "0" * (n - 1), "".join(rng.choices("0123456789", k=n)), "".join(rng.choices("0123456789", k=n)), "7" * (n // 2) + "5" + "0" * (n // 2)])
        return Decimal((rng.randint(0, 1), tuple(map(int, text)), rng.choice([0, 0, -1, -2, -3, -9, -18, -19, -28, -30, 1, 2, 5, 10, 18, 25])))
    context_ = Context(prec=rng.choice([1, 5, 17, 18, 19, 20, 28, 28, 28, 34, 35, 36, 37]), rounding=rng.choice(ROUNDINGS), Emin=-rng.choice([999999, 999999, 20, 40]),
                       Emax=rng.choice([999999, 999999, 20, 45, 70]), clamp=int(rng.random() < 0.2), traps=rng.choice([[], [], [decimal.Inexact], [decimal.Rounded]]))
    decimal.setcontext(context_)
    x, y = operand(), operand() if rng.random() < 0.8 else rng.randint(-10 ** rng.choice([1, 5, 18, 19]), 10 ** 18)
    operator = rng.choice(["x + y", "x - y", "x * y", "x / y", "y / x", "x < y", "x >= y", "x == y", "-x"])
    value = result(lambda: eval(operator, {"x": x, "y": y}))
    flags = ",".join(sorted(signal.__name__ for signal, is_set in context_.flags.items() if is_set))
    return f"{operator} {x} {y} prec={context_.prec} E={context_.Emin},{context_.Emax} {context_.rounding} clamp={context_.clamp} -> {value} [{flags}]"


def main(seed, count, shows_all):
    rng = random.Random(seed)
    lines = []
    for i in range(count):
        lines.append(short(rng) if i % 3 == 0 else case(rng))
        if shows_all:
            print(lines.pop())
        elif len(lines) == 100:
            print(i, hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16])
            lines.clear()


sys.set_int_max_str_digits(0)
if len(sys.argv) == 3:
    main(int(sys.argv[1]), int(sys.argv[2]), True)
else:
    main(20261126, 3000, False)
