"""SAX (library reference, "xml.sax"): of it the texts of saxutils. What would parse is refused by name; xml.etree.ElementTree parses."""

__all__ = ["parse", "parseString", "make_parser"]


def _refused(name):
    raise NotImplementedError(f"xml.sax.{name}(): Typhon has no SAX parser (xml.etree.ElementTree has iterparse() and XMLParser(target=...))")


def parse(source, handler, errorHandler=None):
    """Refused."""
    _refused("parse")


def parseString(string, handler, errorHandler=None):
    """Refused."""
    _refused("parseString")


def make_parser(parser_list=()):
    """Refused."""
    _refused("make_parser")
