from collections.abc import Iterable
from os import PathLike
from typing import IO, Any
from xml.sax._exceptions import SAXException as SAXException, SAXNotRecognizedException as SAXNotRecognizedException, SAXNotSupportedException as SAXNotSupportedException, SAXParseException as SAXParseException, SAXReaderNotAvailable as SAXReaderNotAvailable
from xml.sax.handler import ContentHandler as ContentHandler, ErrorHandler as ErrorHandler
from xml.sax.xmlreader import InputSource as InputSource, XMLReader
from xml.sax import handler as handler

default_parser_list: list[str]

def make_parser(parser_list: Iterable[str] = ()) -> XMLReader: ...
def parse(source: str | PathLike[str] | IO[str] | IO[bytes] | InputSource | Any, handler: ContentHandler, errorHandler: ErrorHandler = ...) -> None: ...
def parseString(string: str | bytes | bytearray, handler: ContentHandler, errorHandler: ErrorHandler | None = ...) -> None: ...
