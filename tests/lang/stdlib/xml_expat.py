# Events of a document (library reference, "xml.parsers.expat").
from xml.parsers import expat

NAMES = ("StartElementHandler", "EndElementHandler", "CharacterDataHandler", "ProcessingInstructionHandler", "CommentHandler", "StartCdataSectionHandler", "EndCdataSectionHandler",
         "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "XmlDeclHandler")
DOCUMENT = """<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE r SYSTEM "file.dtd" [<!ENTITY own "text of an entity">]>
<!-- first --><r xmlns="urn:one" xmlns:p="urn:two" a="1" p:b="&lt;2&#10;"><p:c/>käse &amp; &own;<![CDATA[<raw>]]><?go there now?></r>
<!-- last -->"""


def told(data, *options, pieces=False, **settings):
    parser = expat.ParserCreate(*options)
    for name, value in {"buffer_text": True, **settings}.items():
        setattr(parser, name, value)
    for name in NAMES:
        setattr(parser, name, lambda *arguments, name=name: print("  ", name[:-7], *arguments, parser.CurrentLineNumber))
    try:
        if pieces:
            for at in range(len(data)):
                parser.Parse(data[at:at + 1])
            print(parser.Parse(data[:0], True))
        else:
            print(parser.Parse(data, True))
    except expat.ExpatError as error:
        print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code) in str(error), parser.ErrorCode)


print("names as written")
told(DOCUMENT)
print("namespaces")
told(DOCUMENT.encode("iso-8859-1"), None, "|", ordered_attributes=True)
print("no character between")
told("<a xmlns='u'><b c='d'/></a>", None, "")
print("byte by byte")
told("<a>é<b x='&#233;'/>\n</a>".encode(), pieces=True)
told("<?xml version='1.0' encoding='utf-8' standalone='yes'?><a>é</a>".encode(), pieces=True)
print("wrong")
for text in ("<a>", "<a></b>", "", "<a b='1' b='2'/>", "<a>&nothing;</a>", "<a/><b/>", "<a b=c/>", b"<a>\xff</a>", "x", "<a>\n  <b>]]></b></a>"):
    told(text)
told("<p:a/>", None, " ")

print("default")
parser = expat.ParserCreate()
parser.DefaultHandler = lambda text: print("  default", repr(text))
parser.EndElementHandler = lambda name: print("  end", name)
parser.Parse("<a x='1'>text<!--c--><?pi d?></a>", True)
print(parser.buffer_text, parser.buffer_size, expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH], expat.errors.messages[11], expat.model.XML_CTYPE_SEQ)
for wrong in (lambda: expat.ParserCreate(namespace_separator="ab"), lambda: expat.ParserCreate(5), lambda: setattr(parser, "buffer_size", 0), lambda: setattr(parser, "buffer_size", "1")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
parser = expat.ParserCreate()
parser.StartElementHandler = lambda name, attributes: 1 / 0
try:
    parser.Parse("<a/>", True)
except ZeroDivisionError as error:
    print(error)
