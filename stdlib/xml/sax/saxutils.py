"""Texts of XML: what stands for the characters that mean something there; writers and filters of events (library reference, "xml.sax.saxutils")."""
import io
import os

from . import handler, xmlreader


def _replaced(text, entities):
    for found, instead in entities.items():
        text = text.replace(found, instead)
    return text


def escape(data, entities={}):
    """`data` with &, < and > as entities, and what `entities` maps to others."""
    return _replaced(data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;"), entities)


def unescape(data, entities={}):
    """`data` with the entities of &, < and >, and those that `entities` maps, as what they stand for."""
    return _replaced(data.replace("&lt;", "<").replace("&gt;", ">"), entities).replace("&amp;", "&")


def quoteattr(data, entities={}):
    """`data` as the value of an attribute, in the quotes that it needs."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    return f"'{data}'" if "'" not in data else '"' + data.replace('"', "&quot;") + '"'


class _LeftOpen(io.RawIOBase):
    """Bytes are written to another's stream, which stays open."""

    def __init__(self, out):
        self._out = out
        if hasattr(out, "seekable"):
            self.seekable = out.seekable
        if hasattr(out, "tell"):
            self.tell = out.tell

    def writable(self):
        return True

    def write(self, data):
        self._out.write(bytes(data))
        return len(data)


def _text_stream(out, encoding):
    """Of what XMLGenerator was given: text is written to it as it is, or bytes in this encoding."""
    import codecs
    import sys
    if out is None:
        return sys.stdout
    if isinstance(out, (io.TextIOBase, codecs.StreamWriter, codecs.StreamReaderWriter)):
        return out
    return io.TextIOWrapper(_LeftOpen(out), encoding=encoding, errors="xmlcharrefreplace", newline="\n", write_through=True)


class XMLGenerator(handler.ContentHandler):
    """Writes the events that it gets as a document."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        super().__init__()
        out = _text_stream(out, encoding)
        self._write, self._flush = out.write, out.flush
        self._encoding = encoding
        self._is_short = short_empty_elements
        self._scopes = [{}]  # URIs to prefixes, of each element that is open
        self._prefixes = self._scopes[-1]
        self._declared = []
        self._tag_is_open = False

    def _qname(self, name):
        uri, local = name
        if not uri:
            return local
        if uri == "http://www.w3.org/XML/1998/namespace":
            return "xml:" + local
        prefix = self._prefixes[uri]
        return f"{prefix}:{local}" if prefix else local

    def _finish_tag(self):
        if self._tag_is_open:
            self._write(">")
            self._tag_is_open = False

    def _open(self, name, declarations, attributes):
        self._finish_tag()
        self._write("<" + name)
        for prefix, uri in declarations:
            self._write(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"')
        for key, value in attributes:
            self._write(f" {key}={quoteattr(value)}")
        if self._is_short:
            self._tag_is_open = True
        else:
            self._write(">")

    def _close(self, name):
        if self._tag_is_open:
            self._write("/>")
            self._tag_is_open = False
        else:
            self._write(f"</{name}>")

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._scopes.append(self._prefixes.copy())
        self._prefixes[uri] = prefix
        self._declared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._prefixes = self._scopes.pop()

    def startElement(self, name, attrs):
        self._open(name, (), attrs.items())

    def endElement(self, name):
        self._close(name)

    def startElementNS(self, name, qname, attrs):
        declarations, self._declared = self._declared, []
        self._open(self._qname(name), declarations, [(self._qname(key), value) for key, value in attrs.items()])

    def endElementNS(self, name, qname):
        self._close(self._qname(name))

    def _text(self, content):
        return content if isinstance(content, str) else str(content, self._encoding)

    def characters(self, content):
        if content:
            self._finish_tag()
            self._write(escape(self._text(content)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish_tag()
            self._write(self._text(content))

    def processingInstruction(self, target, data):
        self._finish_tag()
        self._write(f"<?{target} {data}?>")


def _passed_on(kind, name):
    def method(self, *args):
        return getattr(getattr(self, kind), name)(*args)
    method.__name__ = name
    return method


class XMLFilterBase(xmlreader.XMLReader):
    """Between a parser and its handlers: passes on what each asks of the other."""

    def __init__(self, parent=None):
        super().__init__()
        self._parent = parent

    for _name in ("error", "fatalError", "warning"):
        locals()[_name] = _passed_on("_err_handler", _name)
    for _name in ("startDocument", "endDocument", "startPrefixMapping", "endPrefixMapping", "startElement", "endElement", "startElementNS", "endElementNS",
                  "characters", "ignorableWhitespace", "processingInstruction", "skippedEntity"):
        locals()[_name] = _passed_on("_cont_handler", _name)
    for _name in ("notationDecl", "unparsedEntityDecl"):
        locals()[_name] = _passed_on("_dtd_handler", _name)
    for _name in ("setLocale", "getFeature", "setFeature", "getProperty", "setProperty"):
        locals()[_name] = _passed_on("_parent", _name)
    resolveEntity = _passed_on("_ent_handler", "resolveEntity")
    del _name

    def setDocumentLocator(self, locator):
        self._locator = locator
        self._cont_handler.setDocumentLocator(locator)

    def parse(self, source):
        self._parent.setContentHandler(self)
        self._parent.setErrorHandler(self)
        self._parent.setEntityResolver(self)
        self._parent.setDTDHandler(self)
        self._parent.parse(source)

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent


def prepare_input_source(source, base=""):
    """An InputSource that can be read, of a system identifier (relative to `base`), a path, an object that reads, or an InputSource."""
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if isinstance(source, str):
        source = xmlreader.InputSource(source)
    elif hasattr(source, "read"):
        stream, source = source, xmlreader.InputSource()
        if isinstance(stream.read(0), str):
            source.setCharacterStream(stream)
        else:
            source.setByteStream(stream)
        if isinstance(getattr(stream, "name", None), str):
            source.setSystemId(stream.name)
    if source.getCharacterStream() is None and source.getByteStream() is None:
        system_id = source.getSystemId()
        path = os.path.join(os.path.dirname(os.path.normpath(base)), system_id)
        if os.path.isfile(path):
            source.setSystemId(path)
            source.setByteStream(open(path, "rb"))
        else:
            import urllib.parse
            import urllib.request
            source.setSystemId(urllib.parse.urljoin(base, system_id))
            source.setByteStream(urllib.request.urlopen(source.getSystemId()))
    return source
