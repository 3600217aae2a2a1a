"""What goes wrong in SAX (library reference, "xml.sax")."""


class SAXException(Exception):
    """An error or a warning, with the exception that led to it, if one did."""

    def __init__(self, msg, exception=None):
        super().__init__(msg)
        self._msg, self._exception = msg, exception

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXParseException(SAXException):
    """The same, with its place in the document."""

    def __init__(self, msg, exception, locator):
        super().__init__(msg, exception)
        self._locator = locator
        # the parser goes on, so that its locator will tell of another place
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        place = [self.getSystemId(), self.getLineNumber(), self.getColumnNumber()]
        where, line, column = ("<unknown>" if place[0] is None else place[0], *("?" if n is None else n for n in place[1:]))
        return f"{where}:{line}:{column}: {self._msg}"


class SAXNotRecognizedException(SAXException):
    """A feature or property that the parser does not know."""


class SAXNotSupportedException(SAXException):
    """One that it knows, but not with this value, or not now."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """A parser that lacks what it is made of."""
