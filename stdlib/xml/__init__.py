"""XML (library reference, "Structured Markup Processing Tools"): etree, dom, sax, parsers."""
