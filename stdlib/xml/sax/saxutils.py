"""Texts of XML: what stands for the characters that mean something there."""


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
