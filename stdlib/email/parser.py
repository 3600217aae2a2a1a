"""Messages out of text and bytes (library reference, "email.parser"). All of it is done by the feed parsers: these read whole files for them."""
import io
from ._policybase import compat32
from .feedparser import BytesFeedParser, FeedParser

__all__ = ["Parser", "HeaderParser", "BytesParser", "BytesHeaderParser", "FeedParser", "BytesFeedParser"]

_PIECE = 8192  # characters


class Parser:
    """Makes messages of text."""

    def __init__(self, _class=None, *, policy=compat32):
        self.policy = policy
        self._class = _class

    def parse(self, fp, headersonly=False):
        """The message in a text file; `headersonly`: the body stays text."""
        fed = FeedParser(self._class, policy=self.policy)
        if headersonly:
            fed._set_headersonly()
        for piece in iter(lambda: fp.read(_PIECE), ""):
            fed.feed(piece)
        return fed.close()

    def parsestr(self, text, headersonly=False):
        """The message that a text is."""
        return self.parse(io.StringIO(text), headersonly)


class BytesParser:
    """Makes messages of bytes, as a parser of text does; bytes that are not ASCII become surrogates, which the message knows to be bytes."""

    def __init__(self, *args, **kw):
        self.parser = Parser(*args, **kw)

    def parse(self, fp, headersonly=False):
        """The message in a binary file. Lines may end in any way."""
        text = _text_of(fp.read())
        return self.parser.parsestr("\n".join(text.replace("\r\n", "\n").split("\r")), headersonly)

    def parsebytes(self, text, headersonly=False):
        """The message that bytes are."""
        return self.parser.parsestr(_text_of(text), headersonly)


def _text_of(data):
    return str(data, "ascii", "surrogateescape")


class HeaderParser(Parser):
    """Makes messages of text, whose bodies stay text whatever is asked."""

    def parse(self, fp, headersonly=True):
        return super().parse(fp, True)

    def parsestr(self, text, headersonly=True):
        return super().parsestr(text, True)


class BytesHeaderParser(BytesParser):
    """Makes messages of bytes, whose bodies stay text whatever is asked."""

    def parse(self, fp, headersonly=True):
        return super().parse(fp, True)

    def parsebytes(self, text, headersonly=True):
        return super().parsebytes(text, True)
