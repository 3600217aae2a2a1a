"""Errors of urllib.request (library reference, "urllib.error")."""
import io
import urllib.response

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """Something could not be fetched: `reason`, text or an exception."""

    def __init__(self, reason, filename=None):
        self.args, self.reason = (reason,), reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError, urllib.response.addinfourl):
    """A server answered with an error: which is a response as well, with `code`, `headers` and a body to read."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.code, self.msg, self.hdrs, self.filename = code, msg, hdrs, url
        self.fp = io.BytesIO() if fp is None else fp
        urllib.response.addinfourl.__init__(self, self.fp, hdrs, url, code)

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    @property
    def reason(self):
        return self.msg

    @property
    def headers(self):
        return self.hdrs

    @headers.setter
    def headers(self, headers):
        self.hdrs = headers


class ContentTooShortError(URLError):
    """Less came than Content-Length had said; `content` is what came."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
