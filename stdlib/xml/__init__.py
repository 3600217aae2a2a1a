"""XML (library reference, "Structured Markup Processing Tools"): etree."""
