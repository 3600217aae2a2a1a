from __future__ import annotations
import typing
if typing.TYPE_CHECKING:
    from .b import B
thing: int = 1
other: str = ""
class A:
    def b(self) -> B: ...
