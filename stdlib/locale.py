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
    if "\0" in os1 or "\0" in os2:
        raise ValueError("embedded null character")
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A string that compares as the given one does by strcoll()."""
    if "\0" in string:
        raise ValueError("embedded null character")
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

# Where a language is spoken in the first place, and the encodings that names without one mean, by language (and place, where that differs).
_languages = """
af ZA 1, ar AA 6, az AZ 9E, be BY CP1251, bg BG CP1251, br FR 1, bs BA 2, ca ES 1, cs CZ 2, cy GB 1, da DK 1, de DE 1, el GR 7, en US 1, eo XX 3,
es ES 1, et EE 15, eu ES 1, fa IR UTF-8, fi FI 15, fo FO 1, fr FR 1, ga IE 1, gl ES 1, he IL 8, hi IN ISCII-DEV, hr HR 2, hu HU 2, id ID 1, is IS 1,
it IT 1, ja JP eucJP, ka GE GEORGIAN-ACADEMY, kl GL 1, ko KR eucKR, ks IN UTF-8, lo LA MULELAO-1, lt LT 13, lv LV 13, mk MK 5, mt MT 3, nb NO 1,
nl NL 1, nn NO 1, no NO 1, oc FR 1, pl PL 2, pt PT 1, ro RO 2, ru RU UTF-8, sd IN UTF-8, sk SK 2, sl SI 2, sq AL 2, sr RS UTF-8, sv SE 1, th TH 11,
tr TR 9, tt RU TATAR-CYR, uk UA KOI8-U, ur PK CP1256, uz UZ UTF-8, vi VN TCVN, wa BE 1, yi US CP1255, zh CN eucCN
""".replace("\n", " ")
_places = {"zh_CN": "gb2312", "zh_TW": "big5", "zh_HK": "big5hkscs", "zh_SG": "gb2312", "ru_UA": "KOI8-U", "cs_CS": "ISO8859-2"}
_long_names = {"english": "en_EN", "german": "de_DE", "deutsch": "de_DE", "french": "fr_FR", "italian": "it_IT", "spanish": "es_ES", "portuguese": "pt_PT",
               "dutch": "nl_NL", "russian": "ru_RU", "japanese": "ja_JP", "korean": "ko_KR", "french_france": "fr_FR", "greek": "el_GR", "turkish": "tr_TR", "polish": "pl_PL"}
_modifiers = {"euro": ".ISO8859-15", "latn": ".UTF-8@latin", "latin": ".UTF-8@latin", "valencia": ".UTF-8@valencia", "devanagari": ".UTF-8@devanagari"}


def _encoding_name(given):
    "An encoding as names of locales write it."
    plain = _re.sub("[-_ ]", "", given)
    if plain in _encodings:
        return _encodings[plain]
    iso = _re.fullmatch(r"(?:iso)?8859(\d+e?)", plain)
    return "ISO8859-" + iso[1].upper() if iso else given


_encodings = {"utf8": "UTF-8", "latin1": "ISO8859-1", "ascii": "ISO8859-1", "jis": "JIS7", "jis7": "JIS7", "iso2022jp": "JIS7", "shiftjis": "SJIS", "sjis": "SJIS",
              "eucjp": "eucJP", "ajec": "eucJP", "euckr": "eucKR", "koi8r": "KOI8-R", "koi8u": "KOI8-U", "koi8t": "KOI8-T", "koi8c": "KOI8-C", "cp1251": "CP1251",
              "cp1255": "CP1255", "cp1256": "CP1256", "microsoftcp1251": "CP1251", "tis620": "TIS620", "usascii": "ISO8859-1", "mscode": "SJIS", "cp1133": "IBM-CP1133", "ibmcp1133": "IBM-CP1133",
              "georgianacademy": "GEORGIAN-ACADEMY", "euctw": "eucTW", "euccn": "eucCN"}


def _aliases():
    "{name in lower case: the full name with the encoding it has for want of another}"
    made = {"c": "C", "posix": "C", "c.en": "C", "c.utf8": "C.UTF-8", "posix.utf8": "C.UTF-8", "english_uk": "en_GB.ISO8859-1"}
    for entry in _languages.split(","):
        language, place, encoding = entry.split()
        encoding = encoding if encoding[0].isalpha() else "ISO8859-" + encoding
        name = f"{language}_{place}"
        made[language] = made[name.lower()] = f"{name}.{_places.get(name, encoding)}"
    for name in "en_GB en_CA en_AU en_IN en_IE en_NZ en_ZA en_SG en_PH en_HK en_BW en_ZW de_AT de_CH de_BE de_LU de_IT fr_BE fr_CA fr_CH fr_LU it_CH nl_BE pt_BR " \
                "sv_FI es_MX es_AR es_BO es_CL es_CO es_CR es_CU es_DO es_EC es_GT es_HN es_NI es_PA es_PE es_PR es_PY es_SV es_US es_UY es_VE ar_AE ar_BH " \
                "ar_DZ ar_EG ar_IQ ar_JO ar_KW ar_LB ar_LY ar_MA ar_OM ar_QA ar_SA ar_SD ar_SY ar_TN ar_YE zh_TW zh_HK zh_SG ru_UA".split():
        made[name.lower()] = name + "." + (_places.get(name) or made[name[:2]].partition(".")[2])
    for word, name in _long_names.items():
        made[word] = f"{name}.{made[name[:2]].partition('.')[2]}"
    return made


def _known():
    return globals().get("locale_alias") or __getattr__("locale_alias")


# ---- messages: "C" has none but those of the program. Module gettext reads catalogues.

_domain = "messages"
_folders = {}  # domain: what bindtextdomain() was told


def _message(text, name):
    if not isinstance(text, type("")):
        raise TypeError(f"{name}() argument 'msg' must be str, not {type(text).__name__}")
    return text


def gettext(msg, /):
    """gettext(msg) -> string: a message in the locale's language."""
    return _message(msg, "gettext")


def dgettext(domain, msg, /):
    """dgettext(domain, msg) -> string: a message of a domain."""
    return _message(msg, "dgettext")


def dcgettext(domain, msg, category, /):
    """Return translation of msg in domain and category."""
    return _message(msg, "dcgettext")


def textdomain(domain, /):
    """Set the C library's textdmain to domain, returning the new domain."""
    global _domain
    if domain is not None:
        _domain = domain or "messages"
    return _domain


def bindtextdomain(domain, dir, /):
    """Bind the C library's domain to dir."""
    if not domain:
        raise Error("domain must be a non-empty string")
    if dir is not None:
        import os
        _folders[domain] = os.fsdecode(dir)
    return _folders.get(domain, "/usr/share/locale")


def bind_textdomain_codeset(domain, codeset, /):
    """Bind the C library's domain to codeset."""
    return codeset


def __getattr__(name):
    if name == "locale_alias":
        globals()[name] = made = _aliases()
        return made
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def normalize(localename):
    """The full name of a locale, with the encoding that it has for want of another; a name that is not known as it is."""
    code, _, modifier = localename.lower().replace(":", ".").partition("@")
    name, _, encoding = code.partition(".")
    known = _known().get(name)
    if known is None:
        return localename
    if known == "C":
        return "C.UTF-8" if _encoding_name(encoding) == "UTF-8" else "C"
    name, _, usual = known.partition(".")
    if encoding == "euc":
        encoding += name[3:]
    elif encoding:
        encoding = _encoding_name(encoding)
    if modifier in _modifiers and not (modifier == "valencia" and "_" not in code):
        return name + (_modifiers[modifier] if not encoding else "." + encoding + _modifiers[modifier].partition("UTF-8")[2])
    return f"{name}.{encoding or usual}" + (modifier and "@" + modifier)


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
