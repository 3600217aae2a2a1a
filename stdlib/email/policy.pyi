from collections.abc import Callable
from email._policybase import Compat32 as Compat32, Policy as Policy, compat32 as compat32
from email.contentmanager import ContentManager
from typing import Any

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]

class EmailPolicy(Policy):
    utf8: bool
    refold_source: str
    header_factory: Callable[[str, Any], Any]
    content_manager: ContentManager
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]: ...
    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]: ...
    def header_fetch_parse(self, name: str, value: Any) -> Any: ...
    def fold(self, name: str, value: Any) -> str: ...
    def fold_binary(self, name: str, value: Any) -> bytes: ...

default: EmailPolicy
strict: EmailPolicy
SMTP: EmailPolicy
HTTP: EmailPolicy
SMTPUTF8: EmailPolicy

from email.message import EmailMessage as EmailMessage
