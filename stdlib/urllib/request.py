"""Opening of addresses (library reference, "urllib.request").

An OpenerDirector has handlers. What their methods are called says when they are asked, for a request "http://...":

    http_request, http_response     each handler may change the request and then the response
    default_open, http_open, unknown_open     the first that answers has opened it
    http_error_404, http_error_default        the first that answers has dealt with an error
"""
import base64
import bisect
import contextlib
import http.client
import io
import os
import posixpath
import re
import socket
import string
import sys
import time
import warnings
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import (_splitpasswd, _splitport, _splituser, quote, unquote, unquote_to_bytes, unwrap, urljoin, urlparse, urlsplit, urlunparse)
from urllib.response import addclosehook, addinfourl

__all__ = ["Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "HTTPCookieProcessor", "ProxyHandler",
           "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth", "AbstractBasicAuthHandler", "HTTPBasicAuthHandler",
           "ProxyBasicAuthHandler", "AbstractDigestAuthHandler", "HTTPDigestAuthHandler", "ProxyDigestAuthHandler", "HTTPHandler", "FileHandler",
           "FTPHandler", "CacheFTPHandler", "DataHandler", "UnknownHandler", "HTTPErrorProcessor", "urlopen", "install_opener", "build_opener",
           "pathname2url", "url2pathname", "getproxies", "urlretrieve", "urlcleanup", "URLopener", "FancyURLopener"]
__version__ = "%d.%d" % sys.version_info[:2]


def _split_scheme(url):
    """(scheme or None, the rest)"""
    found = re.match(r"([^/:]+):(.*)", url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def _split_host(url):
    """(host or None, path) of "//host/path"."""
    found = re.match(r"//([^/#?]*)(.*)", url, re.DOTALL)
    if not found:
        return None, url
    path = found[2]
    return found[1], "/" + path if path and path[0] != "/" else path


# ---- the plain way

_opener = None
_temporary_files = []


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, cafile=None, capath=None, cadefault=False, context=None):
    """Opens an address or a Request; with `data` (bytes, a file, an iterable of bytes) by POST. The response is a file with headers."""
    global _opener
    if cafile or capath or cadefault:
        if context is not None:
            raise ValueError("You can't pass both context and any of cafile, capath, and cadefault")
        warnings.warn("cafile, capath and cadefault are deprecated, use a custom context instead.", DeprecationWarning, 2)
        import ssl
        context = ssl.create_default_context(cafile=cafile, capath=capath)
        context.set_alpn_protocols(["http/1.1"])
    if context:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    """Sets the opener that urlopen() uses."""
    global _opener
    _opener = opener


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what is at an address into a file: (name of the file, headers). `reporthook(blocks so far, size of a block, size or -1)`."""
    kind, path = _split_scheme(url)
    with contextlib.closing(urlopen(url, data)) as source:
        headers = source.info()
        if kind == "file" and not filename:
            return os.path.normpath(path), headers
        if filename:
            target = open(filename, "wb")
        else:
            import tempfile
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary_files.append(filename)
        with target:
            size = int(headers["Content-Length"]) if "content-length" in headers else -1
            read = _copied(source, target, size, reporthook)
    if 0 <= read < size:
        raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", (filename, headers))
    return filename, headers


def _copied(source, target, size, reporthook):
    block_size, blocks, read = 1024 * 8, 0, 0
    if reporthook:
        reporthook(blocks, block_size, size)
    while block := source.read(block_size):
        read += len(block)
        target.write(block)
        blocks += 1
        if reporthook:
            reporthook(blocks, block_size, size)
    return read


def urlcleanup():
    """Removes the temporary files of urlretrieve()."""
    for name in _temporary_files:
        with contextlib.suppress(OSError):
            os.unlink(name)
    _temporary_files.clear()
    install_opener(None)


def pathname2url(pathname):
    """A path as the path of an address."""
    return quote(pathname)


def url2pathname(pathname):
    """The path of an address as a path."""
    return unquote(pathname)


# ---- requests

class Request:
    """What is to be opened: an address, data, headers and a method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.headers, self.unredirected_hdrs = {}, {}
        self._data = self._tunnel_host = self.timeout = None
        self.full_url = url
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, mark, fragment = unwrap(url).partition("#")
        self.fragment = fragment if mark else None
        self.type, rest = _split_scheme(self._full_url)
        if self.type is None:
            raise ValueError("unknown url type: %r" % self.full_url)
        self.host, self.selector = _split_host(rest)
        if self.host:
            self.host = unquote(self.host)

    @full_url.deleter
    def full_url(self):
        self._full_url = self.fragment = None
        self.selector = ""

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            # What was found out about the data before holds no longer.
            self._data = data
            self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        """The method: the one that was given, or POST if there are data."""
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        """Sends the request to a proxy."""
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type, self.selector = type, self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    # Names of headers are kept with one capital letter.

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """Adds a header that is not sent where a redirection leads to."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list((self.unredirected_hdrs | self.headers).items())


def request_host(request):
    """The host of a request, in lower case, without a port."""
    host = urlparse(request.full_url)[1] or request.get_header("Host", "")
    return re.sub(r":\d+\Z", "", host, flags=re.ASCII).lower()


# ---- the director

class OpenerDirector:
    """Opens addresses with the help of its handlers."""

    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/" + __version__)]
        self.handlers = []
        self.handle_open, self.handle_error, self.process_response, self.process_request = {}, {}, {}, {}

    def add_handler(self, handler):
        """Adds a handler; the names of its methods say for what."""
        if not hasattr(handler, "add_parent"):
            raise TypeError("expected BaseHandler instance, got %r" % type(handler))
        added = False
        for name in dir(handler):
            if name in ("redirect_request", "do_open", "proxy_open"):
                continue
            protocol, underscore, condition = name.partition("_")
            if not underscore:
                continue
            if condition.startswith("error"):
                status = name[len(protocol) + len("_error_"):]
                key = int(status) if status.isdigit() else status
                chain = self.handle_error.setdefault(protocol, {}).setdefault(key, [])
            elif condition == "open":
                chain = self.handle_open.setdefault(protocol, [])
            elif condition in ("response", "request"):
                chain = getattr(self, "process_" + condition).setdefault(protocol, [])
            else:
                continue
            bisect.insort(chain, handler)
            added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        """Does nothing: the handlers may live on."""

    @staticmethod
    def _first_answer(chain, method, *args):
        for handler in chain:
            result = getattr(handler, method)(*args)
            if result is not None:
                return result
        return None

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Opens an address or a request."""
        request = fullurl
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        elif data is not None:
            request.data = data
        request.timeout = timeout
        protocol = request.type
        for handler in self.process_request.get(protocol, ()):
            request = getattr(handler, protocol + "_request")(request)
        sys.audit("urllib.Request", request.full_url, request.data, request.headers, request.get_method())
        response = self._opened(request, data)
        for handler in self.process_response.get(protocol, ()):
            response = getattr(handler, protocol + "_response")(request, response)
        return response

    def _opened(self, request, data=None):
        for kind in ("default", request.type, "unknown"):
            result = self._first_answer(self.handle_open.get(kind, ()), kind + "_open", request)
            if result:
                return result
        return None

    def error(self, proto, *args):
        """Lets the handlers deal with an error."""
        is_http = proto in ("http", "https")
        if is_http:
            chains, status = self.handle_error.get("http", {}), args[2]
            result = self._first_answer(chains.get(status, ()), f"http_error_{status}", *args)
            if not result:
                result = self._first_answer(chains.get("default", ()), "http_error_default", *args)
            return result
        return self._first_answer(self.handle_error.get(proto, {}).get(proto, ()), proto + "_error", *args)


def build_opener(*handlers):
    """An opener with the usual handlers; those given (objects or classes) stand for the usual ones they are subclasses of."""
    opener = OpenerDirector()
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FTPHandler, FileHandler, HTTPErrorProcessor,
             DataHandler, HTTPSHandler]
    classes = [handler if isinstance(handler, type) else type(handler) for handler in handlers]
    for each in usual:
        if not any([issubclass(given, each) for given in classes]):
            opener.add_handler(each())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


class BaseHandler:
    """The base of handlers; `handler_order` says who is asked first."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        """Does nothing."""

    def __lt__(self, other):
        return self.handler_order < other.handler_order if hasattr(other, "handler_order") else True


# ---- errors and redirections

class HTTPErrorProcessor(BaseHandler):
    """Hands responses with a status other than 2xx to the handlers of errors."""

    handler_order = 1000

    def http_response(self, request, response):
        if 200 <= response.code < 300:
            return response
        return self.parent.error("http", request, response, response.code, response.msg, response.info())

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises HTTPError."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Follows redirections."""

    max_repeats, max_redirections = 4, 10
    inf_msg = "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n"

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request that follows a redirection, or None; HTTPError if that may not be followed."""
        method = req.get_method()
        if not (method in ("GET", "HEAD") and code in (301, 302, 303, 307, 308) or method == "POST" and code in (301, 302, 303)):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items() if name.lower() not in ("content-length", "content-type")}
        return Request(newurl.replace(" ", "%20"), method="HEAD" if method == "HEAD" else "GET", headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        target = headers.get("location", headers.get("uri"))
        if target is None:
            return None
        parts = urlparse(target)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(target, code, f"{msg} - Redirection to url '{target}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path="/")
        # Some servers send what should have been quoted.
        target = urljoin(req.full_url, quote(urlunparse(parts), encoding="iso-8859-1", safe=string.punctuation))
        following = self.redirect_request(req, fp, code, msg, headers, target)
        if following is None:
            return None
        visited = following.redirect_dict = req.redirect_dict = getattr(req, "redirect_dict", {})
        if visited.get(target, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[target] = visited.get(target, 0) + 1
        fp.read()  # so that the connection can be closed in good order
        fp.close()
        return self.parent.open(following, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


# ---- proxies

def getproxies_environment():
    """{scheme: proxy} of the variables <scheme>_proxy; those in lower case count more."""
    found = {}
    by_case = sorted(os.environ.items(), key=lambda item: item[0].islower())
    for name, value in by_case:
        lowered = name.lower()
        if not lowered.endswith("_proxy") or lowered == "_proxy":
            continue
        scheme = lowered[:-len("_proxy")]
        if value:
            found[scheme] = value
        elif name[-6:] == "_proxy":
            found.pop(scheme, None)
    if "REQUEST_METHOD" in os.environ:
        # Under CGI HTTP_PROXY comes from the client.
        found.pop("http", None)
        if "http_proxy" in os.environ and os.environ["http_proxy"]:
            found["http"] = os.environ["http_proxy"]
    return found


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    """Whether no_proxy says that the host is asked directly."""
    excluded = (getproxies_environment() if proxies is None else proxies).get("no")
    if not excluded:
        return False
    if excluded == "*":
        return True
    host = host.lower()
    alone = re.sub(r":\d+\Z", "", host)
    for name in excluded.split(","):
        name = name.strip().lstrip(".").lower()
        if name and any([each == name or each.endswith("." + name) for each in (alone, host)]):
            return True
    return False


proxy_bypass = proxy_bypass_environment


def _proxy_parts(proxy):
    """(scheme or None, user, password, host and port) of "http://user:password@host:port"."""
    scheme, rest = _split_scheme(proxy)
    if not rest.startswith("/"):
        scheme, authority = None, proxy
    else:
        if not rest.startswith("//"):
            raise ValueError("proxy URL with no authority: %r" % proxy)
        authority = re.match(r"[^/?]*", rest[2:])[0]
    info, at, host = authority.rpartition("@")
    user, colon, password = info.partition(":")
    return scheme, user if at else None, password if colon else None, host


class ProxyHandler(BaseHandler):
    """Sends requests to proxies: {scheme: address}, by default those of the environment."""

    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        assert hasattr(self.proxies, "keys"), "proxies must be a mapping"
        for scheme, address in self.proxies.items():
            scheme = scheme.lower()
            setattr(self, scheme + "_open", lambda request, address=address, scheme=scheme: self.proxy_open(request, address, scheme))

    def proxy_open(self, req, proxy, type):
        original = req.type
        scheme, user, password, host = _proxy_parts(proxy)
        scheme = original if scheme is None else scheme
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            secret = base64.b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")
            req.add_header("Proxy-authorization", "Basic " + secret)
        req.set_proxy(unquote(host), scheme)
        if original == scheme or original == "https":
            return None  # another handler opens it
        return self.parent.open(req, timeout=req.timeout)


# ---- passwords

class HTTPPasswordMgr:
    """Users and passwords by realm and address."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        """Says what is to be used for these addresses and what is below them."""
        uris = (uri,) if isinstance(uri, str) else uri
        entries = self.passwd.setdefault(realm, {})
        for with_port in (True, False):
            entries[tuple([self.reduce_uri(each, with_port) for each in uris])] = user, passwd

    def find_user_password(self, realm, authuri):
        """(user, password); (None, None): nothing is known."""
        for with_port in (True, False):
            wanted = self.reduce_uri(authuri, with_port)
            for uris, found in self.passwd.get(realm, {}).items():
                if any([self.is_suburi(uri, wanted) for uri in uris]):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """(host and port, path)"""
        parts = urlsplit(uri)
        scheme, authority, path = (parts[0], parts[1], parts[2] or "/") if parts[1] else (None, uri, "/")
        host, port = re.fullmatch(r"(.*?)(?::(\d*))?", authority, re.DOTALL).groups()
        if default_port and port is None and scheme in ("http", "https"):
            authority = f"{host}:{80 if scheme == 'http' else 443}"
        return authority, path

    def is_suburi(self, base, test):
        """Whether an address is this one or below it."""
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1] if base[1][-1:] == "/" else base[1] + "/"
        return test[1].startswith(prefix)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """What is known for the realm None is for all."""

    def find_user_password(self, realm, authuri):
        user, password = super().find_user_password(realm, authuri)
        return (user, password) if user is not None else super().find_user_password(None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Knows for which addresses passwords are sent without being asked for."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        for each in (uri,) if isinstance(uri, str) else uri:
            for with_port in (True, False):
                self.authenticated[self.reduce_uri(each, with_port)] = is_authenticated

    def is_authenticated(self, authuri):
        for with_port in (True, False):
            wanted = self.reduce_uri(authuri, with_port)
            for uri, known in self.authenticated.items():
                if self.is_suburi(uri, wanted):
                    return known
        return None


class AbstractBasicAuthHandler:
    """Answers what a server (or proxy) asks for by Basic authentication."""

    rx = re.compile(r"""(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["']?)([^"']*)\2""", re.IGNORECASE)

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        asked = headers.get_all(authreq)
        if not asked:
            return None
        unknown = None
        for header in asked:
            for scheme, mark, realm in self.rx.findall(header):
                if mark not in ('"', "'"):
                    warnings.warn("Basic Auth Realm was unquoted", UserWarning, 3)
                if scheme.lower() == "basic":
                    return self.retry_http_basic_auth(host, req, realm)
            unknown = header.split()[0] if header.split() else header
        raise ValueError(f"AbstractBasicAuthHandler does not support the following scheme: {unknown!r}")

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        secret = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
        if req.get_header(self.auth_header) == secret:
            return None  # it was refused
        req.add_unredirected_header(self.auth_header, secret)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        if not hasattr(self.passwd, "is_authenticated") or not self.passwd.is_authenticated(req.full_url):
            return req
        if not req.has_header("Authorization"):
            user, password = self.passwd.find_user_password(None, req.full_url)
            req.add_unredirected_header("Authorization", "Basic " + base64.standard_b64encode(f"{user}:{password}".encode()).decode())
        return req

    def http_response(self, req, response):
        if hasattr(self.passwd, "is_authenticated"):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request, https_response = http_request, http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Basic authentication with servers."""

    auth_header = "Authorization"

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Basic authentication with proxies."""

    auth_header = "Proxy-authorization"

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


class AbstractDigestAuthHandler:
    """Answers what a server (or proxy) asks for by Digest authentication (RFC 2617)."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried, self.nonce_count, self.last_nonce = 0, 0, None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        asked = headers.get(auth_header, None)
        if self.retried > 5:
            raise HTTPError(req.full_url, 401, "digest auth failed", headers, None)
        self.retried += 1
        if asked:
            scheme = asked.split()[0]
            if scheme.lower() == "digest":
                return self.retry_http_digest_auth(req, asked)
            if scheme.lower() != "basic":
                raise ValueError(f"AbstractDigestAuthHandler does not support the following scheme: '{scheme}'")
        return None

    def retry_http_digest_auth(self, req, auth):
        challenge = parse_keqv_list(filter(None, parse_http_list(auth.split(" ", 1)[1])))
        answer = self.get_authorization(req, challenge)
        if not answer:
            return None
        header = f"Digest {answer}"
        if req.headers.get(self.auth_header, None) == header:
            return None
        req.add_unredirected_header(self.auth_header, header)
        return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        import hashlib
        return hashlib.sha1(f"{self.nonce_count}:{nonce}:{time.ctime()}:".encode("ascii") + os.urandom(8)).hexdigest()[:16]

    def get_authorization(self, req, chal):
        try:
            realm, nonce = chal["realm"], chal["nonce"]
        except KeyError:
            return None
        qop, algorithm, opaque = chal.get("qop"), chal.get("algorithm", "MD5"), chal.get("opaque")
        H, keyed = self.get_algorithm_impls(algorithm)
        user, password = self.passwd.find_user_password(realm, req.full_url)
        if H is None or user is None:
            return None
        first, second = f"{user}:{realm}:{password}", f"{req.get_method()}:{req.selector}"
        count = client = None
        if qop is None:
            digest = keyed(H(first), f"{nonce}:{H(second)}")
        elif "auth" in qop.split(","):
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            count, client = "%08x" % self.nonce_count, self.get_cnonce(nonce)
            digest = keyed(H(first), f"{nonce}:{count}:{client}:auth:{H(second)}")
        else:
            raise URLError("qop '%s' is not supported." % qop)
        answer = f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{req.selector}", response="{digest}"'
        if opaque:
            answer += f', opaque="{opaque}"'
        answer += f', algorithm="{algorithm}"'
        return answer if qop is None else f'{answer}, qop=auth, nc={count}, cnonce="{client}"'

    def get_algorithm_impls(self, algorithm):
        """(hash of a text, hash of a secret and a text)"""
        import hashlib
        name = {"MD5": "md5", "SHA": "sha1"}.get(algorithm)
        if name is None:
            raise ValueError("Unsupported digest authentication algorithm %r" % algorithm)

        def H(text):
            return hashlib.new(name, text.encode("ascii")).hexdigest()
        return H, lambda secret, text: H(f"{secret}:{text}")


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Digest authentication with servers."""

    auth_header, handler_order = "Authorization", 490

    def http_error_401(self, req, fp, code, msg, headers):
        result = self.http_error_auth_reqed("www-authenticate", urlparse(req.full_url)[1], req, headers)
        self.reset_retry_count()
        return result


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Digest authentication with proxies."""

    auth_header, handler_order = "Proxy-Authorization", 490

    def http_error_407(self, req, fp, code, msg, headers):
        result = self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)
        self.reset_retry_count()
        return result


def parse_http_list(s):
    """The elements of a list with commas, which may be quoted."""
    found = re.findall(r'((?:"(?:\\.|[^"\\])*(?:"|\Z)|[^,"])+)', s, re.DOTALL)
    return [re.sub(r'"(?:\\.|[^"\\])*"', lambda quoted: re.sub(r"\\(.)", r"\1", quoted[0]) if "\\" in quoted[0] else quoted[0], part).strip() for part in found]


def parse_keqv_list(l):
    """{name: value} of "name=value" elements."""
    made = {}
    for element in l:
        name, value = element.split("=", 1)
        made[name] = value[1:-1] if value[0] == '"' and value[-1] == '"' else value
    return made


# ---- http

class AbstractHTTPHandler(BaseHandler):
    """What HTTP and HTTPS have in common."""

    def __init__(self, debuglevel=None):
        self._debuglevel = http.client.HTTPConnection.debuglevel if debuglevel is None else debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        """Adds the headers that a request must have."""
        if not request.host:
            raise URLError("no host given")
        if request.data is not None:
            self._describe_data(request)
        host = urlsplit(request.selector).netloc if request.has_proxy() else ""
        if not request.has_header("Host"):
            request.add_unredirected_header("Host", host or request.host)
        for name, value in self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name.capitalize(), value)
        return request

    @staticmethod
    def _describe_data(request):
        data = request.data
        if isinstance(data, str):
            raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
        if not request.has_header("Content-type"):
            request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
        if request.has_header("Content-length") or request.has_header("Transfer-encoding"):
            return
        length = http.client.HTTPConnection._length_of(data, request.get_method())
        if length is None:
            request.add_unredirected_header("Transfer-encoding", "chunked")
        else:
            request.add_unredirected_header("Content-length", str(length))

    def do_open(self, http_class, req, **http_conn_args):
        """The response to a request, through a connection of this class."""
        if not req.host:
            raise URLError("no host given")
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update({name: value for name, value in req.headers.items() if name not in headers})
        headers["Connection"] = "close"  # one request for each connection
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            secret = headers.pop("Proxy-Authorization", None)
            connection.set_tunnel(req._tunnel_host, headers={"Proxy-Authorization": secret} if secret else {})
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers, encode_chunked=req.has_header("Transfer-encoding"))
            except OSError as problem:
                raise URLError(problem)
            response = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        # The response keeps the socket for itself.
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url, response.msg = req.get_full_url(), response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    """Opens http addresses."""

    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    """Opens https addresses."""

    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)
        if context is None and check_hostname is not None:
            context = http.client._create_https_context(http.client.HTTPSConnection._http_vsn)
        if check_hostname is not None:
            context.check_hostname = check_hostname
        self._context = context  # None: each connection makes its own, when there is one

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    """Keeps cookies and sends them back."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            import http.cookiejar
            cookiejar = http.cookiejar.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response


# ---- other schemes

class UnknownHandler(BaseHandler):
    """Refuses what nobody opens."""

    def unknown_open(self, req):
        raise URLError(f"unknown url type: {req.type}")


def _message(**headers):
    import email.message
    made = email.message.Message()
    for name, value in headers.items():
        made[name.replace("_", "-")] = str(value)
    return made


class FileHandler(BaseHandler):
    """Opens files of this machine."""

    names = None

    def file_open(self, req):
        url = req.selector
        if url[:2] == "//" and url[2:3] != "/" and req.host and req.host != "localhost":
            if req.host not in self.get_names():
                raise URLError("file:// scheme is supported only on localhost")
            return None
        return self.open_local_file(req)

    def get_names(self):
        """The addresses of this machine."""
        if FileHandler.names is None:
            try:
                FileHandler.names = tuple(socket.gethostbyname_ex("localhost")[2] + socket.gethostbyname_ex(socket.gethostname())[2])
            except socket.gaierror:
                FileHandler.names = (socket.gethostbyname("localhost"),)
        return FileHandler.names

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        host, name = req.host, req.selector
        path = url2pathname(name)
        try:
            status = os.stat(path)
            kind = mimetypes.guess_type(name)[0] or "text/plain"
            headers = _message(Content_type=kind, Content_length=status.st_size, Last_modified=email.utils.formatdate(status.st_mtime, usegmt=True))
            port = None
            if host:
                host, _, port = host.partition(":")
            if not host or not port and _address_of(host) in self.get_names():
                return addinfourl(open(path, "rb"), headers, "file://" + (host + name if host else name))
        except OSError as problem:
            raise URLError(problem)
        raise URLError("file not on local host")


def _address_of(host):
    try:
        return socket.gethostbyname(host)
    except socket.gaierror:
        return None


class DataHandler(BaseHandler):
    """Opens data addresses, which hold what they stand for (RFC 2397)."""

    def data_open(self, req):
        url = req.full_url
        kind, data = url.split(":", 1)[1].split(",", 1)
        data = unquote_to_bytes(data)
        if kind.endswith(";base64"):
            data, kind = base64.decodebytes(data), kind[:-7]
        return addinfourl(io.BytesIO(data), _message(Content_type=kind or "text/plain;charset=US-ASCII", Content_length=len(data)), url)


class FTPHandler(BaseHandler):
    """Opens ftp addresses: files, and lists of folders; `;type=` at the end of a path says which, and how text is sent."""

    def ftp_open(self, req):
        import ftplib
        import mimetypes
        if not req.host:
            raise URLError("ftp error: no host given")
        account, host = _splituser(req.host)
        host, port = _splitport(host)
        user, password = _splitpasswd(account) if account else (None, None)
        try:
            address = socket.gethostbyname(unquote(host))
        except OSError as problem:
            raise URLError(problem)
        path, *attributes = req.selector.split(";")
        *folders, name = map(unquote, path.split("/"))
        if folders and not folders[0]:
            folders = folders[1:]
        kind = "I" if name else "D"
        for attribute in attributes:
            key, _, value = attribute.partition("=")
            if key.lower() == "type" and value in ("a", "A", "i", "I", "d", "D"):
                kind = value.upper()
        try:
            transfer = self.connect_ftp(unquote(user or ""), unquote(password or ""), address, int(port) if port else ftplib.FTP_PORT, folders, req.timeout)
            reader, size = transfer.retrfile(name, kind)
        except ftplib.all_errors as problem:
            if isinstance(problem, URLError):
                raise
            raise URLError(problem) from problem
        facts = {}
        if guessed := mimetypes.guess_type(req.full_url)[0]:
            facts["Content_type"] = guessed
        if size is not None and size >= 0:
            facts["Content_length"] = size
        return addinfourl(reader, _message(**facts), req.full_url)

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        from urllib._ftp import ftpwrapper
        return ftpwrapper(user, passwd, host, port, dirs, timeout, persistent=False)


class CacheFTPHandler(FTPHandler):
    """Keeps its connections for the next addresses: as many as `max_conns`, for `delay` seconds after each use."""

    def __init__(self):
        self.cache, self.timeout = {}, {}  # by who and where: the connection, and when it has been idle for too long
        self.delay, self.max_conns = 60, 16

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        self.check_cache()
        key = user, host, port, "/".join(dirs), timeout
        if key not in self.cache:
            from urllib._ftp import ftpwrapper
            self.cache[key] = ftpwrapper(user, passwd, host, port, dirs, timeout)
        self.timeout[key] = time.monotonic() + self.delay
        return self.cache[key]

    def check_cache(self):
        """Closes what has been idle for too long, and the oldest where there is no room for another."""
        now = time.monotonic()
        for key in sorted(self.timeout, key=self.timeout.get):
            if self.timeout[key] < now or len(self.cache) >= self.max_conns:
                self.cache.pop(key).close()
                del self.timeout[key]

    def clear_cache(self):
        """Closes all connections."""
        for connection in self.cache.values():
            connection.close()
        self.cache.clear()
        self.timeout.clear()

    def setTimeout(self, t):
        self.delay = t

    def setMaxConns(self, m):
        self.max_conns = m


def __getattr__(name):
    if name in ("URLopener", "FancyURLopener"):  # loaded when asked for
        from urllib import _openers
        return getattr(_openers, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
