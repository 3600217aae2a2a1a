"""Cookies that an HTTP client keeps and sends back (library reference, "http.cookiejar"): Netscape's, and those of RFC 2965.

    Set-Cookie headers -> lists of pairs -> normalized tuples -> Cookie -> the policy agrees -> the jar, by domain, path and name

A request is an object like urllib.request.Request, a response one whose info() has the headers.
"""
import calendar
import copy
import datetime
import os
import re
import threading
import time
import urllib.parse

__all__ = ["Cookie", "CookieJar", "CookiePolicy", "DefaultCookiePolicy", "FileCookieJar", "LWPCookieJar", "LoadError", "MozillaCookieJar"]

debug = False
DEFAULT_HTTP_PORT = "80"
MISSING_FILENAME_TEXT = "a filename was not supplied (nor was the CookieJar instance initialised with one)"
NETSCAPE_HEADER_TEXT = """\
# Netscape HTTP Cookie File
# http://curl.haxx.se/rfc/cookie_spec.html
# This is a generated file!  Do not edit.

"""
NETSCAPE_MAGIC_RGX = re.compile("#( Netscape)? HTTP Cookie File")
HTTPONLY_ATTR = "HTTPOnly"
HTTPONLY_PREFIX = "#HttpOnly_"
EPOCH_YEAR = 1970

DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONTHS_LOWER = [month.lower() for month in MONTHS]
UTC_ZONES = {"GMT": None, "UTC": None, "UT": None, "Z": None}

_absent = object()


# ---- times

def _moment(t):
    return datetime.datetime.fromtimestamp(time.time() if t is None else t, datetime.timezone.utc)


def time2isoz(t=None):
    """A time as "1994-11-24 08:49:37Z"."""
    moment = _moment(t)
    return "%04d-%02d-%02d %02d:%02d:%02dZ" % (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)


def time2netscape(t=None):
    """A time as "Wed, 24-Nov-1994 08:49:37 GMT"."""
    moment = _moment(t)
    return "%s, %02d-%s-%04d %02d:%02d:%02d GMT" % (DAYS[moment.weekday()], moment.day, MONTHS[moment.month - 1], moment.year, moment.hour, moment.minute,
                                                    moment.second)


_ZONE = re.compile(r"^([-+])?(\d\d?):?(\d\d)?$", re.ASCII)
_STRICT_DATE = re.compile(r"^[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) (\d\d\d\d) (\d\d):(\d\d):(\d\d) GMT$", re.ASCII)
_WEEKDAY = re.compile(r"^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*", re.I | re.ASCII)
_LOOSE_DATE = re.compile(
    r"^(\d\d?)(?:\s+|[-/])(\w+)(?:\s+|[-/])(\d+)(?:(?:\s+|:)(\d\d?):(\d\d)(?::(\d\d))?)?\s*(?:([-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+)\s*)?(?:\(\w+\)\s*)?$",
    re.ASCII)
_ISO_DATE = re.compile(
    r"^(\d{4})[-/]?(\d\d?)[-/]?(\d\d?)(?:(?:\s+|[-:Tt])(\d\d?):?(\d\d)(?::?(\d\d(?:\.\d*)?))?)?\s*(?:([-+]?\d\d?:?(?::?\d\d)?|Z|z)\s*)?$", re.ASCII)


def offset_from_tz_string(tz):
    """Seconds that a time zone is ahead; None: not known."""
    if tz in UTC_ZONES:
        return 0
    found = _ZONE.search(tz)
    if not found:
        return None
    seconds = 3600 * int(found[2]) + 60 * int(found[3] or 0)
    return -seconds if found[1] == "-" else seconds


def _timegm(fields):
    year, month, day, hour, minute, second = fields
    if year >= EPOCH_YEAR and 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 61:
        return calendar.timegm((year, month, day, hour, minute, second))
    return None


def _month_number(text):
    if text.lower() in MONTHS_LOWER:
        return MONTHS_LOWER.index(text.lower()) + 1
    try:
        number = int(text)
    except ValueError:
        return None
    return number if 1 <= number <= 12 else None


def _whole_year(year):
    """A year of fewer digits is the nearest to this one."""
    if year >= 1000:
        return year
    now = time.localtime().tm_year
    distance = now % 100 - year
    year += now - now % 100
    if abs(distance) > 50:
        year += 100 if distance > 0 else -100
    return year


def _seconds_of(day, month, year, hour, minute, second, zone):
    year = int(year)
    number = _month_number(month)
    if year > datetime.MAXYEAR or number is None:
        return None
    t = _timegm((_whole_year(year), number, int(day), int(hour or 0), int(minute or 0), int(second or 0)))
    if t is None:
        return None
    offset = offset_from_tz_string((zone or "UTC").upper())
    return None if offset is None else t - offset


def http2time(text):
    """Seconds since the epoch, of a date in one of the many forms of HTTP; None: it is none."""
    found = _STRICT_DATE.search(text)
    if found:
        day, month, year, *clock = found.groups()
        fields = int(year), _month_number(month) or 0, int(day), *map(int, clock)
        t = _timegm(fields)
        return None if t is None else float(t)
    found = _LOOSE_DATE.search(_WEEKDAY.sub("", text.lstrip(), count=1))
    return _seconds_of(*found.groups()) if found else None


def iso2time(text):
    """The same of a date in a form of ISO 8601."""
    found = _ISO_DATE.search(text.lstrip())
    if not found:
        return None
    year, month, day, *rest = found.groups()
    return _seconds_of(day, month, year, *rest)


# ---- headers

_TOKEN = re.compile(r"^\s*([^=\s;,]+)")
_QUOTED = re.compile(r'^\s*=\s*"([^"\\]*(?:\\.[^"\\]*)*)"')
_PLAIN = re.compile(r"^\s*=\s*([^\s;,]*)")
_ESCAPED = re.compile(r"\\(.)")


def split_header_words(header_values):
    """Headers as lists of lists of pairs: words between ";" belong together, "," begins new ones; the value is None where there is none."""
    assert not isinstance(header_values, str)
    result = []
    for text in header_values:
        pairs = []
        while text:
            found = _TOKEN.search(text)
            if found:
                name, text = found[1], text[found.end():]
                value = None
                if found := _QUOTED.search(text):
                    value = _ESCAPED.sub(r"\1", found[1])
                elif found := _PLAIN.search(text):
                    value = found[1].rstrip()
                if found:
                    text = text[found.end():]
                pairs.append((name, value))
            elif text.lstrip().startswith(","):
                text = text.lstrip()[1:]
                if pairs:
                    result.append(pairs)
                pairs = []
            else:  # between words, and garbage
                rest = re.sub(r"^[=\s;]*", "", text)
                text = rest if len(rest) < len(text) else text[1:]
        if pairs:
            result.append(pairs)
    return result


def join_header_words(lists):
    """What split_header_words() made, as one header."""
    headers = []
    for pairs in lists:
        words = []
        for name, value in pairs:
            if value is not None:
                if not re.search(r"^\w+$", value):
                    value = '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
                name = f"{name}={value}"
            words.append(name)
        if words:
            headers.append("; ".join(words))
    return ", ".join(headers)


def strip_quotes(text):
    return text.removeprefix('"').removesuffix('"')


def parse_ns_headers(ns_headers):
    """Netscape's headers, which have no rules for quotes and commas, as lists of pairs."""
    known = "expires", "domain", "path", "secure", "version", "port", "max-age"
    result = []
    for header in ns_headers:
        pairs, has_version = [], False
        for i, parameter in enumerate(header.split(";")):
            key, separator, value = parameter.strip().partition("=")
            key = key.strip()
            if not key:
                if i == 0:
                    break
                continue
            value = value.strip() if separator else None
            if i:
                if key.lower() in known:
                    key = key.lower()
                if key == "version":
                    value = strip_quotes(value) if value is not None else None
                    has_version = True
                elif key == "expires" and value is not None:
                    value = http2time(strip_quotes(value))
            pairs.append((key, value))
        if pairs:
            if not has_version:
                pairs.append(("version", "0"))
            result.append(pairs)
    return result


# ---- hosts, ports, paths

IPV4_RE = re.compile(r"\.\d+$", re.ASCII)
cut_port_re = re.compile(r":\d+$", re.ASCII)
ESCAPED_CHAR_RE = re.compile(r"%([0-9a-fA-F][0-9a-fA-F])")
HTTP_PATH_SAFE = "%/;:@&=+$,!~*'()"


def is_HDN(text):
    """Whether text is the name of a host and no address."""
    return not IPV4_RE.search(text) and text != "" and text[0] != "." and text[-1] != "."


def liberal_is_HDN(text):
    return not IPV4_RE.search(text)


def domain_match(A, B):
    """Whether host A belongs to domain B, by RFC 2965: they are equal, or B is ".x" and A is "y.x"."""
    A, B = A.lower(), B.lower()
    if A == B:
        return True
    return is_HDN(A) and A.rfind(B) > 0 and B.startswith(".") and is_HDN(B[1:])


def user_domain_match(A, B):
    """The same for what users block and allow: a domain without a dot before it is that host alone."""
    A, B = A.lower(), B.lower()
    if liberal_is_HDN(A) and liberal_is_HDN(B) and B.startswith("."):
        return A.endswith(B)
    return A == B


def request_host(request):
    """The host of a request, in lower case, without port."""
    host = urllib.parse.urlparse(request.get_full_url())[1] or request.get_header("Host", "")
    return cut_port_re.sub("", host, count=1).lower()


def eff_request_host(request):
    """(the host, its effective name: with ".local" behind it if it has no dots)"""
    host = request_host(request)
    return host, host if "." in host else host + ".local"


def request_path(request):
    path = escape_path(urllib.parse.urlsplit(request.get_full_url()).path)
    return path if path.startswith("/") else "/" + path


def request_port(request):
    _, colon, port = request.host.partition(":")
    if not colon:
        return DEFAULT_HTTP_PORT
    try:
        int(port)
    except ValueError:
        return None
    return port


def uppercase_escaped_char(match):
    return "%" + match[1].upper()


def escape_path(path):
    """A path with what needs it in percent signs."""
    return ESCAPED_CHAR_RE.sub(uppercase_escaped_char, urllib.parse.quote(path, HTTP_PATH_SAFE))


def reach(h):
    """The domain that a host may set cookies for."""
    _, dot, above = h.partition(".")
    return "." + above if dot and is_HDN(h) and ("." in above or above == "local") else h


def is_third_party(request):
    """Whether a request goes to another domain than the one it was made for."""
    return not domain_match(request_host(request), reach(request.origin_req_host))


# ---- cookies

class Cookie:
    """A cookie with the attributes of RFC 2965; version is 0 for Netscape's."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path, path_specified, secure, expires,
                 discard, comment, comment_url, rest, rfc2109=False):
        if port is None and port_specified is True:
            raise ValueError("if port is None, port_specified must be false")
        self.version = int(version) if version is not None else None
        self.name, self.value = name, value
        self.port, self.port_specified = port, port_specified
        self.domain, self.domain_specified, self.domain_initial_dot = domain.lower(), domain_specified, domain_initial_dot
        self.path, self.path_specified = path, path_specified
        self.secure = secure
        self.expires = int(float(expires)) if expires is not None else None
        self.discard = discard
        self.comment, self.comment_url = comment, comment_url
        self.rfc2109 = rfc2109
        self._rest = copy.copy(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        """Whether its time is over."""
        return self.expires is not None and self.expires <= (time.time() if now is None else now)

    def __str__(self):
        port = "" if self.port is None else ":" + self.port
        shown = self.name if self.value is None else f"{self.name}={self.value}"
        return f"<Cookie {shown} for {self.domain}{port}{self.path}>"

    def __repr__(self):
        names = "version name value port port_specified domain domain_specified domain_initial_dot path path_specified secure expires discard comment comment_url"
        fields = [f"{name}={getattr(self, name)!r}" for name in names.split()]
        return f"{self.__class__.__name__}({', '.join(fields)}, rest={self._rest!r}, rfc2109={self.rfc2109!r})"


# ---- what is accepted and returned

class CookiePolicy:
    """Says which cookies a server may set and which are sent to it."""

    def set_ok(self, cookie, request):
        """Whether a cookie is to be accepted."""
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        """Whether a cookie is to be sent."""
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        """False: no cookies of this domain are to be sent."""
        return True

    def path_return_ok(self, path, request):
        """False: no cookies of this path are to be sent."""
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The rules of Netscape and RFC 2965, with lists of domains, and strictness to choose."""

    DomainStrictNoDots = 1
    DomainStrictNonDomain = 2
    DomainRFC2965Match = 4
    DomainLiberal = 0
    DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None, hide_cookie2=False,
                 strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False, strict_ns_domain=DomainLiberal,
                 strict_ns_set_initial_dollar=False, strict_ns_set_path=False, secure_protocols=("https", "wss")):
        self.netscape, self.rfc2965, self.rfc2109_as_netscape, self.hide_cookie2 = netscape, rfc2965, rfc2109_as_netscape, hide_cookie2
        self.strict_domain, self.strict_rfc2965_unverifiable, self.strict_ns_unverifiable = strict_domain, strict_rfc2965_unverifiable, strict_ns_unverifiable
        self.strict_ns_domain, self.strict_ns_set_initial_dollar, self.strict_ns_set_path = strict_ns_domain, strict_ns_set_initial_dollar, strict_ns_set_path
        self.secure_protocols = secure_protocols
        self.set_blocked_domains(() if blocked_domains is None else blocked_domains)
        self.set_allowed_domains(allowed_domains)

    # ---- lists of domains

    def blocked_domains(self):
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(user_domain_match(domain, blocked) for blocked in self._blocked_domains)

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        return self._allowed_domains is not None and not any(user_domain_match(domain, allowed) for allowed in self._allowed_domains)

    # ---- accepting

    def set_ok(self, cookie, request):
        return all(getattr(self, "set_ok_" + what)(cookie, request) for what in ("version", "verifiability", "name", "path", "domain", "port"))

    def _version_ok(self, cookie):
        return bool(self.rfc2965 if cookie.version > 0 else self.netscape or cookie.version != 0)

    def _verifiability_ok(self, cookie, request):
        if not (request.unverifiable and is_third_party(request)):
            return True
        return not (self.strict_rfc2965_unverifiable if cookie.version > 0 else self.strict_ns_unverifiable if cookie.version == 0 else False)

    def set_ok_version(self, cookie, request):
        return cookie.version is not None and self._version_ok(cookie)

    def set_ok_verifiability(self, cookie, request):
        return self._verifiability_ok(cookie, request)

    def set_ok_name(self, cookie, request):
        return not (cookie.version == 0 and self.strict_ns_set_initial_dollar and cookie.name.startswith("$"))

    def set_ok_path(self, cookie, request):
        matters = cookie.path_specified and (cookie.version > 0 or cookie.version == 0 and self.strict_ns_set_path)
        return not matters or self.path_return_ok(cookie.path, request)

    def set_ok_domain(self, cookie, request):
        if self.is_blocked(cookie.domain) or self.is_not_allowed(cookie.domain):
            return False
        if not cookie.domain_specified:
            return True
        host, effective = eff_request_host(request)
        domain = cookie.domain
        if self.strict_domain and self._is_of_a_country(domain):
            return False
        if "." not in domain.removeprefix(".") and not effective.endswith(".local"):
            return False
        if cookie.version == 0 and not self._is_under(effective, domain):
            return False
        if (cookie.version > 0 or self.strict_ns_domain & self.DomainRFC2965Match) and not domain_match(effective, domain):
            return False
        if cookie.version > 0 or self.strict_ns_domain & self.DomainStrictNoDots:
            if "." in host[:-len(domain)] and not IPV4_RE.search(host):
                return False
        return True

    @staticmethod
    def _is_under(effective, domain):
        """Whether a host may set cookies for a domain; one without dots inside is a name in this net."""
        name = domain.removeprefix(".")
        if "." not in name and effective.endswith(name + ".local"):
            return True
        return effective.endswith(domain) or not effective.startswith(".") and ("." + effective).endswith(domain)

    @staticmethod
    def _is_of_a_country(domain):
        """".co.uk" and its like: for all under it."""
        if domain.count(".") != 2 or not domain.startswith("."):
            return False
        _, second, top = domain.split(".")
        return len(top) == 2 and second.lower() in ("co ac com edu org net gov mil int aero biz cat coop info jobs mobi museum name pro travel eu").split()

    def set_ok_port(self, cookie, request):
        if not cookie.port_specified:
            return True
        wanted = request_port(request)
        wanted = "80" if wanted is None else str(wanted)
        for port in cookie.port.split(","):
            try:
                int(port)
            except ValueError:
                return False
            if port == wanted:
                return True
        return False

    # ---- sending

    def return_ok(self, cookie, request):
        return all(getattr(self, "return_ok_" + what)(cookie, request) for what in ("version", "verifiability", "secure", "expires", "port", "domain"))

    def return_ok_version(self, cookie, request):
        return self._version_ok(cookie)

    def return_ok_verifiability(self, cookie, request):
        return self._verifiability_ok(cookie, request)

    def return_ok_secure(self, cookie, request):
        return not cookie.secure or request.type in self.secure_protocols

    def return_ok_expires(self, cookie, request):
        return not cookie.is_expired(self._now)

    def return_ok_port(self, cookie, request):
        return not cookie.port or (request_port(request) or "80") in cookie.port.split(",")

    def return_ok_domain(self, cookie, request):
        _, effective = eff_request_host(request)
        domain = cookie.domain
        if cookie.version == 0 and self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified and domain != effective:
            return False
        if cookie.version > 0 and not domain_match(effective, domain):
            return False
        return cookie.version != 0 or ("." + effective).endswith(_dotted(domain))

    def domain_return_ok(self, domain, request):
        # The cheap question, before cookies are looked at one by one.
        hosts = eff_request_host(request)
        if not any(_dotted(host).endswith(_dotted(domain)) for host in hosts):
            return False
        return not self.is_blocked(domain) and not self.is_not_allowed(domain)

    def path_return_ok(self, path, request):
        wanted = request_path(request)
        if wanted == path:
            return True
        return wanted.startswith(path) and (path.endswith("/") or wanted[len(path):len(path) + 1] == "/")


def _dotted(domain):
    return "." + domain if domain and not domain.startswith(".") else domain


# ---- the jar

_VALUES = "version", "expires", "max-age", "domain", "path", "port", "comment", "commenturl"
_BOOLEANS = "discard", "secure"


class CookieJar:
    """Takes cookies from responses and puts them into requests, as its policy has it."""

    non_word_re = re.compile(r"\W")
    quote_re = re.compile(r'(["\\])')
    magic_re = re.compile(r"^\#LWP-Cookies-(\d+\.\d+)", re.ASCII)

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = threading.RLock()
        self._cookies = {}  # domain: path: name: Cookie

    def set_policy(self, policy):
        self._policy = policy

    # ---- into requests

    def _cookies_for_domain(self, domain, request):
        if not self._policy.domain_return_ok(domain, request):
            return []
        return [cookie for path, cookies in self._cookies[domain].items() if self._policy.path_return_ok(path, request)
                for cookie in cookies.values() if self._policy.return_ok(cookie, request)]

    def _cookies_for_request(self, request):
        return [cookie for domain in self._cookies for cookie in self._cookies_for_domain(domain, request)]

    def _cookie_attrs(self, cookies):
        """What the header is made of; cookies of longer paths come first."""
        cookies.sort(key=lambda cookie: len(cookie.path), reverse=True)
        attributes = [f"$Version={cookies[0].version}"] if cookies and cookies[0].version > 0 else []
        for cookie in cookies:
            value = cookie.value
            if value is None:
                attributes.append(cookie.name)
            else:
                if cookie.version > 0 and self.non_word_re.search(value):
                    value = self.quote_re.sub(r"\\\1", value)
                attributes.append(f"{cookie.name}={value}")
            if cookie.version > 0:
                attributes += self._extra_attributes(cookie)
        return attributes

    @staticmethod
    def _extra_attributes(cookie):
        if cookie.path_specified:
            yield f'$Path="{cookie.path}"'
        if cookie.domain.startswith("."):
            yield f'$Domain="{cookie.domain if cookie.domain_initial_dot else cookie.domain[1:]}"'
        if cookie.port is not None:
            yield f'$Port="{cookie.port}"' if cookie.port_specified else "$Port"

    def add_cookie_header(self, request):
        """Adds the headers Cookie and Cookie2 to a request."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            cookies = self._cookies_for_request(request)
            attributes = self._cookie_attrs(cookies)
            if attributes and not request.has_header("Cookie"):
                request.add_unredirected_header("Cookie", "; ".join(attributes))
            policy = self._policy
            if policy.rfc2965 and not policy.hide_cookie2 and not request.has_header("Cookie2") and any(cookie.version != 1 for cookie in cookies):
                request.add_unredirected_header("Cookie2", '$Version="1"')
        self.clear_expired_cookies()

    # ---- out of responses

    def _normalized_cookie_tuples(self, attrs_set):
        """(name, value, the attributes that mean something, the others) of cookies; bad ones are left out."""
        for attributes in attrs_set:
            (name, value), *others = attributes
            known = self._known_attributes(others)
            if known is not None:
                yield name, value, *known

    def _known_attributes(self, pairs):
        standard, rest, has_max_age = {}, {}, False
        for key, value in pairs:
            lower = key.lower()
            if lower in _VALUES or lower in _BOOLEANS:
                key = lower
            if key in _BOOLEANS and value is None:
                value = True
            if key in standard or key == "expires" and (has_max_age or value is None):
                continue
            if key == "domain":
                if value is None:
                    return None
                value = value.lower()
            if key == "max-age":
                has_max_age = True
                try:
                    value = int(value)
                except (TypeError, ValueError):
                    return None
                key, value = "expires", self._now + value  # no arithmetic of ages: that is what the others say
            if key in _VALUES or key in _BOOLEANS:
                if value is None and key not in ("port", "discard", "comment", "commenturl"):
                    return None
                standard[key] = value
            else:
                rest[key] = value
        return standard, rest

    def _cookie_from_cookie_tuple(self, tup, request):
        name, value, standard, rest = tup
        version = standard.get("version")
        if version is not None:
            try:
                version = int(version)
            except ValueError:
                return None
        path = standard.get("path") or ""
        path_specified = path != ""
        if path_specified:
            path = escape_path(path)
        else:
            path = request_path(request)
            slash = path.rfind("/")
            if slash >= 0:
                path = path[:slash] if version == 0 else path[:slash + 1]
            path = path or "/"
        domain = standard.get("domain", _absent)
        domain_specified = domain is not _absent
        has_dot = domain_specified and domain.startswith(".")
        if not domain_specified:
            domain = eff_request_host(request)[1]
        elif not has_dot:
            domain = "." + domain
        port, port_specified = standard.get("port", _absent), False
        if port is _absent:
            port = None
        elif port is None:
            port = request_port(request)
        else:
            port_specified, port = True, re.sub(r"\s+", "", port)
        expires, discard = standard.get("expires"), standard.get("discard", False)
        if expires is None:
            discard = True
        elif expires <= self._now:  # this is how cookies are deleted
            try:
                self.clear(domain, path, name)
            except KeyError:
                pass
            return None
        return Cookie(version, name, value, port, port_specified, domain, domain_specified, has_dot, path, path_specified, standard.get("secure", False),
                      expires, discard, standard.get("comment"), standard.get("commenturl"), rest)

    def _cookies_from_attrs_set(self, attrs_set, request):
        made = (self._cookie_from_cookie_tuple(tup, request) for tup in self._normalized_cookie_tuples(attrs_set))
        return [cookie for cookie in made if cookie]

    def _cookies_of(self, parse, headers, request):
        """Headers that make no sense have no cookies."""
        try:
            return self._cookies_from_attrs_set(parse(headers), request)
        except Exception:
            return []

    def _process_rfc2109_cookies(self, cookies):
        as_netscape = getattr(self._policy, "rfc2109_as_netscape", None)
        if as_netscape is None:
            as_netscape = not self._policy.rfc2965
        for cookie in cookies:
            if cookie.version == 1:
                cookie.rfc2109 = True
                if as_netscape:
                    cookie.version = 0

    def make_cookies(self, response, request):
        """The cookies in a response, whatever the policy says of them."""
        headers = response.info()
        newer, netscape = headers.get_all("Set-Cookie2", []), headers.get_all("Set-Cookie", [])
        policy = self._policy
        policy._now = self._now = int(time.time())
        if not (newer and policy.rfc2965 or netscape and policy.netscape):
            return []
        cookies = self._cookies_of(split_header_words, newer, request)
        if netscape and policy.netscape:
            others = self._cookies_of(parse_ns_headers, netscape, request)
            self._process_rfc2109_cookies(others)
            if policy.rfc2965:
                known = {(cookie.domain, cookie.path, cookie.name) for cookie in cookies}
                others = [cookie for cookie in others if (cookie.domain, cookie.path, cookie.name) not in known]
            cookies += others
        return cookies

    def extract_cookies(self, response, request):
        """Keeps the cookies of a response that the policy accepts."""
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    self.set_cookie(cookie)

    def set_cookie_if_ok(self, cookie, request):
        """Keeps a cookie if the policy accepts it."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Keeps a cookie."""
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    # ---- what is in it

    def clear(self, domain=None, path=None, name=None):
        """Forgets all cookies, those of a domain, of a path in it, or one. KeyError: there is none."""
        if name is not None:
            if domain is None or path is None:
                raise ValueError("domain and path must be given to remove a cookie by name")
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError("domain must be given to remove cookies by path")
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def _clear_if(self, test):
        with self._cookies_lock:
            for cookie in [cookie for cookie in self if test(cookie)]:
                self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_session_cookies(self):
        """Forgets the cookies that are for this session only."""
        self._clear_if(lambda cookie: cookie.discard)

    def clear_expired_cookies(self):
        """Forgets the cookies whose time is over."""
        now = time.time()
        self._clear_if(lambda cookie: cookie.is_expired(now))

    def __iter__(self):
        for paths in list(self._cookies.values()):
            for cookies in list(paths.values()):
                yield from list(cookies.values())

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(repr, self))}]>"

    def __str__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(str, self))}]>"


# ---- jars in files

class LoadError(OSError):
    pass


class FileCookieJar(CookieJar):
    """A jar that can be kept in a file; subclasses say in what form."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        self.filename = os.fspath(filename) if filename is not None else None
        self.delayload = bool(delayload)

    def _file(self, filename):
        if filename is not None:
            return filename
        if self.filename is None:
            raise ValueError(MISSING_FILENAME_TEXT)
        return self.filename

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Writes the cookies; those of the session and old ones only if asked for."""
        raise NotImplementedError()

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Adds the cookies of a file."""
        filename = self._file(filename)
        with open(filename) as file:
            self._really_load(file, filename, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Forgets all cookies and loads those of a file; after an error all is as before."""
        filename = self._file(filename)
        with self._cookies_lock:
            before, self._cookies = copy.deepcopy(self._cookies), {}
            try:
                self.load(filename, ignore_discard, ignore_expires)
            except OSError:
                self._cookies = before
                raise

    def _kept(self, ignore_discard, ignore_expires):
        now = time.time()
        return [cookie for cookie in self if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now))]

    def _add_loaded(self, cookie, ignore_discard, ignore_expires):
        if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired()):
            self.set_cookie(cookie)


def _open_private(filename):
    return os.fdopen(os.open(filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w")


def lwp_cookie_str(cookie):
    """A cookie as a line of LWPCookieJar has it, without its beginning."""
    pairs = [(cookie.name, cookie.value), ("path", cookie.path), ("domain", cookie.domain)]
    if cookie.port is not None:
        pairs.append(("port", cookie.port))
    for is_so, name in ((cookie.path_specified, "path_spec"), (cookie.port_specified, "port_spec"), (cookie.domain_initial_dot, "domain_dot"),
                        (cookie.secure, "secure")):
        if is_so:
            pairs.append((name, None))
    if cookie.expires:
        pairs.append(("expires", time2isoz(float(cookie.expires))))
    if cookie.discard:
        pairs.append(("discard", None))
    if cookie.comment:
        pairs.append(("comment", cookie.comment))
    if cookie.comment_url:
        pairs.append(("commenturl", cookie.comment_url))
    pairs += [(name, str(cookie._rest[name])) for name in sorted(cookie._rest)]
    return join_header_words([pairs + [("version", str(cookie.version))]])


class LWPCookieJar(FileCookieJar):
    """A jar in a file of lines `Set-Cookie3: ...`, which keeps all attributes."""

    _FLAGS = "port_spec", "path_spec", "domain_dot", "secure", "discard"
    _FIELDS = "version", "port", "path", "domain", "expires", "comment", "commenturl"

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        """The lines."""
        return "\n".join([f"Set-Cookie3: {lwp_cookie_str(cookie)}" for cookie in self._kept(ignore_discard, ignore_expires)] + [""])

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with _open_private(self._file(filename)) as file:
            file.write("#LWP-Cookies-2.0\n" + self.as_lwp_str(ignore_discard, ignore_expires))

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        if not self.magic_re.search(f.readline()):
            raise LoadError(f"{filename!r} does not look like a Set-Cookie3 (LWP) format file")
        begin = "Set-Cookie3:"
        for line in f:
            if not line.startswith(begin):
                continue
            line = line[len(begin):].strip()
            try:
                for pairs in split_header_words([line]):
                    self._add_loaded(self._cookie_of(pairs), ignore_discard, ignore_expires)
            except OSError:
                raise
            except Exception:
                raise LoadError(f"invalid Set-Cookie3 format file {filename!r}: {line!r}")

    def _cookie_of(self, pairs):
        (name, value), *others = pairs
        standard, rest = dict.fromkeys(self._FLAGS, False), {}
        for key, field in others:
            lower = key.lower()
            if lower in self._FLAGS:
                standard[lower] = True if field is None else field
            elif lower in self._FIELDS:
                standard[lower] = field
            else:
                rest[key] = field
        get = standard.get
        expires, discard = get("expires"), get("discard")
        if expires is not None:
            expires = iso2time(expires)
        if expires is None:
            discard = True
        domain = get("domain")
        return Cookie(get("version"), name, value, get("port"), get("port_spec"), domain, domain.startswith("."), get("domain_dot"), get("path"),
                      get("path_spec"), get("secure"), expires, discard, get("comment"), get("commenturl"), rest)


class MozillaCookieJar(FileCookieJar):
    """A jar in the form of Netscape's cookies.txt, which loses what is RFC 2965's."""

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        if not NETSCAPE_MAGIC_RGX.match(f.readline()):
            raise LoadError(f"{filename!r} does not look like a Netscape format cookies file")
        for line in f:
            rest = {}
            if line.startswith(HTTPONLY_PREFIX):
                rest[HTTPONLY_ATTR] = ""
                line = line[len(HTTPONLY_PREFIX):]
            line = line.removesuffix("\n")
            if not line.strip() or line.strip().startswith(("#", "$")):
                continue
            try:
                self._add_loaded(self._cookie_of(line, rest), ignore_discard, ignore_expires)
            except OSError:
                raise
            except Exception:
                raise LoadError(f"invalid Netscape format cookies file {filename!r}: {line!r}")

    @staticmethod
    def _cookie_of(line, rest):
        domain, domain_specified, path, secure, expires, name, value = line.split("\t")
        if name == "":
            name, value = value, None
        is_dotted = domain.startswith(".")
        assert (domain_specified == "TRUE") == is_dotted
        discard = expires == ""
        return Cookie(0, name, value, None, False, domain, is_dotted, is_dotted, path, False, secure == "TRUE", None if discard else expires, discard, None, None,
                      rest)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with _open_private(self._file(filename)) as file:
            file.write(NETSCAPE_HEADER_TEXT)
            for cookie in self._kept(ignore_discard, ignore_expires):
                domain = HTTPONLY_PREFIX + cookie.domain if cookie.has_nonstandard_attr(HTTPONLY_ATTR) else cookie.domain
                name, value = ("", cookie.name) if cookie.value is None else (cookie.name, cookie.value)
                fields = (domain, str(cookie.domain.startswith(".")).upper(), cookie.path, str(bool(cookie.secure)).upper(),
                          "" if cookie.expires is None else str(cookie.expires), name, value)
                file.write("\t".join(fields) + "\n")
