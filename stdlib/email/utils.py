"""What messages need besides (library reference, "email.utils"): addresses, dates, message ids, parameters."""
import re
import urllib.parse
from . import _addresses, _dates

__all__ = ["collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate", "format_datetime", "getaddresses",
           "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "unquote"]


# ---- text

def quote(str):
    """With a backslash before each backslash and quotation mark."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    """Without the quotation marks or angle brackets around it."""
    if len(str) > 1:
        if str[0] == str[-1] == '"':
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str[0] == "<" and str[-1] == ">":
            return str[1:-1]
    return str


def _has_surrogates(text):
    "Whether the text carries bytes that were no text."
    try:
        text.encode()
        return False
    except UnicodeEncodeError:
        return True


def _sanitize(text):
    "The text with what its carried bytes mean in UTF-8, or marks in their place."
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


# ---- addresses

_OUTSIDE_QUOTES = re.compile(r'"(?:[^"\\]|\\.)*"|\\.', re.DOTALL)


def _has_parentheses_in_pairs(text):
    depth = 0
    for character in _OUTSIDE_QUOTES.sub("", text):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return not depth


def _strict_addresses(values):
    """Those of headers of which each is well-formed; None for others: what has an address that it does not seem to have is taken for none (CVE-2023-27043)."""
    if not all(map(_has_parentheses_in_pairs, values)):
        return None
    found = [("", "") if "[" in address else (name, address) for name, address in _addresses.addresses(", ".join(values))]
    count = sum(1 + _OUTSIDE_QUOTES.sub("", value).count(",") for value in values)
    return found if len(found) == count else None


def parseaddr(addr, *, strict=True):
    """(name, address) of the first address; ("", "") if there is none."""
    if not addr:
        return "", ""
    if isinstance(addr, bytes):
        raise TypeError("'in <string>' requires string as left operand, not int")
    if not strict:
        found = _addresses.addresses("".join(addr) if isinstance(addr, (list, tuple)) else addr)
        return found[0] if found else ("", "")
    if isinstance(addr, list):
        addr = addr[0]
    found = _strict_addresses([addr]) if isinstance(addr, str) else None
    return found[0] if found and len(found) == 1 else ("", "")


def getaddresses(fieldvalues, *, strict=True):
    """[(name, address)] of the values of headers; strict: [("", "")] when one of them is malformed."""
    values = [str(value) for value in fieldvalues]
    if not strict:
        return _addresses.addresses(", ".join(values))
    found = _strict_addresses(values)
    return [("", "")] if found is None else found


def formataddr(pair, charset="utf-8"):
    """How a header writes a (name, address) pair."""
    name, address = pair
    address.encode("ascii")  # else UnicodeEncodeError
    if not name:
        return address
    try:
        name.encode("ascii")
    except UnicodeEncodeError:
        if isinstance(charset, str):
            from .charset import Charset
            charset = Charset(charset)
        return f"{charset.header_encode(name)} <{address}>"
    mark = '"' if re.search(r'[][\\()<>@,:;".]', name) else ""
    return f"{mark}{quote(name)}{mark} <{address}>" if mark or '"' in name or "\\" in name else f"{name} <{address}>"


# ---- dates

def parsedate_tz(data):
    """The date as a tuple of 10: as parsedate(), then the offset from UTC in seconds (0 if none is said); None: no date."""
    found = _dates.parse(data)
    return found and (found if found[9] is not None else found[:9] + (0,))


def parsedate(data):
    """The date as a tuple that time.mktime() takes; None: no date."""
    found = _dates.parse(data)
    return found and found[:9]


def parsedate_to_datetime(data):
    """The date as a datetime; without a zone if the text has "-0000"."""
    import datetime
    found = _dates.parse(data)
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    if found[9] is None:
        return datetime.datetime(*found[:6])
    return datetime.datetime(*found[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=found[9])))


def mktime_tz(data):
    """The time stamp of what parsedate_tz() gave."""
    import calendar
    import time
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def formatdate(timeval=None, localtime=False, usegmt=False):
    """The time stamp (now) as messages have dates; `localtime`: in the local zone, `usegmt`: with "GMT"."""
    import datetime
    import time
    stamp = time.time() if timeval is None else timeval
    if localtime or usegmt:
        moment = datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc)
    else:
        moment = datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc).replace(tzinfo=None)
    if localtime:
        moment, usegmt = moment.astimezone(), False
    return format_datetime(moment, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as messages have dates; "-0000" if it has no zone."""
    import datetime
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    else:
        zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
    day = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[dt.weekday()]
    return f"{day}, {dt.day:02} {_dates._MONTHS[dt.month - 1].title()} {dt.year:04} {dt.hour:02}:{dt.minute:02}:{dt.second:02} {zone}"


def localtime(dt=None, isdst=None):
    """The datetime (now) in the local zone."""
    import datetime
    if isdst is not None:
        import warnings
        warnings._deprecated("The 'isdst' parameter to 'localtime'", message="{name} is deprecated and slated for removal in Python {remove}", remove=(3, 14))
    return (datetime.datetime.now() if dt is None else dt).astimezone()


def make_msgid(idstring=None, domain=None):
    """A new Message-ID: "<time.process.random.idstring@domain>"."""
    import os
    import random
    import time
    if domain is None:
        import socket
        domain = socket.getfqdn()
    more = "" if idstring is None else "." + idstring
    return f"<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{more}@{domain}>"


# ---- parameters (RFC 2231)

def decode_rfc2231(s):
    """(character set, language, text), the first two None if they are not said."""
    parts = s.split("'", 2)
    return parts if len(parts) == 3 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    """The text with "%XX" for what may not stand in a parameter, after character set and language if they are given."""
    quoted = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return quoted
    return f"{charset}'{'' if language is None else language}'{quoted}"


_NAME = re.compile(r"(\w+)\*(?:([0-9]+)\*?)?", re.ASCII)


def decode_params(params):
    """The parameters with those that come in pieces made whole: their values are tuples then, as decode_rfc2231() gives them."""
    made = [params[0]]
    pieces = {}  # name: [(number, value, is it encoded)]
    for name, value in params[1:]:
        encoded = name.endswith("*")
        value = unquote(value)
        found = _NAME.fullmatch(name)
        if found:
            pieces.setdefault(found[1], []).append((int(found[2]) if found[2] else 0, value, encoded))
        else:
            made.append((name, f'"{quote(value)}"'))
    for name, parts in pieces.items():
        parts.sort()
        encoded = any([part[2] for part in parts])
        whole = "".join([urllib.parse.unquote(value, encoding="latin-1") if marked else value for _, value, marked in parts])
        if encoded:
            charset, language, whole = decode_rfc2231(whole)
            made.append((name, (charset, language, f'"{quote(whole)}"')))
        else:
            made.append((name, f'"{quote(whole)}"'))
    return made


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of a parameter: of the tuple that RFC 2231 makes of it, or as it is."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    data = text.encode("raw-unicode-escape")
    try:
        return str(data, fallback_charset if charset is None else charset, errors)
    except LookupError:
        return unquote(text)
