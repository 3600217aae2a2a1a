"""Events of XML as expat gives them (library reference, "xml.parsers.expat"), by the parser of xml.etree.

Entities and DTDs that lie elsewhere are asked for (ExternalEntityRefHandler), and read by a parser that shares the declarations.
"""
import codecs
import re
from xml.etree import _parser
from . import errors, model

__all__ = ["ParserCreate", "ErrorString", "ExpatError", "error", "XMLParserType", "EXPAT_VERSION", "version_info", "native_encoding", "features", "errors", "model",
           "XML_PARAM_ENTITY_PARSING_NEVER", "XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", "XML_PARAM_ENTITY_PARSING_ALWAYS"]

EXPAT_VERSION, version_info, native_encoding, features = "expat_2.5.0", (2, 5, 0), "UTF-8", [("XML_NS", 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = 0, 1, 2


class ExpatError(Exception):
    """A document that is not well-formed: `code`, `lineno`, `offset`."""


error = ExpatError


def ErrorString(code, /):
    """The message of an error's code; None: there is no such code."""
    return errors.messages.get(code)


def _error(parser, message, at, detail=""):
    line, column = parser.position(at)
    made = ExpatError(f"{message}{detail}: line {line}, column {column}")
    made.code, made.lineno, made.offset = errors.codes.get(message, 4), line, column
    return made


def _reading(events, data, namespaces):
    "Gives a whole document's events to an object that knows its parser."
    parser = events.parser = _parser.Parser(events)
    parser.namespaces, parser.tells_all = namespaces, True
    try:
        if not isinstance(data, str):
            data = _decoded(parser, bytes(data))
        parser.feed(data, True)
    except _parser.Problem as problem:
        raise _error(parser, problem.message, problem.at, problem.detail) from None


def _decoded(parser, data):
    try:
        return _parser.decoded(data)
    except UnicodeDecodeError as error:
        parser.feed(data[:error.start].decode(error.encoding))
        raise _parser.Problem("not well-formed (invalid token)", len(parser.text)) from None
    except LookupError:
        raise _parser.Problem("unknown encoding", 30) from None


_HANDLERS = ("StartElement", "EndElement", "CharacterData", "ProcessingInstruction", "Comment", "StartCdataSection", "EndCdataSection", "StartNamespaceDecl", "EndNamespaceDecl",
             "StartDoctypeDecl", "EndDoctypeDecl", "XmlDecl", "Default", "DefaultHandlerExpand", "ElementDecl", "AttlistDecl", "EntityDecl", "NotationDecl", "UnparsedEntityDecl",
             "ExternalEntityRef", "NotStandalone", "SkippedEntity")


_OF_SUBSETS = ("Comment", "ProcessingInstruction", "EntityDecl", "UnparsedEntityDecl", "NotationDecl", "ElementDecl", "AttlistDecl")
_lines = re.compile("(\n)")  # each end of a line is told of alone
_tag_name, _tag_attribute = re.compile(r"</?([^ \t\r\n/>]+)"), re.compile(r"[ \t\r\n]([^ \t\r\n=/>\"']+)[ \t\r\n]*=[ \t\r\n]*(?:\"[^\"]*\"|'[^']*')")


class XMLParserType:
    """A parser. Its handlers are attributes: StartElementHandler and the like; None: not told."""

    buffer_text, ordered_attributes, specified_attributes, namespace_prefixes = [
        property(lambda self, name=name: self.__dict__.get(name, False), lambda self, value, name=name: self._set_flag(name, bool(value)))
        for name in ("buffer_text", "ordered_attributes", "specified_attributes", "namespace_prefixes")]
    ErrorCode = ErrorByteIndex = 0
    _failed_at = None

    def __init__(self, encoding, separator, intern):
        self._encoding, self._separator, self.intern = encoding, separator, {} if intern is None else intern
        self._parser = parser = _parser.Parser(self)
        parser.namespaces = separator is not None
        parser.declares, parser.tells_all = parser.namespaces, True
        self._decoder, self._begin, self._texts, self._is_over = None, b"", [], False
        self._buffer_size = 8192
        self._open = []  # names, where they have their prefixes
        self._parameters = {}  # entities of a DTD that lie elsewhere: (system, public)
        self._told = set()  # of entities, those that were declared: only the first declaration counts
        self._reads_parameters, self._uses_foreign, self._has_begun = XML_PARAM_ENTITY_PARSING_NEVER, False, False
        self._declarations = None  # of a DTD, as far as they are not complete; None: it is a document that is read
        for name in _HANDLERS:
            setattr(self, name if name.endswith("Expand") else name + "Handler", None)

    def _set_flag(self, name, value):
        self._flush()
        self.__dict__[name] = value
        if name == "specified_attributes":
            self._parser.adds_defaults = not value

    def _set_buffer_size(self, size):
        if not isinstance(size, int):
            raise TypeError("buffer_size must be an integer")
        if size <= 0:
            raise ValueError("buffer_size must be greater than zero")
        if size > 0x7fffffff:
            raise ValueError("buffer_size must not be greater than 2147483647")
        self._flush()
        self._buffer_size = size

    buffer_size = property(lambda self: self._buffer_size, _set_buffer_size)
    buffer_used = property(lambda self: sum(map(len, self._texts)))
    _ahead = 0  # of what the parser is at: within a text, the part that is told of
    CurrentLineNumber = property(lambda self: self._position()[0])
    CurrentColumnNumber = property(lambda self: self._position()[1])
    ErrorLineNumber = property(lambda self: (self._failed_at or self._position())[0])
    ErrorColumnNumber = property(lambda self: (self._failed_at or self._position())[1])

    def _position(self):
        return self._parser.position(self._parser.at + self._ahead)

    # ---- what is given

    def Parse(self, data, isfinal=False, /):
        """Reads some more of the document; isfinal: the last of it. Gives 1."""
        if self._is_over:
            raise self._failed("parsing finished", self._parser.at)
        try:
            text = data if isinstance(data, str) else self._text(bytes(data), bool(isfinal))
            self._has_begun = True
            if text is not None and self._declarations is not None:
                self._declare(text, bool(isfinal))
            elif text is not None:
                self._parser.feed(text, bool(isfinal))
            self._flush()
        except _parser.Problem as problem:
            self._flush()
            raise self._failed(problem.message, problem.at, problem.detail) from None
        self._is_over = bool(isfinal)
        return 1

    def ParseFile(self, file, /):
        """Reads a document from an open file."""
        while data := file.read(1 << 16):
            if not isinstance(data, (bytes, bytearray, str)):
                raise TypeError(f"read() did not return a bytes object (type={type(data).__name__})")
            self.Parse(data)
        return self.Parse(b"", True)

    def _failed(self, message, at, detail=""):
        made = _error(self._parser, message, at, detail)
        self.ErrorCode, self._failed_at = made.code, (made.lineno, made.offset)
        return made

    def _text(self, data, is_last):
        "Bytes as text; None: they do not tell yet how they are encoded."
        if self._decoder is None:
            self._begin += data
            begin = self._begin
            if not is_last and (len(begin) < 4 or begin.startswith(b"<?xml") and b"?>" not in begin):
                return None
            data, self._begin = begin, b""
            encoding = self._encoding
            if encoding is None:
                found = re.match(rb"<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*[\"']([A-Za-z][-A-Za-z0-9._]*)[\"']", data)
                encoding = ("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-16-le" if data.startswith(b"<\0") else
                            "utf-16-be" if data.startswith(b"\0<") else "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else found[1].decode() if found else "utf-8")
            try:
                self._decoder = codecs.getincrementaldecoder(encoding)()
            except LookupError:
                raise _parser.Problem("unknown encoding", 30 if found else 0) from None
        try:
            return self._decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            self._parser.feed(error.object[:error.start].decode(error.encoding))
            raise _parser.Problem("not well-formed (invalid token)", len(self._parser.text)) from None

    # ---- what is told

    def _flush(self):
        if self._texts:
            text = "".join(self._texts)
            self._texts.clear()
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)

    def _tell(self, name, *arguments):
        handler = getattr(self, name + "Handler")
        if handler is not None:
            if self._texts:
                self._flush()
            handler(*arguments)
            return True
        return False

    def _name(self, name):
        if name[:1] != "{" or self._separator is None:
            return name
        uri, _, local = name[1:].rpartition("}")
        return f"{uri}{self._separator}{local}"

    def _default(self, text):
        handler = self.DefaultHandler or self.DefaultHandlerExpand
        if handler is not None:
            self._flush()
            handler(text)

    def _written(self):
        "What is being read now, as it is written."
        parser = self._parser
        text, at = parser.text, parser.at
        if text.startswith("<!--", at):
            return text[at:text.find("-->", at) + 3]
        if text.startswith("<?", at):
            return text[at:text.find("?>", at) + 2]
        found = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>").match(text, at)
        return found[0] if found else ""

    def _triplet(self, name, written):
        "With the prefix, if it has one, behind the name: namespace_prefixes."
        prefix = written.partition(":")[0] if ":" in written else ""
        return self._name(name) + (self._separator + prefix if prefix and name[:1] == "{" else "")

    def start(self, name, attributes):
        if self._uses_foreign and not self._parser.seen_doctype and len(self._parser.open) == 1 and self._asks_for_parameters():
            self._uses_foreign = False
            self._ask(None, None, None, self._parser.at)
        given = [(self._name(key), value) for key, value in attributes.items()]
        own = self._name(name)
        if self.namespace_prefixes and self._separator:
            tag = self._written()
            own = self._triplet(name, _tag_name.match(tag)[1] if tag else "")
            keys = [key for key in _tag_attribute.findall(tag) if key != "xmlns" and not key.startswith("xmlns:")]
            given[:len(keys)] = [(self._triplet(key, written), value) for (key, value), written in zip(attributes.items(), keys)]
            self._open.append(own)
        if not self._tell("StartElement", own, [part for pair in given for part in pair] if self.ordered_attributes else dict(given)):
            self._default(self._written())

    def end(self, name):
        if not self._tell("EndElement", self._open.pop() if self._open else self._name(name)):
            text = self._written()
            if text.startswith("</"):
                self._default(text)

    def data(self, text):
        if self.CharacterDataHandler is None:
            self._default(text)
        elif self.buffer_text:
            self._texts.append(text)
            if sum(map(len, self._texts)) >= self._buffer_size:
                self._flush()
        elif "\n" in text:
            is_written = self._parser.text.startswith(text, self._parser.at + self._ahead)
            for piece in _lines.split(text):
                if piece:
                    self.CharacterDataHandler(piece)
                self._ahead += len(piece) if is_written else 0
            self._ahead = 0
        else:
            self.CharacterDataHandler(text)

    def section(self, text):
        self._tell("StartCdataSection")
        if text:
            self._ahead = len("<![CDATA[")
            self.data(text)
            self._ahead = 0
        self._tell("EndCdataSection")

    def comment(self, text):
        if not self._tell("Comment", text):
            self._default(self._written())

    def pi(self, target, text):
        if not self._tell("ProcessingInstruction", target, text):
            self._default(self._written())

    def external(self, entity, at):
        if self.ExternalEntityRefHandler is None:
            self._default(f"&{entity};")
            return
        system, public, _ = self._parser.external[entity]
        context = [entity]
        if self._separator is not None:
            scope = self._parser.scope
            context = [f"{prefix}={uri}" for prefix, uri in sorted(scope.items()) if uri] + context  # the default is first: it has no prefix
        self._ask("\f".join(context), system, public, at)

    def _ask(self, context, system, public, at):
        self._flush()
        if not self.ExternalEntityRefHandler(context, self.GetBase(), system, public):
            raise _parser.Problem("error in processing external entity reference", at)

    def skipped(self, entity, at):
        if not self._tell("SkippedEntity", entity, 0):
            self._default(f"&{entity};")

    def start_ns(self, prefix, uri):
        self._tell("StartNamespaceDecl", prefix or None, uri)

    def end_ns(self, prefix):
        self._tell("EndNamespaceDecl", prefix or None)

    def declaration(self, version, encoding, standalone):
        if not self._tell("XmlDecl", version, encoding, -1 if standalone is None else int(standalone == "yes")):
            self._default(self._written())

    def doctype(self, name, public, system):
        if (system is not None and not self._parser.is_standalone and self._reads_parameters == XML_PARAM_ENTITY_PARSING_NEVER
                and self.NotStandaloneHandler is not None):
            self._flush()
            if not self.NotStandaloneHandler():
                raise _parser.Problem("document is not standalone", self._parser.at)
        self._tell("StartDoctypeDecl", name, system, public and " ".join(public.split()), int(self._parser.subset is not None))
        asks = self._asks_for_parameters()
        if self._parser.subset and (asks or any(getattr(self, kind + "Handler") is not None for kind in _OF_SUBSETS)):
            self._tell_declarations(self._parser.subset)
        if asks and (system is not None or self._uses_foreign):
            self._ask(None, system, public and " ".join(public.split()), self._parser.at)
        self._tell("EndDoctypeDecl")

    def _asks_for_parameters(self):
        reads = self._reads_parameters
        if reads == XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE and self._parser.is_standalone:
            return False
        return reads != XML_PARAM_ENTITY_PARSING_NEVER and self.ExternalEntityRefHandler is not None

    def _tell_declarations(self, text):
        from . import _declarations
        base = self.GetBase()
        for kind, arguments in _declarations.events(text):
            if kind == "ParameterReference":
                if arguments[0] in self._parameters and self._asks_for_parameters():
                    self._ask(None, *self._parameters[arguments[0]], self._parser.at)
            elif kind == "EntityDecl":
                name, is_parameter, value, _, system, public, notation = arguments
                if (is_parameter, name) in self._told:
                    continue
                self._told.add((is_parameter, name))
                if is_parameter and value is None:
                    self._parameters.setdefault(name, (system, public))
                self._tell(kind, name, is_parameter, value, base, system, public, notation)
            elif kind == "UnparsedEntityDecl":
                name, _, system, public, notation = arguments
                if (0, name) in self._told:
                    continue
                self._told.add((0, name))
                if not self._tell(kind, name, base, system, public, notation):
                    self._tell("EntityDecl", name, 0, None, base, system, public, notation)
            elif kind == "NotationDecl":
                self._tell(kind, arguments[0], base, *arguments[2:])
            else:
                self._tell(kind, *arguments)

    def _declare(self, text, is_last):
        "Reads some more of an external DTD."
        from . import _declarations
        text, self._declarations = _declarations.complete(self._declarations + text)
        self._parser.declare_entities(text)
        self._parser.declare_attributes(text)
        self._tell_declarations(text)
        if is_last and self._declarations:
            raise _parser.Problem("syntax error", 0)

    # ---- settings

    def GetInputContext(self):
        """The text that is being read, as bytes; None when nothing is."""
        return self._parser.text[self._parser.at:].encode() or None

    def SetBase(self, base, /):
        """Sets what names of external entities are relative to."""
        self._base = base

    def GetBase(self):
        """What SetBase() has set, or None."""
        return self.__dict__.get("_base")

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        """A parser of what ExternalEntityRefHandler was asked for, with the handlers of this one."""
        made = XMLParserType(encoding, self._separator, self.intern)
        for name in _HANDLERS:
            name = name if name.endswith("Expand") else name + "Handler"
            setattr(made, name, getattr(self, name))
        for name in "buffer_text", "ordered_attributes", "specified_attributes", "namespace_prefixes":
            made._set_flag(name, getattr(self, name))
        made._buffer_size, made._parameters, made._told = self._buffer_size, self._parameters, self._told
        made._reads_parameters = self._reads_parameters
        if context is None:
            made._declarations = ""
            made._parser.share_declarations(self._parser)
        else:
            made._parser.begin_entity(self._parser)
        return made

    def SetParamEntityParsing(self, flag, /):
        """Whether DTDs and entities of DTDs that lie elsewhere are asked for. Gives 1, 0 when it is too late."""
        if self._has_begun:
            return 0
        self._reads_parameters = flag
        return 1

    def UseForeignDTD(self, flag=True, /):
        """A document without a DTD of its own has one that lies elsewhere: it is asked for."""
        if self._has_begun:
            raise self._failed("cannot change setting once parsing has begun", self._parser.at)
        self._uses_foreign = bool(flag)

    def GetReparseDeferralEnabled(self):
        return False

    def SetReparseDeferralEnabled(self, enabled, /):
        """Nothing: what has come is read at once."""


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser. namespace_separator: a character that joins namespaces and names; None: names stay as they are written."""
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {type(namespace_separator).__name__}")
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    return XMLParserType(encoding, namespace_separator, intern)
