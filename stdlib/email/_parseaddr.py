"""The name under which packages ask for what email.utils makes of addresses and dates."""
import calendar
import time

from . import _addresses, _dates
from .utils import parsedate, parsedate_tz, mktime_tz

__all__ = ["mktime_tz", "parsedate", "parsedate_tz", "quote"]


def quote(str):
    """The text as it may stand in a quoted string: backslashes and quotes behind a backslash."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


class AddressList:
    """The addresses of a header, as (name, address) pairs: a list that knows the operations of a set."""

    def __init__(self, field):
        self.field = field
        self.addresslist = self.getaddrlist() if field else []

    def getaddrlist(self):
        return _addresses.addresses(self.field)

    def __len__(self):
        return len(self.addresslist)

    def __getitem__(self, index):
        return self.addresslist[index]

    def _made_of(self, pairs):
        made = AddressList(None)
        made.addresslist = pairs
        return made

    def __add__(self, other):
        return self._made_of(self.addresslist + [pair for pair in other.addresslist if pair not in self.addresslist])

    def __iadd__(self, other):
        self.addresslist += [pair for pair in other.addresslist if pair not in self.addresslist]
        return self

    def __sub__(self, other):
        return self._made_of([pair for pair in self.addresslist if pair not in other.addresslist])

    def __isub__(self, other):
        self.addresslist = (self - other).addresslist
        return self


AddrlistClass = AddressList
