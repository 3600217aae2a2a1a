import builtins
import gettext
import io
import locale
import struct
import warnings


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("-- locale")
print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL))
print(locale.getlocale(), locale.getlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL, "POSIX"), locale.setlocale(locale.LC_ALL, (None, None)))
attempt(locale.setlocale, locale.LC_ALL, "xx_YY.UTF-8")
attempt(locale.setlocale, 99, "C")
conv = locale.localeconv()
print(sorted(conv.items(), key=lambda item: item[0]))
print(locale.str(3.5), locale.str(1e20), locale.atof("3.25"), locale.atoi("42"), locale.delocalize("1.5"), locale.localize("1234.5"))
print(locale.format_string("%d %s %5.2f%%", (1234567, "x", 3.14159)), locale.format_string("%(a)d|%(b)-5s|", {"a": 5, "b": "y"}), locale.format_string("%*d", (6, 42)))
print(locale.format_string("%.3f", 1234567.891, grouping=True), locale.format_string("%d", 1234567, True))
attempt(locale.currency, 5)
print(locale.strcoll("a", "b") < 0, locale.strcoll("b", "a") > 0, locale.strcoll("a", "a"), sorted("bca", key=locale.strxfrm))
print(locale.normalize("C"), locale.normalize("en_US.UTF-8"), locale.normalize("en_US"), locale.normalize("de_DE.utf8"), locale.normalize("nothing"))
print(locale.getpreferredencoding(), locale.nl_langinfo(locale.RADIXCHAR), locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.ABMON_12), locale.nl_langinfo(locale.D_FMT))
attempt(locale.nl_langinfo, -5)
print(locale.LC_CTYPE, locale.LC_ALL, locale.LC_MESSAGES, locale.CHAR_MAX, issubclass(locale.Error, Exception))
saved = locale.localeconv
locale.localeconv = lambda: dict(saved(), decimal_point=",", thousands_sep=".", grouping=[3, 0], mon_decimal_point=",", mon_thousands_sep=".", mon_grouping=[3, 3, 0],
                                 currency_symbol="E", int_curr_symbol="EUR ", frac_digits=2, int_frac_digits=2, p_cs_precedes=0, p_sep_by_space=1, n_cs_precedes=0,
                                 n_sep_by_space=1, p_sign_posn=1, n_sign_posn=1, positive_sign="", negative_sign="-")
print(locale.format_string("%.2f", 1234567.891, grouping=True), locale.format_string("%15d|", 1234567, grouping=True), locale.format_string("%d", -1234, True))
print(locale.currency(1234.5), locale.currency(-1234567.5, grouping=True), locale.currency(5, symbol=False), locale.currency(5, international=True))
print(locale.atof("1.234.567,5"), locale.atoi("1.234"), locale.str(2.5), locale.localize("1234567.5", True))
locale.localeconv = saved

print("-- gettext")
print(gettext.gettext("hello"), gettext.ngettext("one", "many", 1), gettext.ngettext("one", "many", 2), gettext.pgettext("menu", "Open"), gettext.npgettext("c", "a", "b", 3))
print(gettext.textdomain(), gettext.textdomain("mine"), gettext.textdomain(), gettext.find("nothing"), gettext.find("nothing", all=True))
attempt(gettext.translation, "nothing")
null = gettext.translation("nothing", fallback=True)
print(type(null).__name__, null.gettext("x"), null.info(), null.charset())


def catalogue(messages, order="<"):
    ids = b"".join(key + b"\0" for key in sorted(messages))
    texts = b"".join(messages[key] + b"\0" for key in sorted(messages))
    start = 28 + 16 * len(messages)
    table = b""
    at = start
    for key in sorted(messages):
        table += struct.pack(order + "II", len(key), at)
        at += len(key) + 1
    for key in sorted(messages):
        table += struct.pack(order + "II", len(messages[key]), at)
        at += len(messages[key]) + 1
    return struct.pack(order + "7I", 0x950412de, 0, len(messages), 28, 28 + 8 * len(messages), 0, 0) + table + ids + texts


header = b"Project-Id-Version: x\nContent-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\n"
messages = {b"": header, b"hello": "h\u00e9llo".encode(), b"file\0files": b"soubor\0soubory\0souboru", b"menu\x04Open": b"Otev", b"c\x04a\0b": b"x\0y\0z"}
for order in "<>":
    t = gettext.GNUTranslations(io.BytesIO(catalogue(messages, order)))
    print(t.gettext("hello"), t.gettext("other"), [t.ngettext("file", "files", n) for n in (1, 2, 5, 11, 21)], t.pgettext("menu", "Open"), t.npgettext("c", "a", "b", 3))
    print(t.info()["project-id-version"], t.charset(), t.ngettext("x", "y", 1), t.ngettext("x", "y", 7), t.pgettext("x", "y"))
t.add_fallback(gettext.GNUTranslations(io.BytesIO(catalogue({b"": header, b"other": b"fallback"}))))
print(t.gettext("other"))
t.install(["ngettext"])
print(builtins._("hello"), builtins.ngettext("file", "files", 2))
attempt(gettext.GNUTranslations, io.BytesIO(b"12345678" * 5))
for text in ("n", "n != 1", "n>1 ? 0 : 1", "n%2 || n/3 && !n", "(n==1 ? 0 : (n<10 ? 1 : 2))", "n-1+2*3"):
    f = gettext.c2py(text)
    print(text, [f(n) for n in range(6)])
for text in ("", "x", "n +", "(n", "n)", "n ? 1", "n @ 1", "1.5"):
    attempt(gettext.c2py, text)
