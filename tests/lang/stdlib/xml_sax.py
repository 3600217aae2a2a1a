# xml.sax, its handlers, readers, filters and generators, and xml.dom.pulldom (library reference, "xml.sax", "xml.dom.pulldom").
import io
import os
import tempfile
import xml.sax
import xml.sax.expatreader
import xml.sax.handler
import xml.sax.saxutils
import xml.sax.xmlreader
from xml.dom import pulldom

DOCUMENT = """<?xml version="1.0"?>
<!DOCTYPE shop [<!ENTITY e "an entity"><!NOTATION gif SYSTEM "viewer"><!ENTITY pic SYSTEM "p.gif" NDATA gif>]>
<!-- first -->
<?style type="x"?>
<shop xmlns="urn:a" xmlns:b='urn:b' kind="big &amp; small">
  <b:item b:id="1" n="&lt;x&gt;">text &e; é <![CDATA[<raw>]]></b:item>
  <empty/>
</shop>
<!-- last -->"""


class Show(xml.sax.ContentHandler):
    def __init__(self):
        super().__init__()
        self.text = ""

    def tell(self, *words):
        if self.text:
            print("text", repr(self.text))
            self.text = ""
        print(*words)

    def startDocument(self): self.tell("start document", self._locator and (self._locator.getLineNumber() >= 0, self._locator.getSystemId()))
    def endDocument(self): self.tell("end document")
    def startElement(self, name, attrs): self.tell("start", name, sorted(attrs.items()), len(attrs), attrs.getLength(), attrs.getNames(), self._locator and (self._locator.getLineNumber(), self._locator.getColumnNumber()))
    def endElement(self, name): self.tell("end", name)
    def startPrefixMapping(self, prefix, uri): self.tell("prefix", prefix, uri)
    def endPrefixMapping(self, prefix): self.tell("end prefix", prefix)
    def startElementNS(self, name, qname, attrs): self.tell("start", name, qname, sorted(attrs.items(), key=str), sorted(attrs.getQNames()), [attrs.getQNameByName(n) for n in attrs.getNames()])
    def endElementNS(self, name, qname): self.tell("end", name, qname)
    def characters(self, content): self.text += content
    def ignorableWhitespace(self, content): self.tell("space", repr(content))
    def processingInstruction(self, target, data): self.tell("instruction", target, repr(data))
    def skippedEntity(self, name): self.tell("skipped", name)
    # lexical
    def comment(self, content): self.tell("comment", content)
    def startDTD(self, *words): self.tell("DTD", *words)
    def endDTD(self): self.tell("end of DTD")
    def startCDATA(self): self.tell("CDATA")
    def endCDATA(self): self.tell("end of CDATA")
    # DTD
    def notationDecl(self, *words): self.tell("notation", *words)
    def unparsedEntityDecl(self, *words): self.tell("unparsed", *words)


xml.sax.parseString(DOCUMENT, Show())
xml.sax.parseString(DOCUMENT.encode("utf-8"), Show(), None)
for namespaces in (0, 1):
    parser = xml.sax.make_parser()
    show = Show()
    parser.setFeature(xml.sax.handler.feature_namespaces, namespaces)
    parser.setProperty(xml.sax.handler.property_lexical_handler, show)
    parser.setContentHandler(show)
    parser.setDTDHandler(show)
    parser.parse(io.BytesIO(DOCUMENT.encode()))
    print(parser.getFeature(xml.sax.handler.feature_namespaces), parser.getProperty(xml.sax.handler.property_lexical_handler) is show)

print("---- in pieces")
parser = xml.sax.make_parser()
parser.setContentHandler(Show())
for at in range(0, len(DOCUMENT), 7):
    parser.feed(DOCUMENT[at:at + 7])
parser.close()
parser.reset()
parser.feed("<a>")
try:
    parser.setFeature(xml.sax.handler.feature_namespaces, 1)
except xml.sax.SAXNotSupportedException as error:
    print(error)
parser.feed("</a>")
parser.close()

print("---- errors")
for text in ("<a><b></a>", "<a", "", "<a>&undefined;</a>", "<a x='1' x='2'/>", "<a/><b/>"):
    try:
        xml.sax.parseString(text, xml.sax.ContentHandler())
    except xml.sax.SAXParseException as error:
        print(error, "|", error.getMessage(), error.getLineNumber(), error.getColumnNumber(), error.getSystemId(), error.getPublicId(), type(error.getException()).__name__)


class Lenient(xml.sax.handler.ErrorHandler):
    def fatalError(self, exception): print("fatal", exception.getMessage())


try:
    xml.sax.parseString("<a><b></a>", xml.sax.ContentHandler(), Lenient())
except xml.sax.SAXException as error:
    print(type(error).__name__)
print(xml.sax.SAXException("m").getException(), str(xml.sax.SAXException("m", ValueError("v"))), issubclass(xml.sax.SAXReaderNotAvailable, xml.sax.SAXNotSupportedException))
parser = xml.sax.make_parser()
for name in xml.sax.handler.all_features + ["unknown"]:
    try:
        print(name.rsplit("/")[-1], parser.getFeature(name))
        parser.setFeature(name, 1)
        print(parser.getFeature(name))
    except xml.sax.SAXException as error:
        print(type(error).__name__, error)
for name in xml.sax.handler.all_properties + ["unknown"]:
    try:
        print(name.rsplit("/")[-1], parser.getProperty(name))
    except xml.sax.SAXException as error:
        print(type(error).__name__, error)
    try:
        parser.setProperty(name, None)
    except xml.sax.SAXException as error:
        print(type(error).__name__, error)
try:
    parser.setLocale("de")
except xml.sax.SAXException as error:
    print(error)

print("---- sources")
folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.xml")
with open(path, "w") as file:
    file.write("<r><x/>t</r>")
xml.sax.parse(path, Show2 := type("Show2", (Show,), {"startDocument": lambda self: print(os.path.basename(self._locator.getSystemId()))})())
with open(path) as file:
    xml.sax.parse(file, Show2)
source = xml.sax.InputSource()
source.setByteStream(io.BytesIO("<r>é</r>".encode("latin-1")))
source.setEncoding("iso-8859-1")
source.setPublicId("p")
source.setSystemId("s")
print(source.getPublicId(), source.getSystemId(), source.getEncoding(), source.getCharacterStream())
xml.sax.parse(source, Show())
source = xml.sax.saxutils.prepare_input_source(io.StringIO("<q/>"))
print(source.getCharacterStream() is not None, source.getByteStream(), source.getSystemId())


class Resolver(xml.sax.handler.EntityResolver):
    def resolveEntity(self, public, system):
        print("resolve", public, system)
        made = xml.sax.InputSource()
        made.setByteStream(io.BytesIO(b"<inner>x</inner>"))
        return made


attributes = xml.sax.xmlreader.AttributesImpl({"a": "1", "b": "2"})
print(attributes["a"], attributes.get("c", 3), "b" in attributes, attributes.keys(), attributes.values(), attributes.getType("a"), attributes.getValueByQName("b"), attributes.getQNameByName("a"), attributes.getNameByQName("a"))
print(attributes.copy().items(), attributes.copy() is attributes)
try:
    attributes.getNameByQName("zz")
except KeyError as error:
    print("KeyError", error)
names = xml.sax.xmlreader.AttributesNSImpl({("u", "a"): "1", (None, "b"): "2"}, {("u", "a"): "p:a", (None, "b"): "b"})
print(names.getValueByQName("p:a"), names.getNameByQName("p:a"), names.getQNames(), names.getValue(("u", "a")), names.copy().getLength())
locator = xml.sax.xmlreader.Locator()
print(locator.getColumnNumber(), locator.getLineNumber(), locator.getPublicId(), locator.getSystemId())

print("---- writing")
for short in (False, True):
    out = io.StringIO()
    writer = xml.sax.saxutils.XMLGenerator(out, "utf-8", short_empty_elements=short)
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_namespaces, 1)
    parser.setContentHandler(writer)
    parser.parse(io.StringIO(DOCUMENT))
    print(out.getvalue())
out = io.BytesIO()
writer = xml.sax.saxutils.XMLGenerator(out, "ascii")
writer.startDocument()
writer.startElement("a", {"b": 'é"\'<\n'})
writer.characters("é & <")
writer.characters(b"bytes")
writer.ignorableWhitespace(" ")
writer.processingInstruction("t", "d")
writer.startPrefixMapping("p", "u")
writer.startElementNS(("u", "x"), None, {("u", "y"): "1", (None, "z"): "2", ("http://www.w3.org/XML/1998/namespace", "lang"): "de"})
writer.endElementNS(("u", "x"), None)
writer.endPrefixMapping("p")
writer.endElement("a")
writer.endDocument()
print(out.getvalue(), out.closed)


class Upper(xml.sax.saxutils.XMLFilterBase):
    def startElement(self, name, attrs): super().startElement(name.upper(), attrs)
    def endElement(self, name): super().endElement(name.upper())


upper = Upper(xml.sax.make_parser())
upper.setContentHandler(Show())
upper.parse(io.StringIO("<a><b c='d'/>x<?p q?></a>"))
print(upper.getParent() is not None, upper.getFeature(xml.sax.handler.feature_namespaces), isinstance(upper.getContentHandler(), Show), type(upper.getErrorHandler()).__name__)
print(xml.sax.saxutils.escape("<a&b>", {"b": "B"}), xml.sax.saxutils.unescape("&lt;&amp;&gt;&x;", {"&x;": "X"}), xml.sax.saxutils.quoteattr("a\"b'c\n"))

print("---- pulldom")
events = pulldom.parseString(DOCUMENT)
for kind, node in events:
    print(kind, node.nodeName, node.nodeValue)
    if kind == pulldom.START_ELEMENT and node.localName == "item":
        events.expandNode(node)
        print(node.toxml(), node.namespaceURI, node.prefix)
events = pulldom.parse(path)
print([(kind, node.nodeName) for kind, node in events])
events = pulldom.parse(io.BytesIO(b"<a><b i='1'><c/>t</b><b i='2'/></a>"), bufsize=4)
for kind, node in events:
    if kind == pulldom.START_ELEMENT and node.tagName == "b":
        events.expandNode(node)
        print(node.getAttribute("i"), node.toxml(), node.parentNode)
print(events.getEvent()[0])
sax2dom = pulldom.SAX2DOM()
xml.sax.parseString("<a>t<b c='d'>u</b><?p q?></a>", sax2dom)
print(sax2dom.document.toxml())

print("---- declarations")
import xml.parsers.expat
DTD = """<!DOCTYPE r PUBLIC "-//X  Y//" "r.dtd" [
<!-- in it --> <?pi in it?>
<!ELEMENT r (a, (b | c)*, d?)+><!ELEMENT a EMPTY><!ELEMENT b ANY><!ELEMENT c (#PCDATA)><!ELEMENT d (#PCDATA | a | b)*>
<!ATTLIST a x CDATA #REQUIRED y (one|two) "one" z ID #IMPLIED w CDATA #FIXED "f&#65;" v NMTOKENS 'n'>
<!ENTITY e "v&#x42;&amp;"><!ENTITY % p 'q'><!ENTITY o SYSTEM "o.xml"><!ENTITY q PUBLIC "pub" "q.xml"><!ENTITY u SYSTEM "u.gif" NDATA n>
<!NOTATION n PUBLIC "only  public"><!NOTATION m PUBLIC "p" "s"><!NOTATION k SYSTEM "t">
]><r><a x="1"/>&e;</r>"""
parser = xml.parsers.expat.ParserCreate()
for name in ("StartDoctypeDecl", "EndDoctypeDecl", "ElementDecl", "AttlistDecl", "EntityDecl", "NotationDecl", "UnparsedEntityDecl", "Comment", "ProcessingInstruction", "StartElement"):
    setattr(parser, name + "Handler", lambda *words, name=name: print(name, *words))
parser.Parse(DTD, True)
parser = xml.parsers.expat.ParserCreate(namespace_separator="|")
parser.namespace_prefixes = True
for name in ("StartElement", "EndElement", "CharacterData", "StartNamespaceDecl"):
    setattr(parser, name + "Handler", lambda *words, name=name: print(name, *map(repr, words), parser.CurrentLineNumber, parser.ErrorColumnNumber))
parser.Parse("<p:a xmlns:p='u' xmlns='v'\n p:x='1' y='2'><b>one\ntwo\n\n</b><p:c/></p:a>", True)

print("---- minidom with a parser")
from xml.dom import minidom
print(minidom.parseString("<a><b c='d'>t</b></a>", xml.sax.make_parser()).toxml(), minidom.parse(path, xml.sax.make_parser(), 3).documentElement.toxml())
