from collections.abc import Callable
from typing import Any
from xml.parsers.expat import errors as errors, model as model

EXPAT_VERSION: str
version_info: tuple[int, int, int]
native_encoding: str
features: list[tuple[str, int]]
XML_PARAM_ENTITY_PARSING_NEVER: int
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: int
XML_PARAM_ENTITY_PARSING_ALWAYS: int

class ExpatError(Exception):
    code: int
    lineno: int
    offset: int

error = ExpatError

def ErrorString(code: int, /) -> str | None: ...
def ParserCreate(encoding: str | None = None, namespace_separator: str | None = None, intern: dict[str, Any] | None = None) -> XMLParserType: ...

class XMLParserType:
    buffer_text: bool
    ordered_attributes: bool
    specified_attributes: bool
    namespace_prefixes: bool
    buffer_size: int
    @property
    def buffer_used(self) -> int: ...
    intern: dict[str, Any]
    ErrorCode: int
    ErrorLineNumber: int
    ErrorColumnNumber: int
    ErrorByteIndex: int
    @property
    def CurrentLineNumber(self) -> int: ...
    @property
    def CurrentColumnNumber(self) -> int: ...
    StartElementHandler: Callable[[str, Any], Any] | None
    EndElementHandler: Callable[[str], Any] | None
    CharacterDataHandler: Callable[[str], Any] | None
    ProcessingInstructionHandler: Callable[[str, str], Any] | None
    CommentHandler: Callable[[str], Any] | None
    StartCdataSectionHandler: Callable[[], Any] | None
    EndCdataSectionHandler: Callable[[], Any] | None
    StartNamespaceDeclHandler: Callable[[str | None, str], Any] | None
    EndNamespaceDeclHandler: Callable[[str | None], Any] | None
    StartDoctypeDeclHandler: Callable[[str, str | None, str | None, bool], Any] | None
    EndDoctypeDeclHandler: Callable[[], Any] | None
    XmlDeclHandler: Callable[[str, str | None, int], Any] | None
    DefaultHandler: Callable[[str], Any] | None
    DefaultHandlerExpand: Callable[[str], Any] | None
    ElementDeclHandler: Callable[..., Any] | None
    AttlistDeclHandler: Callable[..., Any] | None
    EntityDeclHandler: Callable[..., Any] | None
    NotationDeclHandler: Callable[..., Any] | None
    UnparsedEntityDeclHandler: Callable[..., Any] | None
    ExternalEntityRefHandler: Callable[..., int] | None
    NotStandaloneHandler: Callable[..., Any] | None
    SkippedEntityHandler: Callable[..., Any] | None
    def Parse(self, data: str | bytes | bytearray, isfinal: bool | int = False, /) -> int: ...
    def ParseFile(self, file: Any, /) -> int: ...
    def GetInputContext(self) -> bytes | None: ...
    def SetBase(self, base: str, /) -> None: ...
    def GetBase(self) -> str | None: ...
    def SetParamEntityParsing(self, flag: int, /) -> int: ...
    def UseForeignDTD(self, flag: bool = True, /) -> None: ...
    def GetReparseDeferralEnabled(self) -> bool: ...
    def SetReparseDeferralEnabled(self, enabled: bool, /) -> None: ...
