"""Headers as objects: text that knows its name, its defects and what it means (library reference, "email.headerregistry")."""
from types import MappingProxyType
from . import _header_folding, _header_values, errors, utils

_SPECIALS = frozenset('()<>@,:;.\\"[]')


# ---- addresses

class parser:
    """What frameworks call of the grammar that CPython has under this name."""

    @staticmethod
    def get_mailbox(value):
        """(mailbox with display_name, local_part and domain, the text behind it)."""
        groups, _, _ = _header_values.address_list(value)
        mailbox = groups[0].mailboxes[0] if groups and groups[0].display_name is None else None
        if mailbox is None or not mailbox.local or not mailbox.is_valid and " " in mailbox.local:
            raise errors.HeaderParseError(f"expected mailbox but found '{value}'")
        mailbox.local_part, mailbox.domain = mailbox.local, mailbox.domain or None
        return mailbox, value[value.find(","):] if len(groups) > 1 else ""


class Address:
    """A mailbox: a name for display, and an address in two parts."""

    __hash__ = None

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        written = "".join(filter(None, (display_name, username, domain, addr_spec)))
        if "\r" in written or "\n" in written:
            raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            username, domain, defects = _header_values.single_address(addr_spec)
            if username is None:
                raise errors.InvalidHeaderDefect("addr-spec local part with no domain")
            if defects:
                raise defects[0]
        self._display_name, self._username, self._domain = display_name, username, domain

    @property
    def display_name(self):
        return self._display_name

    @property
    def username(self):
        return self._username

    @property
    def domain(self):
        return self._domain

    @property
    def addr_spec(self):
        """The address; the part before "@" is quoted if need be."""
        local = self.username
        if any([c in _SPECIALS and c != "." or c == " " for c in local]):
            local = _header_folding.quoted(local)
        if self.domain:
            return f"{local}@{self.domain}"
        return local or "<>"

    def __repr__(self):
        return f"{type(self).__name__}(display_name={self.display_name!r}, username={self.username!r}, domain={self.domain!r})"

    def __str__(self):
        name = _quoted_name(self.display_name)
        if not name:
            return self.addr_spec
        return f"{name} <{'' if self.addr_spec == '<>' else self.addr_spec}>"

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


def _quoted_name(name):
    return _header_folding.quoted(name) if name and _SPECIALS.intersection(name) else name


class Group:
    """Addresses under a name; without a name an address alone."""

    __hash__ = None

    def __init__(self, display_name=None, addresses=None):
        self._display_name, self._addresses = display_name, tuple(addresses) if addresses else ()

    @property
    def display_name(self):
        return self._display_name

    @property
    def addresses(self):
        return self._addresses

    def __repr__(self):
        return f"{type(self).__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        inner = ", ".join(map(str, self.addresses))
        return f"{_quoted_name(self.display_name)}:{' ' + inner if inner else inner};"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


# ---- headers: BaseHeader, and classes beside it that say what values mean

class BaseHeader(str):
    """A header: its value as text, with a name and defects. A class beside it has parse(value, kwds), which sets kwds["decoded"] (the text),
    kwds["parse_tree"] (what is folded), and what its init() takes."""

    def __new__(cls, name, value):
        kwds = {"defects": []}
        cls.parse(value, kwds)
        if utils._has_surrogates(kwds["decoded"]):
            kwds["decoded"] = utils._sanitize(kwds["decoded"])
        self = str.__new__(cls, kwds.pop("decoded"))
        self.init(name, **kwds)
        return self

    def init(self, name, *, parse_tree, defects):
        self._name, self._parse_tree, self._defects = name, parse_tree, defects

    @property
    def name(self):
        return self._name

    @property
    def defects(self):
        return tuple(self._defects)

    def __reduce__(self):
        return _rebuilt, (type(self).__name__, type(self).__bases__, str(self)), self.__dict__

    def fold(self, *, policy):
        """The lines of the header, as the policy wants them."""
        return _header_folding.fold(self.name, self._parse_tree, policy)


def _rebuilt(name, bases, text):
    return str.__new__(type(name, bases, {}), text)


class UnstructuredHeader:
    """Free text."""

    max_count = None

    @staticmethod
    def value_parser(value):
        return _header_values.unstructured(value)[0]

    @classmethod
    def parse(cls, value, kwds):
        kwds["parse_tree"], kwds["decoded"], defects = _header_values.unstructured(value)
        kwds["defects"] += defects


class UniqueUnstructuredHeader(UnstructuredHeader):
    max_count = 1


class DateHeader:
    """A date: `datetime`. May be set by a datetime."""

    max_count = None
    value_parser = staticmethod(UnstructuredHeader.value_parser)

    @classmethod
    def parse(cls, value, kwds):
        kwds["datetime"] = None
        if not value:
            kwds["defects"].append(errors.HeaderMissingRequiredValue())
            kwds["decoded"], kwds["parse_tree"] = "", _header_folding.Branch([])
            return
        if isinstance(value, str):
            kwds["decoded"] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds["defects"].append(errors.InvalidDateDefect("Invalid date value or format"))
                kwds["parse_tree"] = _header_folding.Branch([])
                return
        kwds["datetime"] = value = getattr(value, "datetime", value)
        kwds["decoded"] = utils.format_datetime(value)
        kwds["parse_tree"] = cls.value_parser(kwds["decoded"])

    def init(self, *args, **kw):
        self._datetime = kw.pop("datetime")
        super().init(*args, **kw)

    @property
    def datetime(self):
        return self._datetime


class UniqueDateHeader(DateHeader):
    max_count = 1


class AddressHeader:
    """A list of addresses: `groups` and `addresses`. May be set by Address and Group objects."""

    max_count = None

    @staticmethod
    def value_parser(value):
        return _header_values.address_list(value)[1]

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            found, kwds["parse_tree"], defects = _header_values.address_list(value)
            kwds["defects"] += defects
            groups = [Group(group.display_name, [Address(box.display_name or "", box.local or "", box.domain or "") for box in group.mailboxes])
                      for group in found]
        else:
            items = [value] if not hasattr(value, "__iter__") else value
            groups = [item if hasattr(item, "addresses") else Group(None, [item]) for item in items]
        kwds["groups"] = groups
        kwds["decoded"] = ", ".join([str(group) for group in groups])
        if "parse_tree" not in kwds:
            kwds["parse_tree"] = cls.value_parser(kwds["decoded"])

    def init(self, *args, **kw):
        self._groups = tuple(kw.pop("groups"))
        super().init(*args, **kw)

    @property
    def groups(self):
        return self._groups

    @property
    def addresses(self):
        return tuple([address for group in self._groups for address in group.addresses])


class UniqueAddressHeader(AddressHeader):
    max_count = 1


class SingleAddressHeader(AddressHeader):
    """One address: `address`."""

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError(f"value of single address header {self.name} is not a single address")
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    max_count = 1


class MIMEVersionHeader:
    """`version`, "1.0", and its parts `major` and `minor`."""

    max_count = 1

    @staticmethod
    def value_parser(value):
        return _header_values.mime_version(value)[2]

    @classmethod
    def parse(cls, value, kwds):
        kwds["major"], kwds["minor"], kwds["parse_tree"], defects = _header_values.mime_version(value)
        kwds["decoded"] = str(kwds["parse_tree"])
        kwds["defects"] += defects

    def init(self, *args, **kw):
        self._major, self._minor = kw.pop("major"), kw.pop("minor")
        super().init(*args, **kw)

    @property
    def major(self):
        return self._major

    @property
    def minor(self):
        return self._minor

    @property
    def version(self):
        return None if self._major is None else f"{self._major}.{self._minor}"


def _params(pairs):
    "What a header shows of its parameters: bytes that were no text are not carried on."
    return {utils._sanitize(name).lower(): utils._sanitize(value) for name, value in pairs}


class ParameterizedMIMEHeader:
    """A value with parameters: `params`, which cannot be changed."""

    max_count = 1

    def init(self, *args, **kw):
        self._params = kw.pop("params")
        super().init(*args, **kw)

    @property
    def params(self):
        return MappingProxyType(self._params)


class ContentTypeHeader(ParameterizedMIMEHeader):
    """`content_type`, "text/plain", and its parts `maintype` and `subtype`."""

    @staticmethod
    def value_parser(value):
        return _header_values.content_type(value)[3]

    @classmethod
    def parse(cls, value, kwds):
        maintype, subtype, pairs, kwds["parse_tree"], defects = _header_values.content_type(value)
        kwds["maintype"], kwds["subtype"] = utils._sanitize(maintype), utils._sanitize(subtype)
        kwds["decoded"], kwds["params"] = str(kwds["parse_tree"]), _params(pairs)
        kwds["defects"] += defects

    def init(self, *args, **kw):
        self._maintype, self._subtype = kw.pop("maintype"), kw.pop("subtype")
        super().init(*args, **kw)

    @property
    def maintype(self):
        return self._maintype

    @property
    def subtype(self):
        return self._subtype

    @property
    def content_type(self):
        return f"{self.maintype}/{self.subtype}"


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """`content_disposition`: "inline", "attachment"..."""

    @staticmethod
    def value_parser(value):
        return _header_values.content_disposition(value)[2]

    @classmethod
    def parse(cls, value, kwds):
        disposition, pairs, kwds["parse_tree"], defects = _header_values.content_disposition(value)
        kwds["disposition"] = disposition and utils._sanitize(disposition)
        kwds["decoded"], kwds["params"] = str(kwds["parse_tree"]), _params(pairs)
        kwds["defects"] += defects

    def init(self, *args, **kw):
        self._content_disposition = kw.pop("disposition")
        super().init(*args, **kw)

    @property
    def content_disposition(self):
        return self._content_disposition


class ContentTransferEncodingHeader:
    """`cte`: "7bit", "base64"..."""

    max_count = 1

    @staticmethod
    def value_parser(value):
        return _header_values.transfer_encoding(value)[1]

    @classmethod
    def parse(cls, value, kwds):
        kwds["cte"], kwds["parse_tree"], defects = _header_values.transfer_encoding(value)
        kwds["decoded"] = str(kwds["parse_tree"])
        kwds["defects"] += defects

    def init(self, *args, **kw):
        self._cte = kw.pop("cte")
        super().init(*args, **kw)

    @property
    def cte(self):
        return self._cte


class MessageIDHeader:
    """The id of a message."""

    max_count = 1

    @staticmethod
    def value_parser(value):
        return _header_folding.Unbroken(value)

    @classmethod
    def parse(cls, value, kwds):
        kwds["parse_tree"] = cls.value_parser(value)
        kwds["decoded"] = str(kwds["parse_tree"])


# ---- which header is what

_KINDS = {UniqueUnstructuredHeader: "subject", UniqueDateHeader: "date orig-date", DateHeader: "resent-date", UniqueSingleAddressHeader: "sender",
          SingleAddressHeader: "resent-sender", UniqueAddressHeader: "to cc bcc from reply-to",
          AddressHeader: "resent-to resent-cc resent-bcc resent-from", MIMEVersionHeader: "mime-version", ContentTypeHeader: "content-type",
          ContentDispositionHeader: "content-disposition", ContentTransferEncodingHeader: "content-transfer-encoding", MessageIDHeader: "message-id"}


class HeaderRegistry:
    """Makes headers: registry(name, value). The class is `base_class` and the one for the name (map_to_type()), or `default_class`."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.base_class, self.default_class = base_class, default_class
        self.registry = {name: kind for kind, names in _KINDS.items() for name in names.split()} if use_default_map else {}

    def map_to_type(self, name, cls):
        """Says the class for a name."""
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        kind = self.registry.get(name.lower(), self.default_class)
        return type("_" + kind.__name__, (kind, self.base_class), {})

    def __call__(self, name, value):
        return self[name](name, value)
