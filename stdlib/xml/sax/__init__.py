"""SAX, the simple interface to XML parsers (library reference, "xml.sax")."""
from . import handler
from ._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException, SAXReaderNotAvailable
from .handler import ContentHandler, ErrorHandler
from .xmlreader import InputSource

default_parser_list = ["xml.sax.expatreader"]


def make_parser(parser_list=()):
    """The parser of the first of these modules, and then of default_parser_list, that there is."""
    import importlib
    for name in [*parser_list, *default_parser_list]:
        try:
            return importlib.import_module(name).create_parser()
        except ImportError:
            import sys
            if name in sys.modules:
                raise
        except SAXReaderNotAvailable:
            pass
    raise SAXReaderNotAvailable("No parsers found", None)


def parse(source, handler, errorHandler=ErrorHandler()):
    """Parses a file, by its name, an object that reads, or an InputSource."""
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Parses a str or bytes."""
    import io
    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    parse(source, handler, ErrorHandler() if errorHandler is None else errorHandler)
