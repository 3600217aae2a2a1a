# Entities that nobody declared: a document whose DOCTYPE refers to others may have them from there.
import xml.dom.minidom
import xml.etree.ElementTree as ElementTree
import xml.parsers.expat
import xml.sax
import xml.sax.handler

OUTSIDE = "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'xhtml1-strict.dtd'>\n"
DOCUMENTS = [
    "<a>&nbsp;</a>",
    OUTSIDE + "<a>one&nbsp;two</a>",
    OUTSIDE + "<a b='one&nbsp;two'>three</a>",
    "<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>\n  &nbsp;</a>",
    "<?xml version='1.0' standalone='yes'?><!DOCTYPE a SYSTEM 'a.dtd'><a>&nbsp;</a>",
    "<!DOCTYPE a [<!ENTITY own 'declared'>]><a>&own;&nbsp;</a>",
]


class Handler(xml.sax.handler.ContentHandler):
    def characters(self, content):
        print("   characters", repr(content))

    def skippedEntity(self, name):
        print("   skipped", name)


for document in DOCUMENTS:
    print(document)
    try:
        print("  ElementTree", ElementTree.tostring(ElementTree.fromstring(document)))
    except ElementTree.ParseError as error:
        print("  ElementTree", error, error.code, error.position)
    try:
        print("  minidom", xml.dom.minidom.parseString(document).documentElement.toxml())
    except xml.parsers.expat.ExpatError as error:
        print("  minidom", error)
    parser = xml.parsers.expat.ParserCreate()
    parser.SkippedEntityHandler = lambda *told: print("   skipped", told)
    parser.CharacterDataHandler = lambda text: print("   text", repr(text))
    try:
        print("  expat", parser.Parse(document, True))
    except xml.parsers.expat.ExpatError as error:
        print("  expat", error)
    try:
        xml.sax.parseString(document.encode(), Handler())
    except xml.sax.SAXParseException as error:
        print("  sax", error)
    parser = ElementTree.XMLParser()
    parser.entity["nbsp"] = "\u00a0"
    if "SYSTEM" in document and "standalone" not in document:
        parser.feed(document)
        print("  with entity", ElementTree.tostring(parser.close()))
