"""Parsers of XML (library reference, "xml.parsers.expat"): expat."""
