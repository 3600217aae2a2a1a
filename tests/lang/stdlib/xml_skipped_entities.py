# An entity that nobody has declared, where a DTD refers to what is not read, and where it does not.
import xml.etree.ElementTree as ET
import xml.parsers.expat

for subset in ("", "[<!ENTITY a 'b'>]", "[<!ENTITY % more SYSTEM 'more.dtd'> %more;]", "[<!-- %more; --><!ENTITY a 'b'>]", "SYSTEM 'r.dtd'"):
    for standalone in "", ' standalone="yes"':
        text = f'<?xml version="1.0"{standalone}?><!DOCTYPE r {subset}><r>x&nobody;y</r>'
        try:
            print(subset, standalone, ET.tostring(ET.fromstring(text)))
        except ET.ParseError as error:
            print(subset, standalone, error)
        told = []
        parser = xml.parsers.expat.ParserCreate()
        parser.SkippedEntityHandler = lambda *args: told.append(args)
        try:
            parser.Parse(text, True)
            print("   ", told)
        except xml.parsers.expat.ExpatError as error:
            print("   ", error, told)
