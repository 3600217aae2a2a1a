"""The policy of EmailMessage: headers are objects, and follow the standards (library reference, "email.policy")."""
import re
import sys
from ._policybase import Compat32, Policy, compat32, source_parts
from .contentmanager import raw_data_manager
from .headerregistry import HeaderRegistry
from .message import EmailMessage
from .utils import _has_surrogates

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]

_LINE_END = re.compile(r"\n|\r")


class EmailPolicy(Policy):
    """utf8: headers are written in UTF-8, not in encoded words; refold_source: "none", "long", "all" of the headers that were parsed are folded anew;
    header_factory(name, value) makes headers; content_manager sets and gets contents."""

    message_factory, utf8, refold_source, header_factory, content_manager = EmailMessage, False, "long", HeaderRegistry(), raw_data_manager

    def __init__(self, **kw):
        # Each policy may say for itself which header is what.
        if "header_factory" not in kw:
            object.__setattr__(self, "header_factory", HeaderRegistry())
        super().__init__(**kw)

    def header_max_count(self, name):
        return self.header_factory[name].max_count

    def header_source_parse(self, sourcelines):
        name, value = source_parts(sourcelines)
        return name, value.lstrip(" \t\r\n").rstrip("\r\n")

    def header_store_parse(self, name, value):
        if getattr(value, "name", "").lower() == name.lower() and hasattr(value, "name"):
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        if hasattr(value, "name"):
            return value
        return self.header_factory(name, "".join(_LINE_END.split(value)))

    def fold(self, name, value):
        return self._folded(name, value, False)

    def fold_binary(self, name, value):
        text = self._folded(name, value, self.cte_type == "7bit")
        return text.encode("utf-8" if self.utf8 else "ascii", "surrogateescape")

    def _folded(self, name, value, refold_bytes):
        if hasattr(value, "name"):
            return value.fold(policy=self)
        longest = self.max_line_length or sys.maxsize
        lines = _LINE_END.split(value)
        lengths = [len(line) for line in lines]
        lengths[0] += len(name) + 2
        refold = self.refold_source == "all" or self.refold_source == "long" and max(lengths) > longest
        if not refold:
            refold = _has_surrogates(value) if self.utf8 else not value.isascii()
        if refold or refold_bytes and _has_surrogates(value):
            return self.header_factory(name, "".join(lines)).fold(policy=self)
        return f"{name}: {self.linesep.join(lines)}{self.linesep}"


default = EmailPolicy()
del default.header_factory  # it has the class's, which is not shown
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
