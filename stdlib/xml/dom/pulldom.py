"""Parts of a document as trees, on request (library reference, "xml.dom.pulldom")."""
import io
import xml.sax
import xml.sax.handler

START_ELEMENT = "START_ELEMENT"
END_ELEMENT = "END_ELEMENT"
COMMENT = "COMMENT"
START_DOCUMENT = "START_DOCUMENT"
END_DOCUMENT = "END_DOCUMENT"
PROCESSING_INSTRUCTION = "PROCESSING_INSTRUCTION"
IGNORABLE_WHITESPACE = "IGNORABLE_WHITESPACE"
CHARACTERS = "CHARACTERS"
default_bufsize = (2 ** 14) - 20
parser = None
_XMLNS = "http://www.w3.org/2000/xmlns/"


class PullDOM(xml.sax.ContentHandler):
    """Makes a queue of events, (name, node), of what a parser calls."""

    _locator = None
    document = None

    def __init__(self, documentFactory=None):
        self.documentFactory = documentFactory
        self.events = []
        self.elementStack = []
        self._scopes = [{"http://www.w3.org/XML/1998/namespace": "xml"}]
        self._prefixes = self._scopes[-1]
        self._declared = []  # (prefix, URI) of the element that is about to begin
        self.pending_events = []  # before the document element, with which the document is made

    def _event(self, name, node):
        self.events.append((name, node))

    def _open(self, node):
        self._event(START_ELEMENT, node)
        self.elementStack.append(node)

    def _close(self):
        self._event(END_ELEMENT, self.elementStack.pop())

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startPrefixMapping(self, prefix, uri):
        self._declared.append((prefix, uri))
        self._scopes.append(self._prefixes.copy())
        self._prefixes[uri] = prefix or None

    def endPrefixMapping(self, prefix):
        self._prefixes = self._scopes.pop()

    def _qname(self, uri, local):
        prefix = self._prefixes.get(uri) if uri else None
        return f"{prefix}:{local}" if prefix else local

    def startElementNS(self, name, tagName, attrs):
        uri, local = name
        qname = tagName or self._qname(uri, local)
        node = self.document.createElementNS(uri, qname) if self.document else self.buildDocument(uri, qname)
        for prefix, declared in self._declared:
            attribute = self.document.createAttributeNS(_XMLNS, f"xmlns:{prefix}" if prefix else "xmlns")
            attribute.value = declared or ""
            node.setAttributeNodeNS(attribute)
        self._declared = []
        for (key_uri, key), value in attrs.items():
            attribute = self.document.createAttributeNS(key_uri, self._qname(key_uri, key)) if key_uri else self.document.createAttribute(key)
            attribute.value = value
            node.setAttributeNode(attribute)
        self._open(node)

    def endElementNS(self, name, tagName):
        self._close()

    def startElement(self, name, attrs):
        node = self.document.createElement(name) if self.document else self.buildDocument(None, name)
        for key, value in attrs.items():
            attribute = self.document.createAttribute(key)
            attribute.value = value
            node.setAttributeNode(attribute)
        self._open(node)

    def endElement(self, name):
        self._close()

    def comment(self, s):
        if self.document:
            self._event(COMMENT, self.document.createComment(s))
        else:
            self.pending_events.append((COMMENT, s))

    def processingInstruction(self, target, data):
        if self.document:
            self._event(PROCESSING_INSTRUCTION, self.document.createProcessingInstruction(target, data))
        else:
            self.pending_events.append((PROCESSING_INSTRUCTION, target, data))

    def ignorableWhitespace(self, chars):
        self._event(IGNORABLE_WHITESPACE, self.document.createTextNode(chars))

    def characters(self, chars):
        self._event(CHARACTERS, self.document.createTextNode(chars))

    def startDocument(self):
        if self.documentFactory is None:
            import xml.dom.minidom
            self.documentFactory = xml.dom.minidom.Document.implementation

    def buildDocument(self, uri, tagname):
        """The document, and in it its element."""
        node = self.documentFactory.createDocument(uri, tagname, None)
        self.document = node
        self._event(START_DOCUMENT, node)
        self.elementStack.append(node)
        for kind, *words in self.pending_events:
            made = node.createComment(*words) if kind == COMMENT else node.createProcessingInstruction(*words)
            self._event(kind, made)
        self.pending_events = []
        return node.documentElement

    def endDocument(self):
        self._event(END_DOCUMENT, self.document)
        self.elementStack.clear()

    def clear(self):
        """Forgets the document."""
        self.document = None


class ErrorHandler:
    """Warnings are printed, errors raised."""

    def warning(self, exception):
        print(exception)

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception


class DOMEventStream:
    """Iterates over the events of a stream; expandNode() makes the tree of the node of the last one."""

    _taken = 0  # of pulldom.events

    def __init__(self, stream, parser, bufsize):
        self.stream, self.parser, self.bufsize = stream, parser, bufsize
        if not hasattr(parser, "feed"):
            self.getEvent = self._slurp
        self.reset()

    def reset(self):
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __iter__(self):
        return self

    def __next__(self):
        found = self.getEvent()
        if found:
            return found
        raise StopIteration

    def _take(self):
        events = self.pulldom.events
        if self._taken == len(events):
            return None
        self._taken += 1
        found = events[self._taken - 1]
        if self._taken == len(events):
            events.clear()
            self._taken = 0
        return found

    def getEvent(self):
        """The next event, or None."""
        while not (found := self._take()):
            piece = self.stream.read(self.bufsize)
            if not piece:
                self.parser.close()
                return None
            self.parser.feed(piece)
        return found

    def _slurp(self):
        self.parser.parse(self.stream)
        self.getEvent = self._take
        return self._take()

    def expandNode(self, node):
        """All of the events up to the end of this node become its children."""
        parents = [node]
        while found := self.getEvent():
            kind, current = found
            if current is node:
                return
            if kind != END_ELEMENT:
                parents[-1].appendChild(current)
            if kind == START_ELEMENT:
                parents.append(current)
            elif kind == END_ELEMENT:
                parents.pop()

    def clear(self):
        """Forgets the parser and the stream."""
        self.pulldom.clear()
        del self.pulldom
        self.parser = self.stream = None


class SAX2DOM(PullDOM):
    """Makes the whole tree at once."""

    def startElementNS(self, name, tagName, attrs):
        super().startElementNS(name, tagName, attrs)
        self._attach(2)

    def startElement(self, name, attrs):
        super().startElement(name, attrs)
        self._attach(2)

    def _attach(self, depth):
        # the document element is there already
        parent, node = self.elementStack[-depth], self.elementStack[-1]
        if parent is not node.ownerDocument:
            parent.appendChild(node)

    def processingInstruction(self, target, data):
        super().processingInstruction(target, data)
        if self.document:
            self.elementStack[-1].appendChild(self.events[-1][1])

    def ignorableWhitespace(self, chars):
        super().ignorableWhitespace(chars)
        self.elementStack[-1].appendChild(self.events[-1][1])

    def characters(self, chars):
        super().characters(chars)
        self.elementStack[-1].appendChild(self.events[-1][1])


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file, by its name or open."""
    stream = open(stream_or_string, "rb") if isinstance(stream_or_string, str) else stream_or_string
    return DOMEventStream(stream, parser or xml.sax.make_parser(), default_bufsize if bufsize is None else bufsize)


def parseString(string, parser=None):
    """Those of a str."""
    return DOMEventStream(io.StringIO(string), parser or xml.sax.make_parser(), len(string))
