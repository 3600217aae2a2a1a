from collections.abc import Mapping, Sequence

class _Object:
    module: str
    name: str
    file: str
    lineno: int
    end_lineno: int | None
    parent: _Object | None
    children: dict[str, _Object]

class Function(_Object):
    is_async: bool
    def __init__(
        self, module: str, name: str, file: str, lineno: int, parent: Function | Class | None = None, is_async: bool = False, *, end_lineno: int | None = None
    ) -> None: ...

class Class(_Object):
    super: list[Class | str]
    methods: dict[str, int]
    def __init__(
        self, module: str, name: str, super_: list[Class | str] | None, file: str, lineno: int, parent: Class | None = None, *, end_lineno: int | None = None
    ) -> None: ...

def readmodule(module: str, path: Sequence[str] | None = None) -> dict[str, Class]: ...
def readmodule_ex(module: str, path: Sequence[str] | None = None) -> dict[str, Class | Function | list[str]]: ...
