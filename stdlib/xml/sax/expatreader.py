"""A SAX parser over xml.parsers.expat (library reference, "xml.sax")."""
import weakref
from xml.parsers import expat

from . import handler, xmlreader
from ._exceptions import SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = "2.07"
AttributesImpl, AttributesNSImpl = xmlreader.AttributesImpl, xmlreader.AttributesNSImpl
_FIXED = {handler.feature_validation: "expat does not support validation", handler.feature_external_pes: "expat does not read external parameter entities",
          handler.feature_namespace_prefixes: "expat does not report namespace prefixes"}


class ExpatLocator(xmlreader.Locator):
    """Where the parser is. It does not keep the parser alive."""

    def __init__(self, parser):
        self._ref = weakref.ref(parser)

    def getColumnNumber(self):
        parser = self._ref()
        return None if parser is None or parser._parser is None else parser._parser.ErrorColumnNumber

    def getLineNumber(self):
        parser = self._ref()
        return 1 if parser is None or parser._parser is None else parser._parser.ErrorLineNumber

    def getPublicId(self):
        parser = self._ref()
        return None if parser is None else parser._source.getPublicId()

    def getSystemId(self):
        parser = self._ref()
        return None if parser is None else parser._source.getSystemId()


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """An incremental parser, which is its own locator."""

    def __init__(self, namespaceHandling=0, bufsize=2 ** 16 - 20):
        super().__init__(bufsize)
        self._source = xmlreader.InputSource()
        self._parser = self._lexical = self._interned = None
        self._has_namespaces = namespaceHandling
        self._parsing = False
        self._entity_stack = []
        self._reads_external = 0

    # documents

    def parse(self, source):
        from .saxutils import prepare_input_source
        source = prepare_input_source(source)
        self._source = source
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(ExpatLocator(self))
            super().parse(source)
        except BaseException:
            self._close_source()
            raise

    def prepareParser(self, source):
        if source.getSystemId() is not None:
            self._parser.SetBase(source.getSystemId())

    def feed(self, data, isFinal=False):
        if not self._parsing:
            self.reset()
            self._parsing = True
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as problem:
            found = SAXParseException(expat.ErrorString(problem.code), problem, self)
            self._err_handler.fatalError(found)

    def flush(self):
        """Everything that was fed is told of."""
        if self._parser is None:
            return
        was_deferred = self._parser.GetReparseDeferralEnabled()
        try:
            self._parser.SetReparseDeferralEnabled(False)
            self._parser.Parse(b"", False)
        except expat.error as problem:
            self._err_handler.fatalError(SAXParseException(expat.ErrorString(problem.code), problem, self))
        finally:
            self._parser.SetReparseDeferralEnabled(was_deferred)

    def close(self):
        if self._entity_stack or self._parser is None or isinstance(self._parser, _ClosedParser):
            return
        try:
            self.feed(b"", isFinal=True)
            self._cont_handler.endDocument()
            self._parsing = False
            # handlers and parser refer to each other
            parser, self._parser = self._parser, _ClosedParser()
            self._parser.ErrorColumnNumber, self._parser.ErrorLineNumber = parser.ErrorColumnNumber, parser.ErrorLineNumber
        finally:
            self._parsing = False
            self._close_source()

    def _close_source(self):
        for stream in (self._source.getCharacterStream(), self._source.getByteStream()):
            if stream is not None:
                stream.close()
                break

    def reset(self):
        if self._has_namespaces:
            self._parser = expat.ParserCreate(self._source.getEncoding(), " ", intern=self._interned)
            self._parser.namespace_prefixes = 1
            self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_named, self._end_named
        else:
            self._parser = expat.ParserCreate(self._source.getEncoding(), intern=self._interned)
            self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._tell_content()
        self._parser.UnparsedEntityDeclHandler = self._unparsed_entity
        self._parser.NotationDeclHandler = self._notation
        self._parser.StartNamespaceDeclHandler, self._parser.EndNamespaceDeclHandler = self._begin_namespace, self._end_namespace
        self._tell_lexical()
        self._parser.ExternalEntityRefHandler = self._external_entity
        self._parser.SkippedEntityHandler = self._skipped_entity
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        self._parsing = False
        self._entity_stack = []

    # handlers, features, properties

    def setContentHandler(self, handler):
        super().setContentHandler(handler)
        if self._parsing:
            self._tell_content()

    def _tell_content(self):
        self._parser.ProcessingInstructionHandler = self._cont_handler.processingInstruction
        self._parser.CharacterDataHandler = self._cont_handler.characters

    def _tell_lexical(self):
        lexical, parser = self._lexical, self._parser
        has = lexical is not None
        parser.CommentHandler = lexical.comment if has else None
        parser.StartCdataSectionHandler = lexical.startCDATA if has else None
        parser.EndCdataSectionHandler = lexical.endCDATA if has else None
        parser.StartDoctypeDeclHandler = self._doctype if has else None
        parser.EndDoctypeDeclHandler = lexical.endDTD if has else None

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._has_namespaces
        if name == handler.feature_string_interning:
            return self._interned is not None
        if name in _FIXED:
            return 0
        if name == handler.feature_external_ges:
            return self._reads_external
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException("Cannot set features while parsing")
        if name == handler.feature_namespaces:
            self._has_namespaces = state
        elif name == handler.feature_external_ges:
            self._reads_external = state
        elif name == handler.feature_string_interning:
            self._interned = (self._interned or {}) if state else None
        elif name in _FIXED:
            if state:
                raise SAXNotSupportedException(_FIXED[name])
        else:
            raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lexical
        if name == handler.property_interning_dict:
            return self._interned
        if name == handler.property_xml_string:
            if not self._parser:
                raise SAXNotSupportedException("XML string cannot be returned when not parsing")
            if hasattr(self._parser, "GetInputContext"):
                return self._parser.GetInputContext()
            raise SAXNotRecognizedException("This version of expat does not support getting the XML string")
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        if name == handler.property_lexical_handler:
            self._lexical = value
            if self._parsing:
                self._tell_lexical()
        elif name == handler.property_interning_dict:
            self._interned = value
        elif name == handler.property_xml_string:
            raise SAXNotSupportedException(f"Property '{name}' cannot be set")
        else:
            raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    # the place

    def getColumnNumber(self):
        return None if self._parser is None else self._parser.ErrorColumnNumber

    def getLineNumber(self):
        return 1 if self._parser is None else self._parser.ErrorLineNumber

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    # events

    def _start(self, name, attrs):
        self._cont_handler.startElement(name, AttributesImpl(attrs))

    def _end(self, name):
        self._cont_handler.endElement(name)

    @staticmethod
    def _parts(name):
        """(URI or None, local name), and the name as it is written, of what expat gives: "uri local prefix"."""
        parts = name.split()
        if len(parts) == 1:
            return (None, name), name
        return (parts[0], parts[1]), f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[1]

    def _start_named(self, name, attrs):
        values, qnames = {}, {}
        for key, value in attrs.items():
            pair, written = self._parts(key)
            values[pair], qnames[pair] = value, written
        self._cont_handler.startElementNS(self._parts(name)[0], None, AttributesNSImpl(values, qnames))

    def _end_named(self, name):
        self._cont_handler.endElementNS(self._parts(name)[0], None)

    def _begin_namespace(self, prefix, uri):
        self._cont_handler.startPrefixMapping(prefix, uri)

    def _end_namespace(self, prefix):
        self._cont_handler.endPrefixMapping(prefix)

    def _doctype(self, name, sysid, pubid, has_internal_subset):
        self._lexical.startDTD(name, pubid, sysid)

    def _unparsed_entity(self, name, base, sysid, pubid, notation_name):
        self._dtd_handler.unparsedEntityDecl(name, pubid, sysid, notation_name)

    def _notation(self, name, base, sysid, pubid):
        self._dtd_handler.notationDecl(name, pubid, sysid)

    def _external_entity(self, context, base, sysid, pubid):
        if not self._reads_external:
            return 1
        from .saxutils import prepare_input_source
        source = prepare_input_source(self._ent_handler.resolveEntity(pubid, sysid), self._source.getSystemId() or "")
        self._entity_stack.append((self._parser, self._source))
        self._parser, self._source = self._parser.ExternalEntityParserCreate(context), source
        try:
            xmlreader.IncrementalParser.parse(self, source)
        except Exception:
            return 0  # which expat reports
        self._parser, self._source = self._entity_stack.pop()
        return 1

    def _skipped_entity(self, name, is_pe):
        self._cont_handler.skippedEntity(f"%{name}" if is_pe else name)


class _ClosedParser:
    pass


def create_parser(*args, **kwargs):
    return ExpatParser(*args, **kwargs)
