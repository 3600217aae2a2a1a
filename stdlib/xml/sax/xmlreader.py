"""What a SAX parser is made of (library reference, "xml.sax.xmlreader")."""
from . import handler
from ._exceptions import SAXNotRecognizedException, SAXNotSupportedException


class XMLReader:
    """A parser: it reads a source and calls handlers."""

    def __init__(self):
        self._cont_handler = handler.ContentHandler()
        self._dtd_handler = handler.DTDHandler()
        self._ent_handler = handler.EntityResolver()
        self._err_handler = handler.ErrorHandler()

    def parse(self, source):
        """Reads a system identifier, or an InputSource, to its end."""
        raise NotImplementedError("This method must be implemented!")

    def getContentHandler(self):
        return self._cont_handler

    def setContentHandler(self, handler):
        self._cont_handler = handler

    def getDTDHandler(self):
        return self._dtd_handler

    def setDTDHandler(self, handler):
        self._dtd_handler = handler

    def getEntityResolver(self):
        return self._ent_handler

    def setEntityResolver(self, resolver):
        self._ent_handler = resolver

    def getErrorHandler(self):
        return self._err_handler

    def setErrorHandler(self, handler):
        self._err_handler = handler

    def setLocale(self, locale):
        """The language of messages."""
        raise SAXNotSupportedException("Locale support not implemented")

    def getFeature(self, name):
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def getProperty(self, name):
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")


class IncrementalParser(XMLReader):
    """One that takes its document in pieces: feed(), and close() at the end; then reset() for the next."""

    def __init__(self, bufsize=2 ** 16):
        self._bufsize = bufsize
        super().__init__()

    def parse(self, source):
        from .saxutils import prepare_input_source
        source = prepare_input_source(source)
        self.prepareParser(source)
        # a stream of characters is taken before one of bytes
        stream = source.getCharacterStream()
        if stream is None:
            stream = source.getByteStream()
        while piece := stream.read(self._bufsize):
            self.feed(piece)
        self.close()

    def feed(self, data):
        """The next piece."""
        raise NotImplementedError("This method must be implemented!")

    def prepareParser(self, source):
        """Before the first piece of this InputSource."""
        raise NotImplementedError("prepareParser must be overridden!")

    def close(self):
        """There are no more pieces."""
        raise NotImplementedError("This method must be implemented!")

    def reset(self):
        """Another document begins."""
        raise NotImplementedError("This method must be implemented!")


class Locator:
    """Where an event is; the end of what it is about."""

    def getColumnNumber(self):
        return -1

    def getLineNumber(self):
        return -1

    def getPublicId(self):
        return None

    def getSystemId(self):
        return None


class InputSource:
    """What is to be read: a stream of characters, else one of bytes, else what is at the system identifier."""

    def __init__(self, system_id=None):
        self.__system = system_id
        self.__public = self.__encoding = self.__bytes = self.__characters = None

    def setPublicId(self, public_id):
        self.__public = public_id

    def getPublicId(self):
        return self.__public

    def setSystemId(self, system_id):
        self.__system = system_id

    def getSystemId(self):
        return self.__system

    def setEncoding(self, encoding):
        self.__encoding = encoding

    def getEncoding(self):
        return self.__encoding

    def setByteStream(self, bytefile):
        self.__bytes = bytefile

    def getByteStream(self):
        return self.__bytes

    def setCharacterStream(self, charfile):
        self.__characters = charfile

    def getCharacterStream(self):
        return self.__characters


class AttributesImpl:
    """Attributes of an element: names to values. A mapping that cannot be changed."""

    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        return len(self._attrs)

    def getType(self, name):
        return "CDATA"

    def getValue(self, name):
        return self._attrs[name]

    def getValueByQName(self, name):
        return self._attrs[name]

    def getNameByQName(self, name):
        if name not in self._attrs:
            raise KeyError(name)
        return name

    getQNameByName = getNameByQName

    def getNames(self):
        return list(self._attrs)

    getQNames = getNames

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, name):
        return self._attrs[name]

    def __contains__(self, name):
        return name in self._attrs

    def keys(self):
        return list(self._attrs.keys())

    def values(self):
        return list(self._attrs.values())

    def items(self):
        return list(self._attrs.items())

    def get(self, name, alternative=None):
        return self._attrs.get(name, alternative)

    def copy(self):
        return self.__class__(self._attrs)


class AttributesNSImpl(AttributesImpl):
    """The same with names of (URI, local name), and what each is called in the document."""

    def __init__(self, attrs, qnames):
        super().__init__(attrs)
        self._qnames = qnames

    def getNameByQName(self, name):
        for key, qname in self._qnames.items():
            if qname == name:
                return key
        raise KeyError(name)

    def getValueByQName(self, name):
        return self._attrs[self.getNameByQName(name)]

    def getQNameByName(self, name):
        return self._qnames[name]

    def getQNames(self):
        return list(self._qnames.values())

    def copy(self):
        return self.__class__(self._attrs, self._qnames)
