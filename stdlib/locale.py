"""Cultural conventions (library reference, "locale"). Typhon has one locale, "C" (with UTF-8 text): setlocale() knows no other."""
import re as _re

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "resetlocale", "localeconv", "strcoll", "strxfrm", "str", "atof", "atoi",
           "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX",
           "getencoding"]

LC_CTYPE = 0
LC_NUMERIC = 1
LC_TIME = 2
LC_COLLATE = 3
LC_MONETARY = 4
LC_MESSAGES = 5
LC_ALL = 6
CHAR_MAX = 127


class Error(Exception):
    pass


_names = {}  # category: what setlocale() was asked for


def setlocale(category, locale=None):
    """Set the locale for the given category: "C", "POSIX", "C.UTF-8", or "" for the user's, which is "C" as well."""
    if not isinstance(category, int) or not 0 <= category <= LC_ALL:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is not None:
        if not isinstance(locale, type("")):
            locale = normalize(_build(locale))
        if locale == "":
            import os
            locale = "C.UTF-8" if "UTF-8" in (os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "").upper() else "C"
        if ";" in locale and category == LC_ALL:  # as setlocale(LC_ALL) shows it: each for itself
            kinds = {"LC_CTYPE": LC_CTYPE, "LC_NUMERIC": LC_NUMERIC, "LC_TIME": LC_TIME, "LC_COLLATE": LC_COLLATE, "LC_MONETARY": LC_MONETARY, "LC_MESSAGES": LC_MESSAGES}
            for part in locale.split(";"):
                name, _, value = part.partition("=")
                if name in kinds:
                    setlocale(kinds[name], value)
            return setlocale(LC_ALL)
        if locale == "POSIX":
            locale = "C"
        if locale not in ("C", "C.UTF-8", "C.utf8"):
            raise Error("unsupported locale setting")
        for each in range(LC_ALL) if category == LC_ALL else (category,):
            _names[each] = locale
    if category == LC_ALL:
        all = [_names.get(each, "C.UTF-8" if each == LC_CTYPE else "C") for each in range(LC_ALL)]
        if len(set(all)) == 1:
            return all[0]
        names = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
        rest = ("LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION")
        return ";".join([f"{name}={value}" for name, value in zip(names, all)] + [f"{name}=C" for name in rest])
    return _names.get(category, "C.UTF-8" if category == LC_CTYPE else "C")


def localeconv():
    """The local conventions as a dictionary."""
    made = dict.fromkeys(("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"), "")
    made["mon_grouping"] = []
    made.update(dict.fromkeys(("positive_sign", "negative_sign"), ""))
    made.update(dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space", "p_sign_posn",
                               "n_sign_posn"), CHAR_MAX))
    made.update(decimal_point=".", thousands_sep="", grouping=[])
    if _override:
        made.update(_override)
    return made


_override = {}


def strcoll(os1, os2, /):
    """Compares two strings according to the locale."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A string that compares as the given one does by strcoll()."""
    return string


# ---- numbers -------------------------------------------------------------------------------------------------------------------

def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError("invalid grouping")
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    conv = localeconv()
    separator = conv["mon_thousands_sep" if monetary else "thousands_sep"]
    grouping = conv["mon_grouping" if monetary else "grouping"]
    if not grouping:
        return s, 0
    tail = ""
    if s[-1] == " ":
        stripped = s.rstrip()
        tail = s[len(stripped):]
        s = stripped
    left = ""
    groups = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in "0123456789":
            left = s
            s = ""
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return left + separator.join(groups) + tail, len(separator) * (len(groups) - 1)


_percent = _re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")


def _localized(formatted, percent, grouping, monetary):
    separators = 0
    if percent[-1] in "eEfFgG":
        parts = formatted.split(".")
        if grouping:
            parts[0], separators = _group(parts[0], monetary)
        formatted = localeconv()["mon_decimal_point" if monetary else "decimal_point"].join(parts)
    elif percent[-1] in "diu" and grouping:
        formatted, separators = _group(formatted, monetary)
    if separators:
        formatted = _strip_padding(formatted, separators)
    return formatted


def _strip_padding(s, amount):
    left = 0
    while amount and s[left] == " ":
        left += 1
        amount -= 1
    right = len(s) - 1
    while amount and s[right] == " ":
        right -= 1
        amount -= 1
    return s[left:right + 1]


def _format(percent, value, grouping=False, monetary=False, *additional):
    return _localized(percent % ((value,) + additional if additional else value), percent, grouping, monetary)


def format_string(f, val, grouping=False, monetary=False):
    """Formats a string in the same way that the % formatting would use, but takes the current locale into account."""
    matches = list(_percent.finditer(f))
    new_f = _percent.sub("%s", f)
    if isinstance(val, dict) or (hasattr(val, "keys") and hasattr(val, "__getitem__")):
        new_val = []
        for m in matches:
            if m.group()[-1] == "%":
                new_val.append("%")
            else:
                new_val.append(_localized(m.group() % val, m.group(), grouping, monetary))
    else:
        if not isinstance(val, tuple):
            val = (val,)
        new_val = []
        i = 0
        for m in matches:
            if m.group()[-1] == "%":
                new_val.append("%")
            else:
                stars = m.group("modifiers").count("*")
                new_val.append(_format(m.group(), val[i], grouping, monetary, *val[i + 1:i + 1 + stars]) if not stars
                               else _localized(m.group() % val[i:i + 1 + stars], m.group(), grouping, monetary))
                i += 1 + stars
    return new_f % tuple(new_val)


def currency(val, symbol=True, grouping=False, international=False):
    """Formats val according to the currency settings in the current locale."""
    conv = localeconv()
    digits = conv["int_frac_digits" if international else "frac_digits"]
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    s = _localized(f"%.{digits}f" % abs(val), f"%.{digits}f", grouping, True)
    s = "<" + s + ">"
    if symbol:
        sign = conv["int_curr_symbol" if international else "currency_symbol"]
        precedes = conv["n_cs_precedes" if val < 0 else "p_cs_precedes"]
        separated = conv["n_sep_by_space" if val < 0 else "p_sep_by_space"]
        if precedes:
            s = sign + (" " if separated else "") + s
        else:
            if international and sign[-1] == " ":
                sign = sign[:-1]
            s = s + (" " if separated else "") + sign
    position = conv["n_sign_posn" if val < 0 else "p_sign_posn"]
    sign = conv["negative_sign" if val < 0 else "positive_sign"]
    if position == 0:
        s = "(" + s + ")"
    elif position == 1:
        s = sign + s
    elif position == 2:
        s = s + sign
    elif position == 3:
        s = s.replace("<", sign)
    elif position == 4:
        s = s.replace(">", sign)
    else:
        s = sign + s
    return s.replace("<", "").replace(">", "")


def str(val):
    """Convert float to string, taking the locale into account."""
    return _format("%.12g", val)


def delocalize(string):
    """Parses a string as a normalized number according to the locale settings."""
    conv = localeconv()
    if conv["thousands_sep"]:
        string = string.replace(conv["thousands_sep"], "")
    if conv["decimal_point"]:
        string = string.replace(conv["decimal_point"], ".")
    return string


def localize(string, grouping=False, monetary=False):
    """Parses a string as locale number according to the locale settings."""
    return _localized(string, "%f", grouping, monetary)


def atof(string, func=float):
    """Parses a string as a float according to the locale settings."""
    return func(delocalize(string))


def atoi(string):
    """Converts a string to an integer according to the locale settings."""
    return int(delocalize(string))


# ---- names ---------------------------------------------------------------------------------------------------------------------

_encodings = {"utf-8": "UTF-8", "utf8": "UTF-8", "iso8859-1": "ISO8859-1", "iso-8859-1": "ISO8859-1", "latin-1": "ISO8859-1", "latin1": "ISO8859-1",
              "iso8859-15": "ISO8859-15", "iso-8859-15": "ISO8859-15", "ascii": "US-ASCII"}
# What setlocale() would take for a language alone.
_usual = {"c": "C", "posix": "C", "en": "en_US.ISO8859-1", "en_us": "en_US.ISO8859-1", "en_gb": "en_GB.ISO8859-1", "de": "de_DE.ISO8859-1", "de_de": "de_DE.ISO8859-1",
          "fr": "fr_FR.ISO8859-1", "fr_fr": "fr_FR.ISO8859-1", "es": "es_ES.ISO8859-1", "es_es": "es_ES.ISO8859-1", "it": "it_IT.ISO8859-1",
          "it_it": "it_IT.ISO8859-1", "pt": "pt_PT.ISO8859-1", "pt_br": "pt_BR.ISO8859-1", "nl": "nl_NL.ISO8859-1", "ja": "ja_JP.eucJP",
          "ja_jp": "ja_JP.eucJP", "ru": "ru_RU.UTF-8", "ru_ru": "ru_RU.UTF-8", "zh_cn": "zh_CN.gb2312", "pl": "pl_PL.ISO8859-2", "pl_pl": "pl_PL.ISO8859-2"}
locale_alias = _usual


def normalize(localename):
    """Returns a normalized locale code for the given locale name."""
    code = localename.lower()
    if ":" in code:
        code = code.replace(":", ".")
    modifier = ""
    if "@" in code:
        code, modifier = code.split("@", 1)
    language, dot, encoding = code.partition(".")
    known = _usual.get(language)
    if known is None:
        return localename
    if known == "C":
        return "C.UTF-8" if encoding in ("utf-8", "utf8") else "C"
    name, _, usual_encoding = known.partition(".")
    made = name + "." + (_encodings.get(encoding, encoding) if encoding else usual_encoding)
    if modifier == "euro":
        return name + ".ISO8859-15"
    return made + ("@" + modifier if modifier else "")


def _parse(localename):
    code = normalize(localename)
    if "@" in code:
        code, modifier = code.split("@", 1)
        if modifier == "euro" and "." not in code:
            return code, "iso-8859-15"
    if "." in code:
        return tuple(code.split(".")[:2])
    if code == "C":
        return None, None
    if code == "UTF-8":
        return None, "UTF-8"
    raise ValueError("unknown locale: %s" % localename)


def _build(localetuple):
    try:
        language, encoding = localetuple
        if language is None:
            language = "C"
        return language if encoding is None else language + "." + encoding
    except (TypeError, ValueError):
        raise TypeError("Locale must be None, a string, or an iterable of two strings -- language code, encoding.") from None


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """Tries to determine the default locale settings and returns them as tuple (language code, encoding)."""
    import os
    import warnings
    warnings.warn("Use setlocale(), getencoding() and getlocale() instead", DeprecationWarning, stacklevel=2)
    for variable in envvars:
        name = os.environ.get(variable)
        if name:
            if variable == "LANGUAGE":
                name = name.split(":")[0]
            break
    else:
        name = "C"
    return _parse(name)


def getlocale(category=LC_CTYPE):
    """Returns the current setting for the given locale category as tuple (language code, encoding)."""
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    if name == "C.UTF-8" or name == "C.utf8":
        return "en_US", "UTF-8"
    return _parse(name)


def resetlocale(category=LC_ALL):
    setlocale(category, "")


def getpreferredencoding(do_setlocale=True):
    """Return the charset that the user is likely using."""
    return "UTF-8"


def getencoding():
    """Get the current locale encoding."""
    return "UTF-8"


# ---- nl_langinfo -----------------------------------------------------------------------------------------------------------------

CODESET = 14
RADIXCHAR = 65536
THOUSEP = 65537
YESEXPR = 327680
NOEXPR = 327681
CRNCYSTR = 262159
D_T_FMT = 131112
D_FMT = 131113
T_FMT = 131114
T_FMT_AMPM = 131115
AM_STR = 131110
PM_STR = 131111
ERA = 131116
ERA_D_FMT = 131118
ALT_DIGITS = 131119
ERA_D_T_FMT = 131120
ERA_T_FMT = 131121
_days = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_langinfo = {CODESET: "UTF-8", RADIXCHAR: ".", THOUSEP: "", YESEXPR: "^[yY]", NOEXPR: "^[nN]", CRNCYSTR: "-", D_T_FMT: "%a %b %e %H:%M:%S %Y",
             D_FMT: "%m/%d/%y", T_FMT: "%H:%M:%S", T_FMT_AMPM: "%I:%M:%S %p", AM_STR: "AM", PM_STR: "PM", ERA: "", ERA_D_FMT: "", ALT_DIGITS: "",
             ERA_D_T_FMT: "", ERA_T_FMT: ""}
for _names_of, _first, _short in ((_days, "DAY_", "ABDAY_"), (_months, "MON_", "ABMON_")):
    for _i, _name in enumerate(_names_of):
        _base = {"ABDAY_": 131072, "DAY_": 131079, "ABMON_": 131086, "MON_": 131098}
        globals()[f"{_first}{_i + 1}"] = _base[_first] + _i
        globals()[f"{_short}{_i + 1}"] = _base[_short] + _i
        _langinfo[_base[_first] + _i] = _name
        _langinfo[_base[_short] + _i] = _name[:3]


def nl_langinfo(key, /):
    """Return the value for the locale information associated with key."""
    try:
        return _langinfo[key]
    except KeyError:
        raise ValueError("unsupported langinfo constant") from None
