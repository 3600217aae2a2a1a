"""A small implementation of the DOM, level 2 (library reference, "xml.dom.minidom").

A node knows its parent, its siblings and the document it belongs to; `childNodes` is a list. Attributes of an element lie in a dictionary by name, in order, as
Attr nodes; those with namespaces are found by going through it. What parse() makes comes from the events of xml/etree's parser.
"""
import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE

_MAY_HOLD = {1: {1, 3, 4, 5, 7, 8}, 9: {1, 7, 8, 10}, 11: {1, 3, 4, 5, 7, 8}, 2: {3, 5}}


class NodeList(list):
    """Nodes by number."""

    __slots__ = ()

    def item(self, index):
        """The node of that number, or None."""
        return self[index] if 0 <= index < len(self) else None

    length = property(len, doc="The number of nodes in the NodeList.")


class _NoNodes(tuple):
    "The children of what cannot have any."

    __slots__ = ()

    def item(self, index):
        return None

    length = property(len)


_NONE = _NoNodes()


def _written(text, in_attribute=False):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(">", "&gt;") if text else text or ""


def _split(qualified):
    prefix, colon, local = qualified.partition(":")
    return (prefix, local) if colon else (None, qualified)


class Node(xml.dom.Node):
    """What all nodes have."""

    nodeType = nodeName = nodeValue = attributes = namespaceURI = prefix = localName = None
    parentNode = ownerDocument = previousSibling = nextSibling = None
    childNodes = _NONE

    def __bool__(self):
        return True

    firstChild = property(lambda self: self.childNodes[0] if self.childNodes else None, doc="First child node, or None.")
    lastChild = property(lambda self: self.childNodes[-1] if self.childNodes else None, doc="Last child node, or None.")

    # ---- writing

    def toxml(self, encoding=None, standalone=None):
        """The node as XML: text, or bytes in an encoding."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The same with each node on a line of its own."""
        out = io.StringIO(newline="")
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(out, "", indent, newl, encoding, standalone)
        else:
            self.writexml(out, "", indent, newl)
        text = out.getvalue()
        return text if encoding is None else text.encode(encoding, "xmlcharrefreplace")

    # ---- children

    def hasChildNodes(self):
        """Whether there are children."""
        return bool(self.childNodes)

    def _check_child(self, child):
        if child.nodeType not in _MAY_HOLD.get(self.nodeType, ()):
            raise xml.dom.HierarchyRequestErr(f"{child!r} cannot be child of {self!r}")

    def _link(self, index, child):
        children = self.childNodes
        before = children[index - 1] if index else None
        after = children[index] if index < len(children) else None
        children.insert(index, child)
        child.parentNode, child.previousSibling, child.nextSibling = self, before, after
        if before is not None:
            before.nextSibling = child
        if after is not None:
            after.previousSibling = child

    def _index(self, child):
        for index, node in enumerate(self.childNodes):
            if node is child:
                return index
        raise xml.dom.NotFoundErr()

    def insertBefore(self, newChild, refChild):
        """Puts a node, or the children of a fragment, before a child; at the end when that is None."""
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for node in list(newChild.childNodes):
                self.insertBefore(node, refChild)
            return newChild
        self._check_child(newChild)
        if refChild is not None:
            self._index(refChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        self._link(len(self.childNodes) if refChild is None else self._index(refChild), newChild)
        return newChild

    def appendChild(self, node):
        """Puts a node, or the children of a fragment, behind the last child."""
        return self.insertBefore(node, None)

    def replaceChild(self, newChild, oldChild):
        """Puts a node in the place of a child, which is given back."""
        if newChild is oldChild:
            return None
        self._index(oldChild)
        if newChild.nodeType != Node.DOCUMENT_FRAGMENT_NODE:
            self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        after = oldChild.nextSibling
        self.removeChild(oldChild)
        try:
            self.insertBefore(newChild, after)
        except xml.dom.DOMException:
            self._link(len(self.childNodes) if after is None else self._index(after), oldChild)
            raise
        return oldChild

    def removeChild(self, oldChild):
        """Takes a child away and gives it back."""
        del self.childNodes[self._index(oldChild)]
        if oldChild.previousSibling is not None:
            oldChild.previousSibling.nextSibling = oldChild.nextSibling
        if oldChild.nextSibling is not None:
            oldChild.nextSibling.previousSibling = oldChild.previousSibling
        oldChild.parentNode = oldChild.previousSibling = oldChild.nextSibling = None
        return oldChild

    def normalize(self):
        """Joins neighbouring texts, and takes away those without characters."""
        for child in list(self.childNodes):
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    self.removeChild(child)
                elif child.previousSibling is not None and child.previousSibling.nodeType == Node.TEXT_NODE:
                    child.previousSibling.data += child.data
                    self.removeChild(child)
            else:
                child.normalize()

    def cloneNode(self, deep):
        """A copy without a parent; deep: of what is below as well."""
        return self._copied(deep, self.ownerDocument or self)

    def _copied(self, deep, document):
        made = self._copy()
        made.ownerDocument = document
        if deep:
            for child in self.childNodes:
                made.appendChild(child._copied(True, document))
        return made

    # ---- questions

    def hasAttributes(self):
        """Whether it is an element with attributes."""
        return bool(self.attributes)

    def isSameNode(self, other):
        """Whether this is the other node."""
        return self is other

    def isSupported(self, feature, version):
        """Whether the implementation has a feature."""
        return (self.ownerDocument or self).implementation.hasFeature(feature, version)

    def setUserData(self, key, data, handler):
        """Keeps something with the node: what was kept under that name before."""
        kept = self.__dict__.setdefault("_user_data", {})
        before = kept.pop(key, None)
        if data is not None:
            kept[key] = data
        return before

    def getUserData(self, key):
        """What setUserData() keeps, or None."""
        return self.__dict__.get("_user_data", {}).get(key)

    # ---- ending

    def unlink(self):
        """Lets go of all other nodes."""
        self.parentNode = self.ownerDocument = self.previousSibling = self.nextSibling = None
        for child in self.childNodes:
            child.unlink()
        if self.childNodes:
            self.childNodes = NodeList()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.unlink()


def _all_elements(node, found, wanted):
    for child in node.childNodes:
        if child.nodeType == Node.ELEMENT_NODE:
            if wanted(child):
                found.append(child)
            _all_elements(child, found, wanted)
    return found


class _Parent(Node):
    "What documents and elements have."

    def getElementsByTagName(self, name):
        """All elements of that name below, in order; "*": of any."""
        return _all_elements(self, NodeList(), lambda element: name in ("*", element.tagName))

    def getElementsByTagNameNS(self, namespaceURI, localName):
        """All elements of that name and namespace below, in order; "*" stands for any."""
        return _all_elements(self, NodeList(), lambda element: localName in ("*", element.localName) and namespaceURI in ("*", element.namespaceURI))


class DocumentFragment(Node):
    """Nodes that are put somewhere together."""

    nodeType, nodeName = Node.DOCUMENT_FRAGMENT_NODE, "#document-fragment"

    def __init__(self):
        self.childNodes = NodeList()

    def _copy(self):
        return DocumentFragment()


class Attr(Node):
    """An attribute: `name`, `value`, `ownerElement`."""

    nodeType = Node.ATTRIBUTE_NODE
    ownerElement, specified, isId, _value = None, True, False, ""

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self.name = qName
        self.namespaceURI = namespaceURI
        self._local, self.prefix = localName, prefix if prefix is not None else _split(qName)[0] if namespaceURI is not None else None

    def _set_value(self, value):
        self._value = value

    value = nodeValue = property(lambda self: self._value, _set_value)
    nodeName = property(lambda self: self.name)
    localName = property(lambda self: self._local or _split(self.name)[1])

    @property
    def childNodes(self):
        text = Text()
        text.data, text.ownerDocument, text.parentNode = self._value, self.ownerDocument, self
        return NodeList([text])

    def _copied(self, deep, document):
        made = Attr(self.name, self.namespaceURI, self._local, self.prefix)
        made._value, made.ownerDocument = self._value, document
        return made

    def unlink(self):
        self.ownerElement = self.ownerDocument = None


class NamedNodeMap:
    """The attributes of an element: by number (item()), and by name as a mapping. Changes are changes of the element."""

    def __init__(self, attrs, attrsNS=None, ownerElement=None):
        self._attrs, self._owner = attrs, ownerElement

    length = property(lambda self: len(self._attrs), doc="Number of nodes in the NamedNodeMap.")

    def __len__(self):
        return len(self._attrs)

    def item(self, index):
        """The attribute of that number, or None."""
        return list(self._attrs.values())[index] if 0 <= index < len(self._attrs) else None

    def items(self):
        """[(name, value)]"""
        return [(node.name, node.value) for node in self._attrs.values()]

    def itemsNS(self):
        """[((namespace, local name), value)]"""
        return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

    def keys(self):
        """The names."""
        return self._attrs.keys()

    def keysNS(self):
        """The pairs (namespace, local name)."""
        return [(node.namespaceURI, node.localName) for node in self._attrs.values()]

    def values(self):
        """The attributes."""
        return self._attrs.values()

    def get(self, name, value=None):
        """The attribute of that name, or `value`."""
        return self._attrs.get(name, value)

    def __contains__(self, key):
        return (self._find(*key) if isinstance(key, tuple) else self._attrs.get(key)) is not None

    def _find(self, namespace, local):
        for node in self._attrs.values():
            if node.localName == local and node.namespaceURI == namespace:
                return node

    def __getitem__(self, key):
        node = self._find(*key) if isinstance(key, tuple) else self._attrs.get(key)
        if node is None:
            raise KeyError(key)
        return node

    def __setitem__(self, name, value):
        if isinstance(value, str):
            self._owner.setAttribute(name, value)
        elif isinstance(value, Attr):
            self._owner.setAttributeNode(value)
        else:
            raise TypeError("value must be a string or Attr object")

    def __delitem__(self, key):
        self._owner.removeAttributeNode(self[key])

    def __eq__(self, other):
        return self._attrs is getattr(other, "_attrs", self)

    __hash__ = None

    def getNamedItem(self, name):
        """The attribute of that name, or None."""
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        """The attribute of that name and namespace, or None."""
        return self._find(namespaceURI, localName)

    def removeNamedItem(self, name):
        """Takes an attribute away and gives it back."""
        node = self._attrs.get(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        return self._owner.removeAttributeNode(node)

    def removeNamedItemNS(self, namespaceURI, localName):
        """Takes an attribute away and gives it back."""
        node = self._find(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        return self._owner.removeAttributeNode(node)

    def setNamedItem(self, node):
        """Puts an attribute in; gives back the one that had its place."""
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr(f"{type(self).__name__} cannot be child of {node!r}")
        return self._owner.setAttributeNode(node)

    setNamedItemNS = setNamedItem


AttributeList = NamedNodeMap


class Element(_Parent):
    """An element: `tagName`, attributes, children."""

    nodeType = Node.ELEMENT_NODE

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=EMPTY_PREFIX, localName=None):
        self.tagName = self.nodeName = tagName
        self.namespaceURI, self.prefix = namespaceURI, prefix
        if localName:
            self.localName = localName
        self.childNodes = NodeList()
        self._attrs = {}

    localName = property(lambda self: self.__dict__.get("localName") or _split(self.tagName)[1], lambda self, name: self.__dict__.__setitem__("localName", name))

    def __repr__(self):
        return f"<DOM Element: {self.tagName} at {id(self):#x}>"

    attributes = property(lambda self: NamedNodeMap(self._attrs, None, self), doc="NamedNodeMap of attributes on the element.")

    def hasAttributes(self):
        return bool(self._attrs)

    def _copy(self):
        made = Element(self.tagName, self.namespaceURI, self.prefix, self.__dict__.get("localName"))
        for node in self._attrs.values():
            made._put(node._copied(True, node.ownerDocument))
        return made

    def _copied(self, deep, document):
        made = super()._copied(deep, document)
        for node in made._attrs.values():
            node.ownerDocument = document
        return made

    def unlink(self):
        for node in self._attrs.values():
            node.unlink()
        self._attrs.clear()
        super().unlink()

    def _put(self, node):
        self._attrs[node.name] = node
        node.ownerElement = self
        return node

    def _find(self, namespace, local):
        return NamedNodeMap(self._attrs)._find(namespace, local)

    def getAttribute(self, attname):
        """The value of an attribute; "" if it is not there."""
        node = self._attrs.get(attname)
        return "" if node is None else node.value

    def getAttributeNS(self, namespaceURI, localName):
        """The same by namespace and name in it."""
        node = self._find(namespaceURI, localName)
        return "" if node is None else node.value

    def getAttributeNode(self, attrname):
        """An attribute, or None."""
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        """The same by namespace and name in it."""
        return self._find(namespaceURI, localName)

    def hasAttribute(self, name):
        """Whether there is an attribute of that name."""
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        """The same by namespace and name in it."""
        return self._find(namespaceURI, localName) is not None

    def setAttribute(self, attname, value):
        """Gives an attribute a value."""
        node = self._attrs.get(attname)
        if node is None:
            node = self._put(Attr(attname))
            node.ownerDocument = self.ownerDocument
        node.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        """The same by namespace, and name with the prefix."""
        prefix, local = _split(qualifiedName)
        node = self._find(namespaceURI, local)
        if node is None:
            node = self._put(Attr(qualifiedName, namespaceURI, local, prefix))
            node.ownerDocument = self.ownerDocument
        elif node.name != qualifiedName:
            del self._attrs[node.name]
            node.name, node.prefix = qualifiedName, prefix
            self._put(node)
        node.value = value

    def setAttributeNode(self, attr):
        """Puts an attribute in; gives back the one that had its place."""
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr("attribute node already owned")
        before = self._attrs.get(attr.name)
        if before is None and attr.namespaceURI is not None:
            before = self._find(attr.namespaceURI, attr.localName)
        if before is not None and before is not attr:
            self.removeAttributeNode(before)
        self._put(attr)
        return before if before is not attr else None

    setAttributeNodeNS = setAttributeNode

    def setIdAttribute(self, name):
        """Says that an attribute is an id: getElementById() finds it."""
        self.setIdAttributeNode(self._attrs.get(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        """The same by namespace and name in it."""
        self.setIdAttributeNode(self._find(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        """Says that an attribute is an id."""
        if idAttr is None or self._attrs.get(idAttr.name) is not idAttr:
            raise xml.dom.NotFoundErr()
        idAttr.isId = True

    def removeAttribute(self, name):
        """Takes an attribute away."""
        node = self._attrs.get(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(node)

    def removeAttributeNS(self, namespaceURI, localName):
        """The same by namespace and name in it."""
        node = self._find(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(node)

    def removeAttributeNode(self, node):
        """Takes an attribute away and gives it back."""
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        del self._attrs[node.name]
        node.ownerElement = None
        return node

    removeAttributeNodeNS = removeAttributeNode

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the element."""
        writer.write(f"{indent}<{self.tagName}")
        for name, node in self._attrs.items():
            writer.write(f' {name}="{_written(node.value)}"')
        children = self.childNodes
        if not children:
            writer.write(f"/>{newl}")
            return
        writer.write(">")
        if len(children) == 1 and children[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            children[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for child in children:
                child.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f"</{self.tagName}>{newl}")


class ProcessingInstruction(Node):
    """<?target data?>"""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target, self.data = target, data

    nodeName = property(lambda self: self.target, lambda self, name: setattr(self, "target", name))
    nodeValue = property(lambda self: self.data, lambda self, data: setattr(self, "data", data))

    def _copy(self):
        return ProcessingInstruction(self.target, self.data)

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the instruction."""
        writer.write(f"{indent}<?{self.target} {self.data}?>{newl}")


class CharacterData(Node):
    """Text and comments: `data`."""

    data = ""

    def __init__(self):
        self.data = ""

    nodeValue = property(lambda self: self.data, lambda self, data: setattr(self, "data", data))
    length = property(lambda self: len(self.data), doc="Length of the string data.")

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"<DOM {type(self).__name__} node \"{self.data[:10]!r}{'...' if len(self.data) > 10 else ''}\">"

    def _copy(self):
        made = type(self)() if type(self) is not Comment else Comment("")
        made.data = self.data
        return made

    def _checked(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr("offset cannot be negative")
        if offset >= len(self.data) and (count or offset > len(self.data)):
            raise xml.dom.IndexSizeErr("offset cannot be beyond end of data")
        if count < 0:
            raise xml.dom.IndexSizeErr("count cannot be negative")

    def substringData(self, offset, count):
        """So many characters from there on."""
        self._checked(offset, count or 1)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        """Adds text at the end."""
        self.data += arg

    def insertData(self, offset, arg):
        """Adds text there."""
        self._checked(offset, 1)
        self.replaceData(offset, 0, arg)

    def deleteData(self, offset, count):
        """Takes so many characters away."""
        self._checked(offset, count or 1)
        self.replaceData(offset, count, "")

    def replaceData(self, offset, count, arg):
        """Puts text in the place of so many characters."""
        self._checked(offset, count or 1)
        self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """Text in an element."""

    nodeType, nodeName = Node.TEXT_NODE, "#text"

    def splitText(self, offset):
        """Makes two of it; the second one is given back."""
        if not 0 <= offset <= len(self.data):
            raise xml.dom.IndexSizeErr("illegal offset value")
        made = type(self)()
        made.data, made.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(made, self.nextSibling)
        self.data = self.data[:offset]
        return made

    def _neighbours(self):
        first = self
        while first.previousSibling is not None and first.previousSibling.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            first = first.previousSibling
        while first is not None and first.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            yield first
            first = first.nextSibling

    wholeText = property(lambda self: "".join([node.data for node in self._neighbours()]), doc="The text of all logically-adjacent text nodes.")

    def replaceWholeText(self, content):
        """Puts text in the place of this one and of those beside it."""
        for node in list(self._neighbours()):
            if node is not self or not content:
                node.parentNode.removeChild(node)
        if not content:
            return None
        self.data = content
        return self

    isWhitespaceInElementContent = False

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the text."""
        writer.write(_written(f"{indent}{self.data}{newl}"))


class Comment(CharacterData):
    """<!--data-->"""

    nodeType, nodeName = Node.COMMENT_NODE, "#comment"

    def __init__(self, data):
        self.data = data

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the comment."""
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f"{indent}<!--{self.data}-->{newl}")


class CDATASection(Text):
    """<![CDATA[data]]>"""

    nodeType, nodeName = Node.CDATA_SECTION_NODE, "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the section."""
        if "]]>" in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f"<![CDATA[{self.data}]]>")


class DocumentType(Node):
    """<!DOCTYPE ...>: `name`, `publicId`, `systemId`, `internalSubset`."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    name = publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        if qualifiedName:
            self.name = _split(qualifiedName)[1]
        self.entities, self.notations = NamedNodeMap({}), NamedNodeMap({})

    nodeName = property(lambda self: self.name)

    def _copy(self):
        made = DocumentType(None)
        made.name, made.publicId, made.systemId, made.internalSubset = self.name, self.publicId, self.systemId, self.internalSubset
        return made

    def cloneNode(self, deep):
        return self._copied(deep, None) if self.ownerDocument is None else None

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the declaration."""
        writer.write(f"<!DOCTYPE {self.name}")
        if self.publicId:
            writer.write(f"{newl}  PUBLIC '{self.publicId}'{newl}  '{self.systemId}'")
        elif self.systemId:
            writer.write(f"{newl}  SYSTEM '{self.systemId}'")
        if self.internalSubset is not None:
            writer.write(f" [{self.internalSubset}]")
        writer.write(f">{newl}")


class DOMImplementation:
    """Makes documents."""

    def hasFeature(self, feature, version):
        """Whether the DOM has that module, in that version."""
        return feature.lower() in ("core", "xml", "ls") and (version or None) in (None, "1.0", "2.0", "3.0") or (feature.lower(), version or None) in (("ls-load", None), ("ls-load", "3.0"))

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        """A document with that element, after a DocumentType that may be None."""
        if doctype is not None and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr("doctype object owned by another DOM tree")
        made = Document()
        if not qualifiedName and (namespaceURI or doctype is not None):
            raise xml.dom.InvalidCharacterErr("Element with no name")
        if doctype is not None:
            made.appendChild(doctype)
            doctype.ownerDocument = made
        if qualifiedName:
            prefix, local = _split(qualifiedName)
            if prefix == "xml" and namespaceURI != xml.dom.XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr("illegal use of prefix without namespaces")
            made.appendChild(made.createElementNS(namespaceURI, qualifiedName))
        return made

    def createDocumentType(self, qualifiedName, publicId, systemId):
        """A DocumentType for createDocument()."""
        made = DocumentType(qualifiedName)
        made.publicId, made.systemId = publicId, systemId
        return made

    def getInterface(self, feature):
        """Itself, if it has the feature."""
        return self if self.hasFeature(feature, None) else None


_implementation = DOMImplementation()


class Document(_Parent):
    """A document: makes nodes, and holds one element."""

    nodeType, nodeName = Node.DOCUMENT_NODE, "#document"
    implementation = _implementation
    version = encoding = standalone = actualEncoding = documentURI = None
    strictErrorChecking, errorHandler, async_ = False, None, False

    def __init__(self):
        self.childNodes = NodeList()

    @property
    def doctype(self):
        """Its DocumentType, or None."""
        return next((node for node in self.childNodes if node.nodeType == Node.DOCUMENT_TYPE_NODE), None)

    @property
    def documentElement(self):
        """Its element, or None."""
        return next((node for node in self.childNodes if node.nodeType == Node.ELEMENT_NODE), None)

    def insertBefore(self, newChild, refChild):
        self._check_child(newChild) if newChild.nodeType != Node.DOCUMENT_FRAGMENT_NODE else None
        if newChild.nodeType == Node.ELEMENT_NODE and self.documentElement not in (None, newChild):
            raise xml.dom.HierarchyRequestErr("two document elements disallowed")
        return super().insertBefore(newChild, refChild)

    def _made(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._made(DocumentFragment())

    def createElement(self, tagName):
        return self._made(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._made(Element(qualifiedName, namespaceURI, _split(qualifiedName)[0]))

    def createTextNode(self, data):
        return self._text(Text(), data)

    def createCDATASection(self, data):
        return self._text(CDATASection(), data)

    def _text(self, node, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        node.data = data
        return self._made(node)

    def createComment(self, data):
        return self._made(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._made(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._made(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = _split(qualifiedName)
        return self._made(Attr(qualifiedName, namespaceURI, local, prefix))

    def importNode(self, node, deep):
        """A copy of a node of any document, for this one."""
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr("cannot import document nodes" if node.nodeType == Node.DOCUMENT_NODE else "cannot import document type nodes")
        return node._copied(deep, self)

    def cloneNode(self, deep):
        if not deep:
            return None
        made = Document()
        made.version, made.encoding, made.standalone = self.version, self.encoding, self.standalone
        for child in self.childNodes:
            made.appendChild(child._copied(True, made))
        return made

    def renameNode(self, n, namespaceURI, name):
        """Gives an element or an attribute another name and namespace."""
        if n.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr(f"cannot rename nodes from other documents;\nexpected {self},\nfound {n.ownerDocument}")
        if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise xml.dom.NotSupportedErr("renameNode() only applies to element and attribute nodes")
        prefix, local = _split(name)
        if namespaceURI is None and prefix or prefix == "xmlns" and namespaceURI != XMLNS_NAMESPACE:
            raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix" if prefix == "xmlns" else "illegal use of prefix without namespaces")
        if n.nodeType == Node.ATTRIBUTE_NODE:
            element, is_id = n.ownerElement, n.isId
            if element is not None:
                element.removeAttributeNode(n)
            n.name, n._local = name, local
            n.namespaceURI, n.prefix = namespaceURI, prefix
            if element is not None:
                element.setAttributeNode(n)
                n.isId = is_id
        else:
            n.tagName = n.nodeName = name
            n.localName, n.prefix, n.namespaceURI = local, prefix, namespaceURI
        return n

    def getElementById(self, id):
        """The element that has an id of that value, or None. Which attributes are ids, setIdAttribute() has said."""
        return next(iter(_all_elements(self, NodeList(), lambda element: any(node.isId and node.value == id for node in element._attrs.values()))), None)

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Writes the document."""
        declared = [f'encoding="{encoding}"'] if encoding else []
        if standalone is not None:
            declared.append(f'standalone="{"yes" if standalone else "no"}"')
        writer.write(f'<?xml version="1.0" {" ".join(declared)}?>{newl}')
        for child in self.childNodes:
            child.writexml(writer, indent, addindent, newl)


# ---- parsing

class _Builder:
    "The events of a document, as nodes."

    def __init__(self):
        self.document = self.at = Document()
        self.declared = []  # xmlns attributes of the element that is to come
        self.parser = None

    def start_ns(self, prefix, uri):
        if " " in uri:
            raise ValueError(f"Unsupported syntax: spaces in URIs not supported: {uri!r}")
        self.declared.append((prefix, uri))

    def end_ns(self, prefix):
        pass

    def _namespace(self, prefix):
        uri = self.parser.scope.get(prefix)
        if not uri:
            from xml.etree._parser import Problem
            raise Problem("unbound prefix", self.parser.at)
        return uri

    def start(self, name, attributes):
        prefix, local = _split(name)
        uri = self._namespace(prefix) if prefix else self.parser.scope.get("") or None
        element = self.document._made(Element(name, uri, prefix, local))
        for own, given in self.declared:
            node = self.document._made(Attr("xmlns:" + own if own else "xmlns", XMLNS_NAMESPACE, own or "xmlns", "xmlns" if own else None))
            node._value = given
            element._put(node)
        self.declared.clear()
        for name, value in attributes.items():
            prefix, local = _split(name)
            node = self.document._made(Attr(name, self._namespace(prefix) if prefix else None, local, prefix))
            node._value = value
            element._put(node)
        self._add(element)
        self.at = element

    def end(self, name):
        self.at = self.at.parentNode

    def _add(self, node):
        self.at._link(len(self.at.childNodes), node)

    def data(self, text):
        last = self.at.lastChild
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += text
        else:
            self._add(self.document.createTextNode(text))

    def section(self, text):
        self._add(self.document.createCDATASection(text))

    def comment(self, text):
        self._add(self.document.createComment(text))

    def skipped(self, entity, at):
        pass

    external = skipped

    def pi(self, target, text):
        self._add(self.document.createProcessingInstruction(target, text))

    def doctype(self, name, public, system):
        made = self.document.implementation.createDocumentType(name, public, system)
        made.name, made.internalSubset = name, self.parser.subset
        self._add(self.document._made(made))

    def declaration(self, version, encoding, standalone):
        self.document.version, self.document.encoding = version, encoding
        self.document.standalone = None if standalone is None else standalone == "yes"


def _parsed(data):
    from xml.parsers.expat import _reading
    builder = _Builder()
    _reading(builder, data, False)
    return builder.document


def _do_pulldom_parse(func, args, kwargs):
    return _pulled(func(*args, **kwargs))


def _pulled(events):
    _, document = events.getEvent()
    events.expandNode(document)
    events.clear()
    return document


def parse(file, parser=None, bufsize=None):
    """The document in a file, given by its name or open."""
    if parser is not None:
        from xml.dom import pulldom
        return _pulled(pulldom.parse(file, parser=parser, bufsize=bufsize))
    if hasattr(file, "read"):
        return _parsed(file.read())
    with open(file, "rb") as opened:
        return _parsed(opened.read())


def parseString(string, parser=None):
    """The document in a text or in bytes."""
    if parser is not None:
        from xml.dom import pulldom
        return _pulled(pulldom.parseString(string, parser=parser))
    return _parsed(string)


def getDOMImplementation(features=None):
    """What makes documents, if it has the features; else None."""
    if features and not all(_implementation.hasFeature(feature, version) for feature, version in xml.dom._features(features)):
        return None
    return _implementation
