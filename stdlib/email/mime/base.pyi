import email.message
from email.policy import Policy

__all__ = ["MIMEBase"]

class MIMEBase(email.message.Message):
    def __init__(self, _maintype: str, _subtype: str, *, policy: Policy | None = None, **_params: str | None | tuple[str, str | None, str]) -> None: ...
