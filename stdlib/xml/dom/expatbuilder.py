"""Documents of minidom, made of expat's events by a class that others can change (install() sets the handlers)."""
from xml.dom import EMPTY_NAMESPACE, XMLNS_NAMESPACE
from xml.dom.minidom import Document, Node
from xml.parsers import expat

__all__ = ["ExpatBuilder", "ExpatBuilderNS", "Namespaces", "makeBuilder", "parse", "parseString"]


class _Options:
    """What a builder is to make."""

    namespaces = 1
    namespace_declarations = comments = cdata_sections = entities = True


class ExpatBuilder:
    """Makes documents whose nodes have no namespaces."""

    def __init__(self, options=None):
        self._options = _Options() if options is None else options
        self._parser = None
        self.reset()

    def createParser(self):
        """A new expat parser."""
        return expat.ParserCreate()

    def getParser(self):
        """The expat parser, made at the first call."""
        if self._parser is None:
            self._parser = self.createParser()
            self._parser.buffer_text = self._parser.ordered_attributes = self._parser.specified_attributes = True
            self.install(self._parser)
        return self._parser

    def reset(self):
        """Forgets a document that was begun."""
        self.document = self.curNode = Document()
        self._cdata = None  # the section that is open
        self._parser = None

    def install(self, parser):
        """Sets the handlers of an expat parser."""
        parser.StartDoctypeDeclHandler = self.start_doctype_decl_handler
        parser.XmlDeclHandler = self.xml_decl_handler
        parser.StartElementHandler = self.start_element_handler
        parser.EndElementHandler = self.end_element_handler
        parser.ProcessingInstructionHandler = self.pi_handler
        parser.CharacterDataHandler = self.character_data_handler
        parser.ExternalEntityRefHandler = self.external_entity_ref_handler
        if self._options.comments:
            parser.CommentHandler = self.comment_handler
        if self._options.cdata_sections:
            parser.StartCdataSectionHandler = self.start_cdata_section_handler
            parser.EndCdataSectionHandler = self.end_cdata_section_handler

    def parseFile(self, file):
        """The document in an open file."""
        parser = self.getParser()
        while data := file.read(1 << 16):
            parser.Parse(data, False)
        return self._finished()

    def parseString(self, string):
        """The document in a text or in bytes."""
        self.getParser().Parse(string, False)
        return self._finished()

    def _finished(self):
        self.getParser().Parse(b"", True)
        document = self.document
        self.reset()
        return document

    # ---- handlers

    def start_doctype_decl_handler(self, doctypeName, systemId, publicId, has_internal_subset):
        made = self.document.implementation.createDocumentType(doctypeName, publicId, systemId)
        made.ownerDocument, made.name = self.document, doctypeName
        made.internalSubset = self.getParser()._parser.subset if has_internal_subset else None
        self.curNode.appendChild(made)

    def xml_decl_handler(self, version, encoding, standalone):
        self.document.version, self.document.encoding = version, encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)

    def start_element_handler(self, name, attributes):
        node = self.document.createElement(name)
        for key, value in zip(attributes[::2], attributes[1::2]):
            node.setAttribute(key, value)
        self.curNode.appendChild(node)
        self.curNode = node

    def end_element_handler(self, name):
        self.curNode = self.curNode.parentNode

    def pi_handler(self, target, data):
        self.curNode.appendChild(self.document.createProcessingInstruction(target, data))

    def character_data_handler(self, data):
        if self._cdata is not None:
            self._cdata.appendData(data)
            return
        last = self.curNode.lastChild
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.appendData(data)
        else:
            self.curNode.appendChild(self.document.createTextNode(data))

    def comment_handler(self, data):
        self.curNode.appendChild(self.document.createComment(data))

    def start_cdata_section_handler(self):
        self._cdata = self.document.createCDATASection("")
        self.curNode.appendChild(self._cdata)

    def end_cdata_section_handler(self):
        self._cdata = None

    def external_entity_ref_handler(self, context, base, systemId, publicId):
        return 1


class Namespaces:
    """Mixed into a builder: nodes have namespaces."""

    def _initNamespaces(self):
        self._declared = []  # of the element that is about to begin

    def createParser(self):
        """A new expat parser that tells of namespaces."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        return parser

    def install(self, parser):
        super().install(parser)
        if self._options.namespace_declarations:
            parser.StartNamespaceDeclHandler = self.start_namespace_decl_handler

    def start_namespace_decl_handler(self, prefix, uri):
        self._declared.append((prefix, uri))

    def start_element_handler(self, name, attributes):
        node = self.document.createElementNS(*_named(name))
        for prefix, uri in self._declared:
            node.setAttributeNS(XMLNS_NAMESPACE, f"xmlns:{prefix}" if prefix else "xmlns", uri or "")
        self._declared.clear()
        for key, value in zip(attributes[::2], attributes[1::2]):
            node.setAttributeNS(*_named(key), value)
        self.curNode.appendChild(node)
        self.curNode = node


def _named(name):
    """(URI, name as it is written) of what expat gives: "uri local prefix"."""
    parts = name.split(" ")
    if len(parts) == 1:
        return EMPTY_NAMESPACE, name
    if len(parts) > 3:
        raise ValueError(f"Unsupported syntax: spaces in URIs not supported: {name!r}")
    return parts[0], f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[1]


class ExpatBuilderNS(Namespaces, ExpatBuilder):
    """Makes documents whose nodes have namespaces."""

    def reset(self):
        """Forgets a document that was begun."""
        super().reset()
        self._initNamespaces()


def makeBuilder(options):
    """A builder of that kind."""
    return ExpatBuilderNS(options) if options.namespaces else ExpatBuilder(options)


def parse(file, namespaces=True):
    """The document in a file, given by its name or open."""
    builder = ExpatBuilderNS() if namespaces else ExpatBuilder()
    if isinstance(file, str):
        with open(file, "rb") as opened:
            return builder.parseFile(opened)
    return builder.parseFile(file)


def parseString(string, namespaces=True):
    """The document in a text or in bytes."""
    return (ExpatBuilderNS() if namespaces else ExpatBuilder()).parseString(string)
