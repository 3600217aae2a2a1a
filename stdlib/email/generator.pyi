from email.message import Message
from email.policy import Policy
from typing import IO
from typing_extensions import Self

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

class Generator:
    maxheaderlen: int | None
    policy: Policy | None
    def __init__(self, outfp: IO[str], mangle_from_: bool | None = None, maxheaderlen: int | None = None, *, policy: Policy | None = None) -> None: ...
    def write(self, s: str) -> None: ...
    def flatten(self, msg: Message, unixfrom: bool = False, linesep: str | None = None) -> None: ...
    def clone(self, fp: IO[str]) -> Self: ...

class BytesGenerator(Generator):
    def __init__(self, outfp: IO[bytes], mangle_from_: bool | None = None, maxheaderlen: int | None = None, *, policy: Policy | None = None) -> None: ...
    def clone(self, fp: IO[bytes]) -> Self: ...  # type: ignore[override]

class DecodedGenerator(Generator):
    def __init__(self, outfp: IO[str], mangle_from_: bool | None = None, maxheaderlen: int | None = None, fmt: str | None = None, *, policy: Policy | None = None) -> None: ...
