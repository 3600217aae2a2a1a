from typing_extensions import deprecated as deprecated  # of Python 3.13
from typing import Any
import sys

filters: Any
defaultaction: str
onceregistry: Any

class WarningMessage:
    message: Any
    category: Any
    filename: Any
    lineno: Any
    file: Any
    line: Any
    source: Any
    _category_name: Any
    _WARNING_DETAILS: Any
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None) -> None: ...
    def __str__(self) -> str: ...

def formatwarning(message, category, filename, lineno, line=None): ...

def showwarning(message, category, filename, lineno, file=None, line=None) -> None: ...

def filterwarnings(action, message='', category=..., module='', lineno=0, append=False) -> None: ...

def simplefilter(action, category=..., lineno=0, append=False) -> None: ...

def resetwarnings() -> None: ...

def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=...) -> None: ...

def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None) -> None: ...

class catch_warnings:
    _record: Any
    _entered: Any
    _filter: Any
    _saved: Any
    def __init__(self, *, record=False, module=None, action=None, category=..., lineno=0, append=False) -> None: ...
    def __repr__(self) -> str: ...
    def __enter__(self): ...
    def __exit__(self, *exc_info) -> None: ...
