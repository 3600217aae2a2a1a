from collections.abc import Callable
from email.message import Message
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import Policy

__all__ = ["MIMEApplication"]

class MIMEApplication(MIMENonMultipart):
    def __init__(self, _data: str | bytes | bytearray, _subtype: str = "octet-stream", _encoder: Callable[[MIMEApplication], object] = ..., *, policy: Policy | None = None,
                 **_params: str | None | tuple[str, str | None, str]) -> None: ...
