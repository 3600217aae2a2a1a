"""Taking URLs apart and putting them together (library reference, "urllib.parse"; RFC 3986, and RFC 2396 for parameters)."""

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus",
           "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes",
           "ParseResultBytes", "SplitResultBytes"]

from collections import namedtuple
import functools
import re

# What schemes have. The empty one stands for URLs without a scheme.
uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp",
                 "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtsps",
               "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"]
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip", "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtsps", "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp", "snews", "file", "prospero"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_controls_and_space = "".join(map(chr, range(33)))


def clear_cache():
    """Forgets what the functions of this module keep to be faster."""
    urlsplit.cache_clear()


# ---- str and bytes: everything is done in str; bytes are ASCII and get bytes back

def _same(result):
    return result


def _to_bytes(result, encoding="ascii", errors="strict"):
    return result.encode(encoding, errors)


def _as_text(*args):
    "The arguments as str, and last the function that makes the answer of their kind."
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return args + (_same,)
    return tuple(arg.decode("ascii", "strict") if arg else "" for arg in args) + (_to_bytes,)


_coerce_args = _as_text  # the name that frameworks import it by


class _TextResult:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._counterpart(*(part.encode(encoding, errors) for part in self))


class _BytesResult:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._counterpart(*(part.decode(encoding, errors) for part in self))


class _NetworkLocation:
    "What can be read from a `netloc`."
    __slots__ = ()

    @property
    def username(self):
        return self._user_and_password()[0]

    @property
    def password(self):
        return self._user_and_password()[1]

    @property
    def hostname(self):
        name = self._host_and_port()[0]
        if not name:
            return None
        # The zone of an IPv6 address keeps its case.
        name, percent, zone = name.partition("%" if isinstance(name, str) else b"%")
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host_and_port()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    def _marks(self):
        return ("@", ":", "[", "]") if isinstance(self.netloc, str) else (b"@", b":", b"[", b"]")

    def _user_and_password(self):
        at, colon, _, _ = self._marks()
        info, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        user, found, password = info.partition(colon)
        return user, password if found else None

    def _host_and_port(self):
        at, colon, opening, closing = self._marks()
        info = self.netloc.rpartition(at)[2]
        _, bracketed, rest = info.partition(opening)
        if bracketed:
            host, _, rest = rest.partition(closing)
            port = rest.partition(colon)[2]
        else:
            host, _, port = info.partition(colon)
        return host, port or None

    __class_getitem__ = classmethod(type(list[int]))


_DefragBase = namedtuple("DefragResult", "url fragment")
_SplitBase = namedtuple("SplitResult", "scheme netloc path query fragment")
_ParseBase = namedtuple("ParseResult", "scheme netloc path params query fragment")


class DefragResult(_DefragBase, _TextResult):
    """The URL without its fragment, and the fragment."""
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_SplitBase, _TextResult, _NetworkLocation):
    """The five parts of a URL."""
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_ParseBase, _TextResult, _NetworkLocation):
    """The six parts of a URL."""
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_DefragBase, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_SplitBase, _BytesResult, _NetworkLocation):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_ParseBase, _BytesResult, _NetworkLocation):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._counterpart = _text._encoded_counterpart = _bytes
    _bytes._counterpart = _bytes._decoded_counterpart = _text
del _text, _bytes


# ---- apart

def urlparse(url, scheme="", allow_fragments=True):
    """The six parts of a URL: <scheme>://<netloc>/<path>;<params>?<query>#<fragment>"""
    url, scheme, of_kind = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _splitparams(path)
    result = ParseResult(scheme, netloc, path, params, query, fragment)
    return of_kind(result)


def _splitparams(path):
    "Only the last segment has parameters."
    semicolon = path.find(";", path.rfind("/") + 1)
    return (path[:semicolon], path[semicolon + 1:]) if semicolon >= 0 else (path, "")


def _splitnetloc(url, start=0):
    "Frameworks call it: the part up to a slash, question mark or hash sign, and the rest."
    end = min((at for at in (url.find(mark, start) for mark in "/?#") if at >= 0), default=len(url))
    return url[start:end], url[end:]


def _check_netloc(netloc):
    "Refuses letters that become delimiters when they are normalized."
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc.translate(dict.fromkeys(map(ord, "@:#?")))
    normal = unicodedata.normalize("NFKC", plain)
    if plain != normal and any(mark in normal for mark in "/?#@:"):
        raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC normalization")


def _check_bracketed(netloc):
    host = netloc.partition("[")[2].partition("]")[0]
    if host.startswith("v"):
        if not re.match(r"\Av[a-fA-F0-9]+\..+\Z", host):
            raise ValueError("IPvFuture address is invalid")
        return
    import ipaddress
    if isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address):
        raise ValueError("An IPv4 address cannot be in brackets")


@functools.lru_cache(typed=True)
def urlsplit(url, scheme="", allow_fragments=True):
    """The five parts of a URL: <scheme>://<netloc>/<path>?<query>#<fragment>"""
    url, scheme, of_kind = _as_text(url, scheme)
    url = url.lstrip(_controls_and_space)
    scheme = scheme.strip(_controls_and_space)
    for unsafe in "\t\r\n":
        url = url.replace(unsafe, "")
        scheme = scheme.replace(unsafe, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url.startswith("//"):
        end = min((at for at in (url.find(mark, 2) for mark in "/?#") if at >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_bracketed(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return of_kind(SplitResult(scheme, netloc, url, query, fragment))


# ---- together

def urlunparse(components):
    """The URL that has these six parts."""
    scheme, netloc, url, params, query, fragment, of_kind = _as_text(*components)
    if params:
        url = f"{url};{params}"
    return of_kind(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """The URL that has these five parts."""
    scheme, netloc, url, query, fragment, of_kind = _as_text(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return of_kind(url)


def urljoin(base, url, allow_fragments=True):
    """The absolute URL that `url` means on the page `base`."""
    if not base:
        return url
    if not url:
        return base
    base, url, of_kind = _as_text(base, url)
    outer = urlparse(base, "", allow_fragments)
    inner = urlparse(url, outer.scheme, allow_fragments)
    if inner.scheme != outer.scheme or inner.scheme not in uses_relative:
        return of_kind(url)
    if inner.scheme in uses_netloc:
        if inner.netloc:
            return of_kind(urlunparse(inner))
        inner = inner._replace(netloc=outer.netloc)
    if not inner.path and not inner.params:
        inner = inner._replace(path=outer.path, params=outer.params, query=inner.query or outer.query)
    else:
        inner = inner._replace(path=_resolved(outer.path, inner.path))
    return of_kind(urlunparse(inner))


def _resolved(base, path):
    "RFC 3986, 5.2.3 and 5.2.4."
    segments = path.split("/")
    if path[:1] != "/":
        outer = base.split("/")
        if outer[-1] != "":
            del outer[-1]
        segments = outer + segments
        segments[1:-1] = filter(None, segments[1:-1])  # an outer "" at the end, and doubled slashes
    result = []
    for segment in segments:
        if segment == "..":
            if result:
                result.pop()
        elif segment != ".":
            result.append(segment)
    if segments[-1] in (".", ".."):
        result.append("")
    return "/".join(result) or "/"


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    url, of_kind = _as_text(url)
    fragment = ""
    if "#" in url:
        *parts, fragment = urlparse(url)
        url = urlunparse((*parts, ""))
    return of_kind(DefragResult(url, fragment))


def unwrap(url):
    """The URL in "<URL:scheme://host/path>"."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    if url[:4] == "URL:":
        url = url[4:].strip()
    return url


# ---- percent encoding

_hexadecimal = "0123456789ABCDEFabcdef"
_byte_of = {(high + low).encode(): bytes((int(high + low, 16),)) for high in _hexadecimal for low in _hexadecimal}


def unquote_to_bytes(string):
    """unquote_to_bytes('abc%20def') -> b'abc def'"""
    if not string:
        string.split  # not for None and numbers
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    parts = string.split(b"%")
    if len(parts) == 1:
        return string
    result = [parts[0]]
    for part in parts[1:]:
        byte = _byte_of.get(part[:2])
        result.append(b"%" + part if byte is None else byte + part[2:])
    return b"".join(result)


_ascii_run = re.compile("[\x00-\x7f]+")


def unquote(string, encoding="utf-8", errors="replace"):
    """Replaces %xx escapes by the characters they stand for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    return _ascii_run.sub(lambda match: unquote_to_bytes(match[0]).decode(encoding, errors), string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """Like unquote(), and "+" is a space."""
    return unquote(string.replace("+", " "), encoding, errors)


_always_safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


@functools.lru_cache
def _quoted_bytes(safe):
    return [chr(byte) if byte in _always_safe or byte in safe else f"%{byte:02X}" for byte in range(256)]


def quote(string, safe="/", encoding=None, errors=None):
    """quote('abc def') -> 'abc%20def'"""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """Like quote(), and a space becomes "+"."""
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """quote_from_bytes(b'abc def\\x3f') -> 'abc%20def%3f'"""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes(byte for byte in safe if byte < 128)
    if not bs.rstrip(_always_safe + safe):
        return bs.decode()
    return "".join(map(_quoted_bytes(safe).__getitem__, bs))


# ---- queries

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """The query as a dict of lists."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """The query as a list of pairs."""
    qs, of_kind = _as_text(qs)
    separator, _ = _as_text(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    result = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            result.append(tuple(of_kind(unquote(text.replace("+", " "), encoding=encoding, errors=errors)) for text in (name, value)))
    return result


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """The query of a mapping or a sequence of pairs; with `doseq` each item of a value that is a sequence becomes a pair."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def quoted(value):
        return quote_via(value, safe) if isinstance(value, bytes) else quote_via(str(value), safe, encoding, errors)
    pairs = []
    for key, value in query:
        key = quoted(key)
        values = (value,)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        pairs += [key + "=" + quoted(item) for item in values]
    return "&".join(pairs)


# ---- parts of URLs by the old functions, which warn: urllib.parse.splitport, and _splitport, which does not

def _splittype(url):
    found = re.match(r"([^/:]+):(?s:(.*))", url)
    return (found[1].lower(), found[2]) if found else (None, url)


def _splithost(url):
    found = re.fullmatch(r"//([^/#?]*)(?s:(.*))", url)
    if not found:
        return None, url
    host, path = found.groups()
    return host, path if path[:1] in ("", "/") else "/" + path


def _ends(text, sign):
    before, found, after = text.rpartition(sign)
    return (before, after) if found else None


def _splituser(host):
    return _ends(host, "@") or (None, host)


def _splitpasswd(user):
    name, found, password = user.partition(":")
    return name, password if found else None


def _splitport(host):
    found = re.fullmatch(r"(?s:(.*)):([0-9]*)", host)
    return (found[1], found[2] or None) if found else (host, None)


def _splitnport(host, defport=-1):
    name, port = _ends(host, ":") or (host, "")
    return name, (int(port) if port.isascii() and port.isdigit() else None) if port else defport


def _splitquery(url):
    return _ends(url, "?") or (url, None)


def _splittag(url):
    return _ends(url, "#") or (url, None)


def _splitattr(url):
    words = url.split(";")
    return words[0], words[1:]


def _splitvalue(attr):
    name, found, value = attr.partition("=")
    return name, value if found else None


_old = {"splittype": "urlparse() instead", "splithost": "urlparse() instead", "splituser": "urlparse() instead", "splitpasswd": "urlparse() instead",
        "splitport": "urlparse() instead", "splitnport": "urlparse() instead", "splitquery": "urlparse() instead", "splittag": "urlparse() instead",
        "splitattr": "urlparse() instead", "splitvalue": "parse_qsl() instead"}


def __getattr__(name):
    if name not in _old:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    function = globals()["_" + name]

    @functools.wraps(function)
    def warning(*args, **kwargs):
        import warnings
        warnings.warn(f"urllib.parse.{name}() is deprecated as of 3.8, use urllib.parse.{_old[name]}", DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)
    warning.__name__ = warning.__qualname__ = name
    globals()[name] = warning
    return warning
