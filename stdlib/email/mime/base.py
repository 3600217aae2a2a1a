"""Messages that say their type."""
from .. import message
from .._policybase import compat32

__all__ = ["MIMEBase"]


class MIMEBase(message.Message):
    """A message with Content-Type, its parameters, and MIME-Version."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        super().__init__(policy=compat32 if policy is None else policy)
        self.add_header("Content-Type", f"{_maintype}/{_subtype}", **_params)
        self["MIME-Version"] = "1.0"
