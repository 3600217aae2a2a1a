"""What a SAX parser calls (library reference, "xml.sax.handler"): classes to be inherited from, and the names of features and properties."""

version = "2.0beta"


class ErrorHandler:
    """Errors end the parsing; warnings are printed."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


class ContentHandler:
    """The events of a document, in its order. Each does nothing."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        """Before everything else: an object that knows where the parser is."""
        self._locator = locator

    def startDocument(self):
        """Once, before all other events."""

    def endDocument(self):
        """Once, after all other events."""

    def startPrefixMapping(self, prefix, uri):
        """A namespace begins (prefix None: the default one), before the element that declares it."""

    def endPrefixMapping(self, prefix):
        """It ends, after that element."""

    def startElement(self, name, attrs):
        """An element begins, where namespaces are not looked at."""

    def endElement(self, name):
        """It ends."""

    def startElementNS(self, name, qname, attrs):
        """An element begins, where they are: name is (URI or None, local name)."""

    def endElementNS(self, name, qname):
        """It ends."""

    def characters(self, content):
        """Text, perhaps one piece of it."""

    def ignorableWhitespace(self, whitespace):
        """Space in elements that have no text by their DTD."""

    def processingInstruction(self, target, data):
        """<?target data?>"""

    def skippedEntity(self, name):
        """An entity that was not read."""


class DTDHandler:
    """What a DTD says that a document cannot be understood without."""

    def notationDecl(self, name, publicId, systemId):
        """A notation."""

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        """An entity that is not XML."""


class EntityResolver:
    """Where external entities are."""

    def resolveEntity(self, publicId, systemId):
        """A system identifier, or an InputSource."""
        return systemId


class LexicalHandler:
    """What a document has besides its content."""

    def comment(self, content):
        """<!-- content -->"""

    def startDTD(self, name, public_id, system_id):
        """<!DOCTYPE name ..."""

    def endDTD(self):
        """... >"""

    def startCDATA(self):
        """<![CDATA["""

    def endCDATA(self):
        """]]>"""


_features, _properties = "http://xml.org/sax/features/", "http://xml.org/sax/properties/"
feature_namespaces = _features + "namespaces"
feature_namespace_prefixes = _features + "namespace-prefixes"
feature_string_interning = _features + "string-interning"
feature_validation = _features + "validation"
feature_external_ges = _features + "external-general-entities"
feature_external_pes = _features + "external-parameter-entities"
all_features = [feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation, feature_external_ges, feature_external_pes]
property_lexical_handler = _properties + "lexical-handler"
property_declaration_handler = _properties + "declaration-handler"
property_dom_node = _properties + "dom-node"
property_xml_string = _properties + "xml-string"
property_encoding = "http://www.python.org/sax/properties/encoding"
property_interning_dict = "http://www.python.org/sax/properties/interning-dict"
all_properties = [property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string, property_encoding, property_interning_dict]
