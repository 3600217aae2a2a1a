"""What may be wrong with a message (library reference, "email.errors"): errors are raised, defects are noted (or raised, if a policy says so)."""


class MessageError(Exception):
    """The base of the errors of this package."""


class MessageParseError(MessageError):
    """A message cannot be parsed."""


class HeaderParseError(MessageParseError):
    """A header cannot be parsed."""


class BoundaryError(MessageParseError):
    """No end of a multipart was found. No longer raised."""


class MultipartConversionError(MessageError, TypeError):
    """A message is attached to one that is no multipart."""


class CharsetError(MessageError):
    """A character set that is none."""


class HeaderWriteError(MessageError):
    """A header that would be read as several, or run into what follows it."""


class MessageDefect(ValueError):
    """The base of the defects; `line` is the line it was found in, if that is known."""

    def __init__(self, line=None):
        super().__init__(*() if line is None else (line,))
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart that says no boundary."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary that the header names never came."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """A boundary came, but not the closing one."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first line of the headers is a continuation."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """A "From " line stands among the headers."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """A line among the headers is none, and no empty line stood before it."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
    """A multipart without parts."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
    """A multipart whose encoding is not 7bit, 8bit or binary."""


class UndecodableBytesDefect(MessageDefect):
    """Bytes that the character set does not have."""


class InvalidBase64PaddingDefect(MessageDefect):
    """base64 without its padding."""


class InvalidBase64CharactersDefect(MessageDefect):
    """base64 with characters that are none of it."""


class InvalidBase64LengthDefect(MessageDefect):
    """base64 of a length that cannot be: one more than a multiple of four."""


class HeaderDefect(MessageDefect):
    """The base of the defects of headers."""


class InvalidHeaderDefect(HeaderDefect):
    """A header that is not valid."""


class HeaderMissingRequiredValue(HeaderDefect):
    """A header without the value it must have."""


class NonPrintableDefect(HeaderDefect):
    """Characters that cannot be printed."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return f"the following ASCII non-printables found in header: {self.non_printables}"


class ObsoleteHeaderDefect(HeaderDefect):
    """A form that RFC 5322 calls obsolete."""


class NonASCIILocalPartDefect(HeaderDefect):
    """An address with other than ASCII before its "@"."""


class InvalidDateDefect(HeaderDefect):
    """A date that is none."""
