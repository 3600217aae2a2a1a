"""URLopener and FancyURLopener: openers whose methods open_<scheme> and http_error_<number> subclasses replace (library reference, "Legacy interface")."""
import base64
import contextlib
import http.client
import os
import re
import time
import warnings
from urllib import request as _request
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import _splitport, _splituser, quote, unquote, unwrap, urljoin, urlsplit
from urllib.response import addinfourl

_SAFE = "%/:=&?~#+!$,;'@()*[]|"


class URLopener:
    """Opens addresses of several schemes; what is wrong with a response is an error."""

    version = "Python-urllib/%s" % _request.__version__

    def __init__(self, proxies=None, **x509):
        warnings.warn(f"{type(self).__name__} style of invoking requests is deprecated. Use newer urlopen functions/methods", DeprecationWarning, stacklevel=3)
        self.proxies = _request.getproxies() if proxies is None else proxies
        assert hasattr(self.proxies, "keys"), "proxies must be a mapping"
        self.key_file, self.cert_file = x509.get("key_file"), x509.get("cert_file")
        self.addheaders = [("User-Agent", self.version), ("Accept", "*/*")]
        self.tempcache, self.ftpcache, self._kept = None, {}, []

    def __del__(self):
        self.close()

    def close(self):
        self.cleanup()

    def cleanup(self):
        """Removes the files of retrieve() that got no name."""
        for name in getattr(self, "_kept", ()):
            with contextlib.suppress(OSError):
                os.unlink(name)
        self._kept = []
        if self.tempcache:
            self.tempcache.clear()

    def addheader(self, *args):
        """Adds (name, value), which is sent with each request."""
        self.addheaders.append(args)

    # what is asked for

    def open(self, fullurl, data=None):
        """Opens an address, with data (bytes) by POST: a file with headers."""
        url = quote(unwrap(fullurl if isinstance(fullurl, str) else fullurl.decode("ascii")), safe=_SAFE)
        if self.tempcache and url in self.tempcache:
            name, headers = self.tempcache[url]
            return addinfourl(open(name, "rb"), headers, url)
        scheme, colon, rest = url.partition(":")
        if not colon or "/" in scheme:
            scheme, rest = "file", url
        proxy = self.proxies.get(scheme)
        if proxy:
            scheme, rest = _request._split_scheme(proxy)
            rest = _request._split_host(rest)[0], url
        self.type = scheme
        name = scheme.replace("-", "_")
        method = getattr(self, "open_" + name, None) if name != "local_file" else None
        if method is None:
            return self.open_unknown_proxy(proxy, fullurl, data) if proxy else self.open_unknown(fullurl, data)
        try:
            return method(rest) if data is None else method(rest, data)
        except (HTTPError, URLError):
            raise
        except OSError as problem:
            raise OSError("socket error", problem) from problem

    def open_unknown(self, fullurl, data=None):
        raise OSError("url error", "unknown url type", fullurl.partition(":")[0] if ":" in fullurl else None)

    def open_unknown_proxy(self, proxy, fullurl, data=None):
        raise OSError("url error", f"invalid proxy for {self.type}", proxy)

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        """Copies what is there into a file: (its name, headers). A file of this machine that is given no name stays where it is."""
        url = unwrap(url)
        if self.tempcache and url in self.tempcache:
            return self.tempcache[url]
        kind, path = _request._split_scheme(url)
        if filename is None and kind in (None, "file"):
            with contextlib.suppress(OSError):
                with self.open_local_file(path) as there:
                    return _request.url2pathname(_request._split_host(path)[1]), there.info()
        with contextlib.closing(self.open(url, data)) as source:
            headers = source.info()
            if filename is None:
                import tempfile
                number, filename = tempfile.mkstemp(os.path.splitext(urlsplit(url).path)[1])
                self._kept.append(filename)
                target = os.fdopen(number, "wb")
            else:
                target = open(filename, "wb")
            with target:
                size = int(headers["Content-Length"]) if "content-length" in headers else -1
                read = _request._copied(source, target, size, reporthook)
        if self.tempcache is not None:
            self.tempcache[url] = filename, headers
        if 0 <= read < size:
            raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", (filename, headers))
        return filename, headers

    # each scheme

    def open_http(self, url, data=None):
        """url: "//host/path", or (proxy, address)."""
        through_proxy = not isinstance(url, str)
        host, selector = url if through_proxy else _request._split_host(url)
        asked = _request._split_host(_request._split_scheme(selector)[1])[0] if through_proxy else host
        proxy_user, host = _splituser(host) if through_proxy else (None, host)
        user, asked = _splituser(asked or "")
        if through_proxy and user:
            selector = selector.replace(user + "@", "", 1)
        if not through_proxy:
            host = asked
        if through_proxy and _request.proxy_bypass(asked):
            host = asked
        if not host:
            raise OSError("http error", "no host given")
        connection = http.client.HTTPConnection(unquote(host))
        headers = {"Connection": "close"}
        for name, account in (("Proxy-Authorization", proxy_user), ("Authorization", user)):
            if account:
                headers[name] = "Basic " + base64.b64encode(unquote(account).encode()).decode("ascii")
        if asked and through_proxy:
            headers["Host"] = asked
        headers.update(self.addheaders)
        if data is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if data is None else "POST", selector or "/", data, headers)
        try:
            response = connection.getresponse()
        except http.client.BadStatusLine:
            raise URLError("http protocol error: bad status line") from None
        address = selector if through_proxy else "http:" + url
        if 200 <= response.status < 300:
            return addinfourl(response, response.msg, address, response.status)
        return self.http_error(url, response.fp, response.status, response.reason, response.msg, data)

    def http_error(self, url, fp, errcode, errmsg, headers, data=None):
        """Asks http_error_<number>, then http_error_default."""
        method = getattr(self, f"http_error_{errcode}", None)
        if method is not None:
            result = method(url, fp, errcode, errmsg, headers) if data is None else method(url, fp, errcode, errmsg, headers, data)
            if result:
                return result
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        fp.close()
        raise HTTPError(url, errcode, errmsg, headers, None)

    def open_file(self, url):
        if not isinstance(url, str):
            raise URLError("file error: proxy support for file protocol currently not implemented")
        if url.startswith("//") and url[2:3] != "/" and not url[2:].lower().startswith("localhost/"):
            raise ValueError("file:// scheme is supported only on localhost")
        return self.open_local_file(url)

    def open_local_file(self, url):
        import email.utils
        import mimetypes
        host, name = _request._split_host(url)
        path = _request.url2pathname(name)
        try:
            status = os.stat(path)
        except OSError as problem:
            raise URLError(problem.strerror, problem.filename)
        headers = _request._message(Content_Type=mimetypes.guess_type(name)[0] or "text/plain", Content_Length=status.st_size,
                                    Last_modified=email.utils.formatdate(status.st_mtime, usegmt=True))
        if not host:
            if name.startswith("./"):
                raise ValueError(f"local file url may start with / or file:. Unknown url of type: {url}")
            return addinfourl(open(path, "rb"), headers, "file://" + name if name.startswith("/") else name)
        host, port = _splitport(host)
        if not port and _request._address_of(host) in _request.FileHandler().get_names():
            return addinfourl(open(path, "rb"), headers, "file://" + name if name.startswith("/") else name)
        raise URLError("local file error: not on local host")

    def open_ftp(self, url):
        if not isinstance(url, str):
            raise URLError("ftp error: proxy support for ftp protocol currently not implemented")
        host = _request._split_host(url)[0]
        if not host:
            raise URLError("ftp error: no host given")
        opener = _request.FTPHandler()
        asked = _request.Request("ftp:" + url)
        asked.timeout = None
        return opener.ftp_open(asked)

    def open_data(self, url, data=None):
        """What stands in the address itself (RFC 2397)."""
        if not isinstance(url, str):
            raise URLError("data error: proxy support for data protocol currently not implemented")
        kind, comma, text = url.partition(",")
        if not comma:
            raise OSError("data error", "bad data URL")
        kind = kind or "text/plain;charset=US-ASCII"
        encoded = kind.endswith(";base64")
        kind = kind[:-7] if encoded else kind
        content = base64.decodebytes(text.encode("ascii")).decode("latin-1") if encoded else unquote(text)
        import io
        headers = _request._message(Date=time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime()), Content_type=kind, Content_Length=len(content))
        return addinfourl(io.StringIO(content), headers, url)


class FancyURLopener(URLopener):
    """Follows redirections, asks for passwords, and gives responses that tell of errors as they are."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.auth_cache, self.tries, self.maxtries = {}, 0, 10

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        return addinfourl(fp, headers, "http:" + url if url.startswith("//") else url, errcode)

    def http_error_302(self, url, fp, errcode, errmsg, headers, data=None):
        """The address has moved."""
        self.tries += 1
        try:
            if self.maxtries and self.tries >= self.maxtries:
                method = getattr(self, "http_error_500", self.http_error_default)
                return method(url, fp, 500, "Internal Server Error: Redirect Recursion", headers)
            return self.redirect_internal(url, fp, errcode, errmsg, headers, data)
        finally:
            self.tries = 0

    http_error_301 = http_error_303 = http_error_302

    def redirect_internal(self, url, fp, errcode, errmsg, headers, data):
        target = headers.get("location", headers.get("uri"))
        if target is None:
            return None
        fp.close()
        target = urljoin(self.type + ":" + url if url.startswith("//") else url, target)
        if urlsplit(target).scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(target, errcode, f"{errmsg} Redirection to url '{target}' is not allowed.", headers, None)
        return self.open(target)

    def http_error_307(self, url, fp, errcode, errmsg, headers, data=None):
        """Moved for now: what was sent by POST is not sent again."""
        if data is None:
            return self.http_error_302(url, fp, errcode, errmsg, headers, data)
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def http_error_308(self, url, fp, errcode, errmsg, headers, data=None):
        if data is None:
            return self.http_error_301(url, fp, errcode, errmsg, headers, data)
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def http_error_401(self, url, fp, errcode, errmsg, headers, data=None, retry=False):
        """A user and password are asked for."""
        return self._authenticate(url, fp, errcode, errmsg, headers, data, retry, "www-authenticate", "retry_%s_basic_auth")

    def http_error_407(self, url, fp, errcode, errmsg, headers, data=None, retry=False):
        return self._authenticate(url, fp, errcode, errmsg, headers, data, retry, "proxy-authenticate", "retry_proxy_%s_basic_auth")

    def _authenticate(self, url, fp, errcode, errmsg, headers, data, retry, header, name):
        found = re.match(r"""[ \t]*([^ \t]+)[ \t]+realm="([^"]*)\"""", headers.get(header, ""))
        if not found or found[1].lower() != "basic" or not retry:
            URLopener.http_error_default(self, url, fp, errcode, errmsg, headers)
        method = getattr(self, name % self.type)
        return method(url, found[2]) if data is None else method(url, found[2], data)

    def _retry(self, scheme, url, realm, data):
        host, selector = _request._split_host(_request._split_scheme(url)[1] if not url.startswith("//") else url)
        host = _splituser(host)[1]
        user, password = self.get_user_passwd(host, realm, _splituser(host)[0] is not None)
        if not (user or password):
            return None
        address = f"{scheme}://{quote(user, safe='')}:{quote(password, safe='')}@{host}{selector}"
        return self.open(address) if data is None else self.open(address, data)

    def retry_http_basic_auth(self, url, realm, data=None):
        return self._retry("http", url, realm, data)

    def retry_https_basic_auth(self, url, realm, data=None):
        return self._retry("https", url, realm, data)

    def get_user_passwd(self, host, realm, clear_cache=0):
        key = f"{realm}@{host.lower()}"
        if clear_cache:
            self.auth_cache.pop(key, None)
        if key not in self.auth_cache:
            user, password = self.prompt_user_passwd(host, realm)
            if not (user or password):
                return user, password
            self.auth_cache[key] = user, password
        return self.auth_cache[key]

    def prompt_user_passwd(self, host, realm):
        """Asks at the terminal; what subclasses replace."""
        import getpass
        try:
            user = input(f"Enter username for {realm} at {host}: ")
            return user, getpass.getpass(f"Enter password for {user} in {realm} at {host}: ")
        except KeyboardInterrupt:
            print()
            return None, None
