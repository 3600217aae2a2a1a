"""Internationalised domain names (RFC 3490), label by label."""
from _codecs_other import _to_ascii as ToASCII, _to_unicode


def nameprep(label):
    import unicodedata
    return unicodedata.normalize("NFKC", label.casefold())


def ToUnicode(label):
    return _to_unicode(label if isinstance(label, bytes) else label.encode("ascii") if label.isascii() else ToASCII(label))


def getregentry():
    import _codecs_provided
    return _codecs_provided.search("idna")


def __getattr__(name):
    attributes = dict(IncrementalEncoder="incrementalencoder", IncrementalDecoder="incrementaldecoder", StreamReader="streamreader", StreamWriter="streamwriter")
    if name not in attributes:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(getregentry(), attributes[name])
