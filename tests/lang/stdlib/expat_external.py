# xml.parsers.expat, xml.sax, minidom: entities and DTDs that lie elsewhere are asked for, and read by parsers of their own
import io
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
import xml.sax.handler
import xml.sax.xmlreader
from xml.dom import expatbuilder
from xml.parsers import expat

FILES = {
    "text.ent": b"<?xml version='1.0' encoding='latin-1'?>t\xe9xt <b>bold</b> &inner;",
    "bad.ent": b"<b>", "bad2.ent": b"</b>", "more.ent": b"&ee;", "a.dtd":
    b"<?xml encoding='utf-8'?><!-- c --><!ENTITY late 'late one'><!ENTITY inner 'other'><!ELEMENT r ANY><!ATTLIST r k CDATA 'v'><![INCLUDE[<!ENTITY i1 'in'>]]><![IGNORE[<!ENTITY i2 'out'>]]>"
    b"<?p d?><!NOTATION n SYSTEM 'n'>",
    "pe.ent": b"<!ENTITY frompe 'from a parameter entity'>"}


def trace(document, parameters=0, handle=True, namespaces=False, foreign=False, answer=1):
    print(document)
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.SetBase("/base")
    if foreign:
        parser.UseForeignDTD(True)
    parser.SetParamEntityParsing(parameters)
    parsers = [parser]

    def external(context, base, system, public):
        print("   external", (context, base, system, public))
        if not handle:
            return answer
        inside = parsers[-1].ExternalEntityParserCreate(context)
        parsers.append(inside)
        try:
            inside.Parse(FILES.get(system, b""), True)
        except expat.error as error:
            print("   inside:", error, error.code)
            return 0
        finally:
            parsers.pop()
        return 1
    parser.ExternalEntityRefHandler = external
    for name in "StartElement EndElement CharacterData StartDoctypeDecl EndDoctypeDecl EntityDecl UnparsedEntityDecl NotationDecl Comment ProcessingInstruction AttlistDecl".split():
        setattr(parser, name + "Handler", lambda *given, name=name: print("  ", name, *given))
    parser.buffer_text = True
    try:
        print("  ", parser.Parse(document, True))
    except expat.error as error:
        print("  ", error, error.code)


DECLARED = "<!DOCTYPE r [<!ENTITY ee SYSTEM 'text.ent'><!ENTITY inner 'inner'><!ENTITY pub PUBLIC '-//x  y' 'bad.ent'><!ENTITY b2 SYSTEM 'bad2.ent'>" \
           "<!NOTATION gif SYSTEM 'gif'><!ENTITY pic SYSTEM 'pic.gif' NDATA gif>]>"
print("-- general entities")
trace(DECLARED + "<r>a &ee; z</r>")
trace(DECLARED + "<r>a &ee; z</r>", handle=False)
trace(DECLARED + "<r>&ee;</r>", handle=False, answer=0)
trace(DECLARED + "<r>&pub;</r>")
trace(DECLARED + "<r>&b2;</r>")
trace(DECLARED + "<r a='&ee;'/>")
trace(DECLARED + "<r>&pic;</r>")
trace(DECLARED + "<r xmlns='u'>&ee;<x/></r>", namespaces=True, handle=False)
print("-- DTDs")
for parameters in 0, 1, 2:
    trace("<!DOCTYPE r SYSTEM 'a.dtd' [<!ENTITY inner 'own'>]><r>&late; &inner; &i1;</r>" if parameters else "<!DOCTYPE r PUBLIC 'p' 'a.dtd'><r>x</r>", parameters)
trace("<?xml version='1.0' standalone='yes'?><!DOCTYPE r SYSTEM 'a.dtd'><r/>", 1)
trace("<!DOCTYPE r [<!ENTITY % pe SYSTEM 'pe.ent'> %pe; <!ENTITY after 'x'>]><r>&frompe;</r>", 2)
trace("<!DOCTYPE r [<!ENTITY % pe SYSTEM 'pe.ent'> %pe;]><r/>", 0)
trace("<r>no doctype</r>", 2, foreign=True)

print("-- others")


class Resolver(xml.sax.handler.EntityResolver):
    def resolveEntity(self, public, system):
        print("resolve", public, system)
        source = xml.sax.xmlreader.InputSource(system)
        source.setByteStream(io.BytesIO(FILES[system]))
        return source


class Content(xml.sax.handler.ContentHandler):
    def characters(self, text):
        print("characters", repr(text))

    def startElement(self, name, attributes):
        print("start", name, dict(attributes))

    def skippedEntity(self, name):
        print("skipped", name)


for reads in 0, 1:
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, reads)
    reader.setEntityResolver(Resolver())
    reader.setContentHandler(Content())
    reader.parse(io.StringIO(DECLARED + "<r>&ee;</r>"))
    reader.parse(io.StringIO("<!DOCTYPE r SYSTEM 'a.dtd'><r>&late;</r>"))
print(xml.dom.minidom.parseString(DECLARED + "<r>a&ee;z</r>").documentElement.toxml())
for text in DECLARED + "<r>a&ee;z</r>", DECLARED + "<r a='&ee;'/>":
    try:
        print(ET.tostring(ET.fromstring(text)))
    except ET.ParseError as error:
        print(error, error.code)


class Refusing(expatbuilder.ExpatBuilder):
    def install(self, parser):
        super().install(parser)
        parser.EntityDeclHandler = self.refuse

    def refuse(self, name, *more):
        raise ValueError(f"refused: {name}")


class RefusingNS(expatbuilder.Namespaces, Refusing):
    def install(self, parser):
        Refusing.install(self, parser)
        if self._options.namespace_declarations:
            parser.StartNamespaceDeclHandler = self.start_namespace_decl_handler

    def reset(self):
        Refusing.reset(self)
        self._initNamespaces()


for kind in Refusing, RefusingNS:
    built = kind().parseString("<?xml version='1.0' encoding='utf-8'?><!DOCTYPE r><r xmlns:p='u' p:a='1' b='2'>a<!--c--><![CDATA[<d>]]><?t d?><p:x xmlns='v'/></r>")
    print(built.toxml(), built.doctype.name, built.documentElement.getAttributeNS("u", "a"), built.documentElement.lastChild.namespaceURI)
    try:
        kind().parseFile(io.BytesIO(DECLARED.encode() + b"<r/>"))
    except ValueError as error:
        print(error)
print(expatbuilder.parse(io.BytesIO(b"<a><b/></a>")).toxml(), expatbuilder.parseString("<a/>", namespaces=False).documentElement.namespaceURI)
