"""The Document Object Model (library reference, "xml.dom"): constants and exceptions; xml.dom.minidom implements it."""

__all__ = ["Node", "DOMException", "IndexSizeErr", "DomstringSizeErr", "HierarchyRequestErr", "WrongDocumentErr", "InvalidCharacterErr", "NoDataAllowedErr",
           "NoModificationAllowedErr", "NotFoundErr", "NotSupportedErr", "InuseAttributeErr", "InvalidStateErr", "SyntaxErr", "InvalidModificationErr", "NamespaceErr",
           "InvalidAccessErr", "ValidationErr", "EMPTY_NAMESPACE", "EMPTY_PREFIX", "XML_NAMESPACE", "XMLNS_NAMESPACE", "XHTML_NAMESPACE", "getDOMImplementation",
           "registerDOMImplementation"]

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
EMPTY_NAMESPACE = EMPTY_PREFIX = None


class Node:
    """The constants of nodes' kinds."""

    ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE = 1, 2, 3, 4, 5, 6
    PROCESSING_INSTRUCTION_NODE, COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE, NOTATION_NODE = 7, 8, 9, 10, 11, 12


class DOMException(Exception):
    """The base of the exceptions of the DOM; `code` says which it is."""

    def __init__(self, *args):
        if type(self) is DOMException:
            raise RuntimeError("DOMException should not be instantiated directly")
        super().__init__(*args)

    def _get_code(self):
        return self.code


INDEX_SIZE_ERR, DOMSTRING_SIZE_ERR, HIERARCHY_REQUEST_ERR, WRONG_DOCUMENT_ERR, INVALID_CHARACTER_ERR, NO_DATA_ALLOWED_ERR = 1, 2, 3, 4, 5, 6
NO_MODIFICATION_ALLOWED_ERR, NOT_FOUND_ERR, NOT_SUPPORTED_ERR, INUSE_ATTRIBUTE_ERR, INVALID_STATE_ERR, SYNTAX_ERR = 7, 8, 9, 10, 11, 12
INVALID_MODIFICATION_ERR, NAMESPACE_ERR, INVALID_ACCESS_ERR, VALIDATION_ERR = 13, 14, 15, 16


class IndexSizeErr(DOMException):
    code = INDEX_SIZE_ERR


class DomstringSizeErr(DOMException):
    code = DOMSTRING_SIZE_ERR


class HierarchyRequestErr(DOMException):
    code = HIERARCHY_REQUEST_ERR


class WrongDocumentErr(DOMException):
    code = WRONG_DOCUMENT_ERR


class InvalidCharacterErr(DOMException):
    code = INVALID_CHARACTER_ERR


class NoDataAllowedErr(DOMException):
    code = NO_DATA_ALLOWED_ERR


class NoModificationAllowedErr(DOMException):
    code = NO_MODIFICATION_ALLOWED_ERR


class NotFoundErr(DOMException):
    code = NOT_FOUND_ERR


class NotSupportedErr(DOMException):
    code = NOT_SUPPORTED_ERR


class InuseAttributeErr(DOMException):
    code = INUSE_ATTRIBUTE_ERR


class InvalidStateErr(DOMException):
    code = INVALID_STATE_ERR


class SyntaxErr(DOMException):
    code = SYNTAX_ERR


class InvalidModificationErr(DOMException):
    code = INVALID_MODIFICATION_ERR


class NamespaceErr(DOMException):
    code = NAMESPACE_ERR


class InvalidAccessErr(DOMException):
    code = INVALID_ACCESS_ERR


class ValidationErr(DOMException):
    code = VALIDATION_ERR


class UserDataHandler:
    """What a handler of user data is told."""

    NODE_CLONED, NODE_IMPORTED, NODE_DELETED, NODE_RENAMED = 1, 2, 3, 4


_registered = {}


def registerDOMImplementation(name, factory):
    """Have getDOMImplementation() know a function that gives an implementation."""
    _registered[name] = factory


def _features(features):
    if not isinstance(features, str):
        return list(features)
    words, pairs = features.split(), []
    while words:
        feature = words.pop(0)
        if feature[0] in "0123456789":
            raise ValueError(f"bad feature name: {feature!r}")
        pairs.append((feature, words.pop(0) if words and words[0][0] in "0123456789" else None))
    return pairs


def getDOMImplementation(name=None, features=()):
    """An implementation of that name, or one that has the features."""
    from . import minidom
    wanted = _features(features)
    if name:
        if name in _registered:
            return _registered[name]()
        if name == "minidom":
            return minidom.getDOMImplementation()
        return __import__(name, {}, {}, ["getDOMImplementation"]).getDOMImplementation()
    for make in [*_registered.values(), minidom.getDOMImplementation]:
        implementation = make()
        if all(implementation.hasFeature(feature, version) for feature, version in wanted):
            return implementation
    raise ImportError("no suitable DOM implementation found")
