"""XInclude for element trees (library reference, "xml.etree.ElementInclude"; XML Inclusions, W3C): each xi:include becomes what it names."""
import copy
from urllib.parse import urljoin

from . import ElementTree

XINCLUDE = "{http://www.w3.org/2001/XInclude}"
XINCLUDE_INCLUDE = XINCLUDE + "include"
XINCLUDE_FALLBACK = XINCLUDE + "fallback"
DEFAULT_MAX_INCLUSION_DEPTH = 6


class FatalIncludeError(SyntaxError):
    """A document cannot be included."""


class LimitedRecursiveIncludeError(FatalIncludeError):
    """Documents include documents, more than `max_depth` deep."""


def default_loader(href, parse, encoding=None):
    """What a file holds: its root element when `parse` is "xml", else its text."""
    if parse == "xml":
        with open(href, "rb") as file:
            return ElementTree.parse(file).getroot()
    with open(href, "r", encoding=encoding or "UTF-8") as file:
        return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
    """Put in their places what the xi:include elements below an element or in a tree name; None: to any depth."""
    if max_depth is not None and max_depth < 0:
        raise ValueError(f"expected non-negative depth or None for 'max_depth', got {max_depth!r}")
    root = elem.getroot() if hasattr(elem, "getroot") else elem
    _include(root, default_loader if loader is None else loader, base_url, max_depth, ())


def _include(elem, loader, base, depth, within):
    at = 0
    while at < len(elem):
        child = elem[at]
        if child.tag == XINCLUDE_INCLUDE:
            href = child.get("href")
            href = urljoin(base, href) if base else href
            kind = child.get("parse", "xml")
            if kind == "xml":
                elem[at] = _loaded(href, child, loader, depth, within)
            elif kind == "text":
                text = loader(href, kind, child.get("encoding"))
                if text is None:
                    raise FatalIncludeError(f"cannot load {href!r} as {kind!r}")
                _add_text(elem, at, text + (child.tail or ""))
                del elem[at]
                continue
            else:
                raise FatalIncludeError(f"unknown parse type in xi:include tag ({kind!r})")
        elif child.tag == XINCLUDE_FALLBACK:
            raise FatalIncludeError(f"xi:fallback tag must be child of xi:include ({child.tag!r})")
        else:
            _include(child, loader, base, depth, within)
        at += 1


def _loaded(href, child, loader, depth, within):
    if href in within:
        raise FatalIncludeError(f"recursive include of {href}")
    if depth == 0:
        raise LimitedRecursiveIncludeError(f"maximum xinclude depth reached when including file {href}")
    node = loader(href, "xml")
    if node is None:
        raise FatalIncludeError(f"cannot load {href!r} as 'xml'")
    node = copy.copy(node)  # the loader may give it again
    _include(node, loader, href, None if depth is None else depth - 1, (*within, href))
    if child.tail:
        node.tail = (node.tail or "") + child.tail
    return node


def _add_text(elem, at, text):
    if at:
        before = elem[at - 1]
        before.tail = (before.tail or "") + text
    else:
        elem.text = (elem.text or "") + text
