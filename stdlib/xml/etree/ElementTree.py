"""XML documents as trees of elements (library reference, "xml.etree.ElementTree")."""

__all__ = ["Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse",
           "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID",
           "XMLParser", "XMLPullParser", "register_namespace", "C14NWriterTarget"]

VERSION = "1.3.0"

import collections
import collections.abc
import contextlib
import io
import re
import sys
import warnings
import weakref

from _xml_machine import element_iterator as _element_iterator, graft as _graft

from . import ElementPath, _parser


class ParseError(SyntaxError):
    """A document is not well-formed: `code` is expat's number for it, `position` line and column."""


def iselement(element):
    """Whether it looks like an element."""
    return hasattr(element, "tag")


_missing = object()


def _is_plain(path):
    "Whether it is just the tag of a child."
    if not isinstance(path, str):
        return isinstance(path, QName) or path is Comment or path is ProcessingInstruction
    if path[:1] == "{":
        if path[:3] == "{*}" or path[:2] == "{}":
            return False
        path = path.partition("}")[2]
    return path != "" and not any(mark in path for mark in "/*[@.")


class Element:
    """An element: its tag, attributes, text, the elements in it, and the text behind it (tail)."""

    def __init__(self, tag=_missing, attrib={}, /, **extra):
        if extra and "attrib" in extra:
            attrib = extra.pop("attrib")
        if tag is _missing:
            if "tag" not in extra:
                raise TypeError("Element() takes at least 1 argument (0 given)")
            tag = extra.pop("tag")
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {'None' if attrib is None else type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra} if extra else attrib.copy()
        self.text = None
        self.tail = None
        self._children = []

    def __repr__(self):
        return f"<Element {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib, /):
        return self.__class__(tag, attrib)

    def __copy__(self):
        result = self.makeelement(self.tag, self.attrib)
        result.text, result.tail = self.text, self.tail
        result[:] = self
        return result

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = self.makeelement(deepcopy(self.tag, memo), deepcopy(self.attrib, memo))
        result.text, result.tail = deepcopy(self.text, memo), deepcopy(self.tail, memo)
        result._children = [deepcopy(child, memo) for child in self._children]
        memo[id(self)] = result
        return result

    def __getstate__(self):
        return {"tag": self.tag, "_children": list(self._children), "attrib": self.attrib, "text": self.text, "tail": self.tail}

    def __setstate__(self, state):
        self.__dict__.update(state)

    def __reduce__(self):
        return self.__class__, (self.tag,), self.__getstate__()

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("Testing an element's truth value will raise an exception in future versions.  Use specific 'len(elem)' or "
                      "'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None
        except TypeError:
            raise TypeError("element indices must be integers") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for item in element:
                _check_element(item)
        else:
            _check_element(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __iter__(self):
        return iter(self._children)

    def append(self, subelement, /):
        """Adds an element at the end."""
        _check_element(subelement, "append() argument 1 must be xml.etree.ElementTree.Element")
        self._children.append(subelement)

    def extend(self, elements, /):
        """Adds elements at the end."""
        for element in elements:
            _check_element(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        """Adds an element before the one at `index`."""
        _check_element(subelement, "insert() argument 2 must be xml.etree.ElementTree.Element")
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Removes an element; it is told by identity."""
        for i, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[i]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None):
        """The first element that a path leads to, or None."""
        if namespaces is None and _is_plain(path):
            for child in self._children:
                if child.tag == path:
                    return child
            return None
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        if namespaces is None and _is_plain(path):
            for child in self._children:
                if child.tag == path:
                    return child.text if child.text is not None else ""
            return default
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements that a path leads to."""
        if namespaces is None and _is_plain(path):
            return [child for child in self._children if child.tag == path]
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """All elements that a path leads to, one after the other."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Takes everything but the tag away."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """An attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Sets an attribute."""
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        """The element and all in it, in the order of the document; with a tag, those of it."""
        return _element_iterator(self, None if tag == "*" else tag)

    def itertext(self):
        """All the text in it."""
        return _element_iterator(self, None, True)


_graft(Element)


def _check_element(element, message=None):
    if not isinstance(element, Element):
        if message:
            raise TypeError(f"{message}, not {type(element).__name__}")
        raise TypeError(f'expected an Element, not "{type(element).__name__}"')


_new_element = object.__new__


def SubElement(parent, tag, attrib={}, **extra):
    """Makes an element at the end of another."""
    if type(parent) is Element and type(attrib) is dict:
        element = _new_element(Element)
        element.tag = tag
        element.attrib = {**attrib, **extra} if attrib else extra
        element.text = None
        element.tail = None
        element._children = []
        parent._children.append(element)
        return element
    if not isinstance(parent, Element):
        raise TypeError(f"SubElement() argument 1 must be xml.etree.ElementTree.Element, not {type(parent).__name__}")
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction."""
    element = Element(ProcessingInstruction)
    element.text = target
    if text:
        element.text = element.text + " " + text
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        if tag:
            text_or_uri = f"{{{text_or_uri}}}{tag}"
        self.text = text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _text_of(self, other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= self._text_of(other)

    def __lt__(self, other):
        return self.text < self._text_of(other)

    def __ge__(self, other):
        return self.text >= self._text_of(other)

    def __gt__(self, other):
        return self.text > self._text_of(other)

    def __eq__(self, other):
        return self.text == self._text_of(other)


class ElementTree:
    """A document: reading and writing."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads a document from a file, or a file by its name."""
        close = False
        if not hasattr(source, "read"):
            source = open(source, "rb")
            close = True
        try:
            if parser is None:
                parser = XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if close:
                source.close()

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current behaviour, "
                          f"change it to {path!r}", FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        """Writes the document to a file."""
        if not method:
            method = "xml"
        elif method not in _serializers:
            raise ValueError(f"unknown method {method!r}")
        if not encoding:
            encoding = "us-ascii"
        with _writer(file_or_filename, encoding) as (write, declared):
            if method == "xml" and (xml_declaration or xml_declaration is None and encoding.lower() != "unicode" and
                                    declared.lower() not in ("utf-8", "us-ascii")):
                write(f"<?xml version='1.0' encoding='{declared}'?>\n")
            if method == "text":
                _write_text(write, self._root)
            else:
                names, namespaces = _namespaces(self._root, default_namespace)
                _serializers[method](write, self._root, names, namespaces, short_empty_elements=short_empty_elements)

    def write_c14n(self, file):
        return self.write(file, method="c14n")  # ValueError, as in CPython


@contextlib.contextmanager
def _writer(target, encoding):
    "The function that writes text, and the encoding for the declaration."
    is_text = encoding.lower() == "unicode"
    try:
        write = target.write
    except AttributeError:
        with open(target, "w", encoding="utf-8" if is_text else encoding, errors="xmlcharrefreplace") as file:
            yield file.write, "utf-8" if is_text else encoding
        return
    if is_text:
        yield write, getattr(target, "encoding", None) or "utf-8"
        return
    parts = []  # encoded as one text: an encoding may have a mark at its start
    yield parts.append, encoding
    write("".join(parts).encode(encoding, "xmlcharrefreplace"))


# ---- writing

_namespace_map = {"http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
                  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
                  "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi", "http://purl.org/dc/elements/1.1/": "dc"}
HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source", "track", "wbr"}


def register_namespace(prefix, uri):
    """The prefix that is written for a namespace."""
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_namespace_map.items()):
        if known == uri or name == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _not_serializable(text):
    raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")


def _namespaces(root, default):
    "How each name in the tree is written, and the prefixes of the namespaces."
    names, namespaces = {None: None}, {}
    if default:
        namespaces[default] = ""

    def add(name):
        try:
            if name[:1] == "{":
                uri, tag = name[1:].rsplit("}", 1)
                prefix = namespaces.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri)
                    if prefix is None:
                        prefix = "ns%d" % len(namespaces)
                    if prefix != "xml":
                        namespaces[uri] = prefix
                names[name] = f"{prefix}:{tag}" if prefix else tag
            else:
                if default:
                    raise ValueError("cannot use non-qualified names with default_namespace option")
                names[name] = name
        except TypeError:
            _not_serializable(name)
    for element in root.iter():
        tag = element.tag
        if isinstance(tag, QName):
            if tag.text not in names:
                add(tag.text)
        elif isinstance(tag, str):
            if tag not in names:
                add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _not_serializable(tag)
        for key, value in element.items():
            if isinstance(key, QName):
                key = key.text
            if key not in names:
                add(key)
            if isinstance(value, QName) and value.text not in names:
                add(value.text)
        text = element.text
        if isinstance(text, QName) and text.text not in names:
            add(text.text)
    return names, namespaces


def _write_attributes(write, element, names, namespaces, escape):
    if namespaces:
        for uri, prefix in sorted(namespaces.items(), key=lambda item: item[1]):
            write(f' xmlns{":" + prefix if prefix else ""}="{escape(uri)}"')
    for key, value in element.items():
        if isinstance(key, QName):
            key = key.text
        if isinstance(value, QName):
            value = names[value.text]
        else:
            value = escape(value)
        write(f' {names[key]}="{value}"')


def _write_xml(write, element, names, namespaces, short_empty_elements):
    tag, text = element.tag, element.text
    if tag is Comment:
        write(f"<!--{text}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{text}?>")
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_text(text))
            for child in element:
                _write_xml(write, child, names, None, short_empty_elements)
        else:
            write("<" + tag)
            _write_attributes(write, element, names, namespaces, _escape_attribute)
            if text or len(element) or not short_empty_elements:
                write(">")
                if text:
                    write(_escape_text(text) if not isinstance(text, QName) else names[text.text])
                for child in element:
                    _write_xml(write, child, names, None, short_empty_elements)
                write(f"</{tag}>")
            else:
                write(" />")
    if element.tail:
        write(_escape_text(element.tail))


def _write_html(write, element, names, namespaces, **ignored):
    tag, text = element.tag, element.text
    if tag is Comment:
        write(f"<!--{_escape_text(text)}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{_escape_text(text)}?>")
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_text(text))
            for child in element:
                _write_html(write, child, names, None)
        else:
            write("<" + tag)
            _write_attributes(write, element, names, namespaces, _escape_attribute_html)
            write(">")
            lower = tag.lower()
            if text:
                write(text if lower in ("script", "style") else _escape_text(text))
            for child in element:
                _write_html(write, child, names, None)
            if lower not in HTML_EMPTY:
                write(f"</{tag}>")
    if element.tail:
        write(_escape_text(element.tail))


def _write_text(write, element):
    for part in element.itertext():
        write(part)
    if element.tail:
        write(element.tail)


_serializers = {"xml": _write_xml, "html": _write_html, "text": _write_text}


_TEXT_MARKS = ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")
_ATTRIBUTE_MARKS = *_TEXT_MARKS, ('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;")


def _escape_text(text, marks=_TEXT_MARKS):
    try:
        for mark, reference in marks:
            if mark in text:
                text = text.replace(mark, reference)
    except (AttributeError, TypeError):
        _not_serializable(text)
    return text


def _escape_attribute(text):
    return _escape_text(text, _ATTRIBUTE_MARKS)


def _escape_attribute_html(text):
    try:
        return text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    except (TypeError, AttributeError):
        _not_serializable(text)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The element as bytes; with encoding "unicode", as str."""
    parts = tostringlist(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                         short_empty_elements=short_empty_elements)
    return ("" if encoding == "unicode" else b"").join(parts)


class _Collected:
    """A file that keeps what is written, piece by piece."""

    def __init__(self):
        self.parts = []
        self.write = self.parts.append


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The element as a list of bytes or str."""
    file = _Collected()
    ElementTree(element).write(file, encoding, xml_declaration, default_namespace, method, short_empty_elements=short_empty_elements)
    return file.parts


def dump(elem):
    """Writes an element to sys.stdout. For debugging only."""
    document, out = elem if isinstance(elem, ElementTree) else ElementTree(elem), sys.stdout
    document.write(out, "unicode")
    if not (document.getroot().tail or "").endswith("\n"):
        out.write("\n")


def indent(tree, space="  ", level=0):
    """Adds white space so that each element stands on a line of its own."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if not len(tree):
        return
    breaks = ["\n" + level * space]

    def indent_children(element, level):
        inner = level + 1
        if inner == len(breaks):
            breaks.append(breaks[level] + space)
        if not element.text or not element.text.strip():
            element.text = breaks[inner]
        for child in element:
            if len(child):
                indent_children(child, inner)
            if not child.tail or not child.tail.strip():
                child.tail = breaks[inner]
        if not child.tail.strip():
            child.tail = breaks[level]
    indent_children(tree, 0)


# ---- reading

def parse(source, parser=None):
    """The document in a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The element in a text."""
    return fromstringlist([text], parser)


fromstring = XML


def XMLID(text, parser=None):
    """The element in a text, and a dict of elements by their attribute id."""
    tree = XML(text, parser)
    return tree, {identifier: element for element in tree.iter() if (identifier := element.get("id"))}


def fromstringlist(sequence, parser=None):
    """The element in a text in pieces."""
    reader = parser or XMLParser()
    for piece in sequence:
        reader.feed(piece)
    return reader.close()


class TreeBuilder:
    """Makes a tree from calls of start(), data(), end(), comment() and pi()."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data = []
        self._open = []
        self._last = None
        self._root = None
        self._after = False  # the text to come stands behind the last element
        self._comment_factory = comment_factory or Comment
        self.insert_comments = insert_comments
        self._pi_factory = pi_factory or ProcessingInstruction
        self.insert_pis = insert_pis
        self._factory = element_factory or Element

    def close(self):
        """The tree."""
        return self._root

    def _flush(self):
        if not self._data:
            return
        if self._last is not None:
            text = "".join(self._data)
            if self._after:
                self._last.tail = text
            else:
                self._last.text = text
        self._data = []

    def data(self, data, /):
        """Adds text."""
        self._data.append(data)

    def start(self, tag, attrs, /):
        """Opens an element."""
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._after = False
        return element

    def end(self, tag, /):
        """Closes the element."""
        self._flush()
        if not self._open:
            raise IndexError("pop from empty stack")
        self._last = self._open.pop()
        self._after = True
        return self._last

    def comment(self, text, /):
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._after = True
        return element


class _Events:
    "What the parser calls, for a target that may lack some of the methods."

    def __init__(self, target):
        def nothing(*args):
            pass
        self.start = getattr(target, "start", nothing)
        self.end = getattr(target, "end", nothing)
        self.data = getattr(target, "data", nothing)
        self.comment = getattr(target, "comment", nothing)
        self.pi = getattr(target, "pi", nothing)
        self.start_ns = getattr(target, "start_ns", nothing)
        self.end_ns = getattr(target, "end_ns", nothing)
        self.doctype = getattr(target, "doctype", nothing)

    def skipped(self, entity, at):
        raise _parser.Problem("undefined entity", at, f" &{entity};")

    external = skipped


class _Handlers:
    """XMLParser.parser: handlers for a DTD, as an expat parser has them, which are called beside the target's methods."""

    StartDoctypeDeclHandler = EndDoctypeDeclHandler = EntityDeclHandler = UnparsedEntityDeclHandler = NotationDeclHandler = ExternalEntityRefHandler = None

    def __init__(self, parser):
        self._parser = parser
        self.listen()

    def listen(self):
        "Stands between the parser and its events."
        events = self._parser.events
        self._doctype, events.doctype = events.doctype, self._declared
        self._not_external, events.external = events.external, self._external

    def _tell(self, kind, *arguments):
        handler = getattr(self, kind + "Handler", None)
        if handler is not None:
            handler(*arguments)

    def _external(self, entity, at):
        if self.ExternalEntityRefHandler is None:
            self._not_external(entity, at)
        else:
            system, public, _ = self._parser.external[entity]
            if not self.ExternalEntityRefHandler(entity, None, system, public):
                raise _parser.Problem("error in processing external entity reference", at)

    def _declared(self, name, public, system):
        from xml.parsers.expat import _declarations
        subset = self._parser.subset
        self._tell("StartDoctypeDecl", name, system, public, int(subset is not None))
        for kind, arguments in _declarations.events(subset or ""):
            self._tell(kind, *arguments)
        self._tell("EndDoctypeDecl")
        self._doctype(name, public, system)


class XMLParser:
    """Reads XML and calls the methods of its target, a TreeBuilder by default."""

    def __init__(self, *, target=None, encoding=None):
        if target is None:
            target = TreeBuilder()
        self.target = target
        self.entity = {}
        self.version = "Expat 2.5.0"
        self._encoding = encoding
        self._bytes = b""
        self._decoder = None
        self._parser, self._handlers = _parser.Parser(_Events(target)), None
        if type(target) is TreeBuilder and target._factory is Element:
            self._parser.tree = target, Element, [], 0
        self._parser.entities.update(self.entity)

    @property
    def parser(self):
        """Takes handlers of expat for what a DTD declares."""
        if self._handlers is None:
            self._handlers = _Handlers(self._parser)
        return self._handlers

    def _raise(self, problem):
        line, column = self._parser.position(problem.at)
        error = ParseError(f"{problem.message}{problem.detail}: line {line}, column {column}")
        error.code = _parser.codes.get(problem.message, 4)
        error.position = line, column
        raise error from None

    def feed(self, data, /):
        """Reads some more."""
        if not isinstance(data, str):
            # The encoding is known from the first line; what is not complete waits for more.
            self._bytes += bytes(data)
            return self._feed_bytes(False)
        self._feed_text(data, False)

    def _feed_text(self, text, final):
        self._parser.entities.update(self.entity)
        try:
            self._parser.feed(text, final)
        except _parser.Problem as problem:
            self._raise(problem)

    def _feed_bytes(self, final):
        if not final:
            return
        data, self._bytes = self._bytes, b""
        try:
            text = data.decode(self._encoding) if self._encoding else _parser.decoded(data)
        except UnicodeDecodeError as error:
            text = data[:error.start].decode(error.encoding)
            self._feed_text(text, False)
            self._raise(_parser.Problem("not well-formed (invalid token)", len(self._parser.text)))
        except _parser.Problem as problem:
            self._raise(problem)
        self._feed_text(text, True)

    def close(self):
        """The document is over: what the target's close() gives."""
        if self._bytes:
            self._feed_bytes(True)
        else:
            self._feed_text("", True)
        close = getattr(self.target, "close", None)
        return close() if close is not None else None

    def flush(self):
        pass


class _EventTarget:
    "Passes on to a tree builder, and notes what a pull parser was asked for."

    def __init__(self, builder, wanted, queue):
        self.builder, self.queue = builder, queue
        self.wanted = wanted

    def start(self, tag, attrib):
        element = self.builder.start(tag, attrib)
        if "start" in self.wanted:
            self.queue.append(("start", element))
        return element

    def end(self, tag):
        element = self.builder.end(tag)
        if "end" in self.wanted:
            self.queue.append(("end", element))
        return element

    def data(self, text):
        self.builder.data(text)

    def comment(self, text):
        element = self.builder.comment(text)
        if "comment" in self.wanted:
            self.queue.append(("comment", element))

    def pi(self, target, text):
        element = self.builder.pi(target, text)
        if "pi" in self.wanted:
            self.queue.append(("pi", element))

    def start_ns(self, prefix, uri):
        if "start-ns" in self.wanted:
            self.queue.append(("start-ns", (prefix or "", uri or "")))

    def end_ns(self, prefix):
        if "end-ns" in self.wanted:
            self.queue.append(("end-ns", None))

    def close(self):
        return self.builder.close()


class XMLPullParser:
    """Reads XML as it comes in; read_events() gives what has been read."""

    def __init__(self, events=None, *, _parser=None):
        self._queue = collections.deque()
        wanted = ("end",) if events is None else tuple(events)
        for event in wanted:
            if event not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
                raise ValueError(f"unknown event {event!r}")
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self._parser._parser.events = _Events(_EventTarget(self._parser.target, wanted, self._queue))
        if self._parser._handlers is not None:
            self._parser._handlers.listen()
        if self._parser._parser.tree is not None:
            self._parser._parser.tree = *self._parser._parser.tree[:3], ("start" in wanted) + 2 * ("end" in wanted)
            self._parser._parser.queue = self._queue
        self._decoder = None

    def feed(self, data):
        """Reads some more."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                if not isinstance(data, str):
                    data = self._text_of(data)
                self._parser.feed(data)
            except SyntaxError as error:
                self._queue.append(error)

    def _text_of(self, data):
        if self._decoder is None:
            match = re.match(rb"<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*[\"']([A-Za-z][-A-Za-z0-9._]*)[\"']", data)
            self._encoding = match[1].decode() if match else "utf-8"
            self._decoder = b""
        data = self._decoder + bytes(data)
        self._decoder = b""
        try:
            return data.decode(self._encoding)
        except UnicodeDecodeError as error:
            if error.end < len(data) or "utf" not in self._encoding.lower():
                raise
            self._decoder = data[error.start:]
            return data[:error.start].decode(self._encoding)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """The text is over."""
        self._close_and_return_root()

    def read_events(self):
        """What has been read since the last time: pairs of event and element."""
        while self._queue:
            event = self._queue.popleft()
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        pass


class _IterParse(collections.abc.Iterator):
    def __init__(self, source, events, parser):
        self._pull = XMLPullParser(events=events, _parser=parser)
        self._close = not hasattr(source, "read")
        self._source = open(source, "rb") if self._close else source
        self.root = None
        self._events = self._run()

    def _run(self):
        try:
            while True:
                yield from self._pull.read_events()
                data = self._source.read(16 * 1024)
                if not data:
                    break
                self._pull.feed(data)
            root = self._pull._close_and_return_root()
            yield from self._pull.read_events()
            self.root = root
        finally:
            if self._close:
                self._source.close()

    def __next__(self):
        return next(self._events)


def iterparse(source, events=None, parser=None):
    """Reads a document and gives pairs of event and element as it goes on; afterwards `root` is the tree."""
    return _IterParse(source, events, parser)


# ---- canonical XML 2.0

def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """The document in the form of C14N 2.0."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    result = None
    if out is None:
        result = out = io.StringIO()
    parser = XMLParser(target=C14NWriterTarget(out.write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    elif from_file is not None:
        parse(from_file, parser=parser)
    return result.getvalue() if result is not None else None


class C14NWriterTarget:
    """Writes what it is told in the form of C14N 2.0."""

    def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None, qname_aware_attrs=None,
                 exclude_attrs=None, exclude_tags=None):
        self._write = write
        self._data = []
        self._with_comments, self._strip_text, self._rewrite_prefixes = with_comments, strip_text, rewrite_prefixes
        self._exclude_attrs, self._exclude_tags = (set(names) if names else None for names in (exclude_attrs, exclude_tags))
        self._qname_tags = set(qname_aware_tags) if qname_aware_tags else None
        self._qname_attrs = set(qname_aware_attrs) if qname_aware_attrs else None
        self._declared = [[("http://www.w3.org/XML/1998/namespace", "xml")]]  # (uri, prefix) written, by element
        self._known = [[]]  # (uri, prefix) read, by element
        self._pending = []
        self._prefixes = {}
        self._preserve = [False]
        self._ignored = 0
        self._seen_root = self._root_done = False

    def start_ns(self, prefix, uri):
        if not self._ignored:
            self._flush()
            self._pending.append((uri, prefix or ""))

    def _prefix_known(self, uri):
        for pairs in reversed(self._declared):
            for known, prefix in pairs:
                if known == uri:
                    return prefix
        return None

    def _prefix_read(self, uri):
        for pairs in reversed(self._known):
            for known, prefix in pairs:
                if known == uri:
                    return prefix
        return None

    def _qname(self, name, uri=None):
        "(as written, tag, uri)"
        if name[:1] == "{":
            uri, tag = name[1:].rsplit("}", 1)
        else:
            uri, tag = "", name
        if not uri:
            for pairs in reversed(self._declared):
                for known, prefix in pairs:
                    if prefix == "" and known:
                        self._declared[-1].append(("", ""))
                        return tag, tag, ""
                    if prefix == "":
                        return tag, tag, ""
            return tag, tag, ""
        prefix = self._prefix_known(uri)
        if prefix is None:
            if self._rewrite_prefixes:
                prefix = self._prefixes.setdefault(uri, f"n{len(self._prefixes)}")
            else:
                prefix = self._prefix_read(uri)
                if prefix is None:
                    raise ValueError(f'Namespace "{uri}" is not declared in scope')
            self._declared[-1].append((uri, prefix))
        return (f"{prefix}:{tag}" if prefix else tag), tag, uri

    def data(self, data):
        if not self._ignored:
            self._data.append(data)

    def _flush(self):
        text = "".join(self._data)
        self._data.clear()
        if self._strip_text and not self._preserve[-1]:
            text = text.strip()
        if text and self._seen_root:
            self._write(_c14n_text(text))

    def start(self, tag, attrs):
        if self._exclude_tags is not None and (self._ignored or tag in self._exclude_tags):
            self._ignored += 1
            return
        self._flush()
        self._known.append(self._pending)
        self._pending = []
        self._declared.append([])
        if self._exclude_attrs is not None and attrs:
            attrs = {key: value for key, value in attrs.items() if key not in self._exclude_attrs}
        names = sorted([tag, *attrs], key=lambda name: name.split("}", 1)) if self._rewrite_prefixes else [tag, *sorted(attrs, key=lambda name: name.split("}", 1))]
        parsed = {name: self._qname(name) for name in names if name == tag or name[:1] == "{"}
        for name in attrs:
            parsed.setdefault(name, (name, name, ""))
        written = []
        for uri, prefix in sorted(self._declared[-1], key=lambda pair: pair[1]):
            written.append((f"xmlns:{prefix}" if prefix else "xmlns", uri))
        for name, value in sorted(attrs.items(), key=lambda item: (parsed[item[0]][2], parsed[item[0]][1])):
            written.append((parsed[name][0], value))
        space = attrs.get("{http://www.w3.org/XML/1998/namespace}space")
        self._preserve.append(space == "preserve" if space else self._preserve[-1])
        self._write("<" + parsed[tag][0])
        for name, value in written:
            self._write(f' {name}="{_c14n_attribute(value)}"')
        self._write(">")
        self._seen_root = True
        self._written = getattr(self, "_written", [])
        self._written.append(parsed[tag][0])

    def end(self, tag):
        if self._ignored:
            self._ignored -= 1
            return
        self._flush()
        self._write(f"</{self._written.pop()}>")
        self._preserve.pop()
        self._root_done = not self._written
        self._declared.pop()
        self._known.pop()

    def comment(self, text):
        if not self._with_comments or self._ignored:
            return
        if self._root_done:
            self._write("\n")
        elif self._seen_root and self._data:
            self._flush()
        self._write(f"<!--{_c14n_text(text)}-->")
        if not self._seen_root:
            self._write("\n")

    def pi(self, target, data):
        if self._ignored:
            return
        if self._root_done:
            self._write("\n")
        elif self._seen_root and self._data:
            self._flush()
        self._write(f"<?{target} {_c14n_text(data)}?>" if data else f"<?{target}?>")
        if not self._seen_root:
            self._write("\n")


def _c14n_text(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def _c14n_attribute(text):
    return (text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;"))
