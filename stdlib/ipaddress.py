"""IPv4 and IPv6 addresses, networks and interfaces (library reference, "ipaddress").

An address is an int (`_ip`); a network is its first address and the length of its prefix; an interface is an address that knows its network.
Text forms: RFC 4632 (prefixes), RFC 4291 and RFC 5952 (IPv6), RFC 6874 (zones). What is private, global or reserved: the IANA registries of
special-purpose addresses.
"""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


# ---- of either version

def _of_either(what, value, make4, make6, *args):
    for make in (make4, make6):
        try:
            return make(value, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{value!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    """An IPv4Address or IPv6Address, whichever the text, int or bytes say."""
    return _of_either("address", address, IPv4Address, IPv6Address)


def ip_network(address, strict=True):
    """An IPv4Network or IPv6Network; with `strict` no bit of the host part may be set."""
    return _of_either("network", address, IPv4Network, IPv6Network, strict)


def ip_interface(address):
    """An IPv4Interface or IPv6Interface."""
    return _of_either("interface", address, IPv4Interface, IPv6Interface)


def v4_int_to_packed(address):
    """The int as 4 bytes, most significant first."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    """The int as 16 bytes, most significant first."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


_whole = object()  # no mask was given


def _address_and_mask(value):
    "What a network or interface is made of."
    if isinstance(value, (int, bytes)):
        return value, _whole
    if not isinstance(value, tuple):
        parts = str(value).split("/")
        if len(parts) > 2:
            raise AddressValueError(f"Only one '/' permitted in {value!r}")
        value = tuple(parts)
    if len(value) == 1:
        return value[0], _whole
    address, mask = value
    return address, mask


def _low_zeros(number, width):
    return min(width, (~number & (number - 1)).bit_length()) if number else width


def summarize_address_range(first, last):
    """The networks that together hold exactly the addresses from first to last."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = {4: IPv4Network, 6: IPv6Network}.get(first.version)
    if network is None:
        raise ValueError("unknown IP version")
    width = first._max_prefixlen
    at, end = first._ip, last._ip
    while at <= end:
        bits = min(_low_zeros(at, width), (end - at + 1).bit_length() - 1)
        yield network((at, width - bits))
        at += 1 << bits


def collapse_addresses(addresses):
    """The smallest list of networks that hold the same addresses."""
    single, networks = [], []
    for item in addresses:
        if isinstance(item, _Address):
            if single and single[-1]._version != item._version:
                raise TypeError(f"{item} and {single[-1]} are not of the same version")
            single.append(item if not hasattr(item, "ip") else item.ip)
        elif item._prefixlen == item._max_prefixlen:
            if single and single[-1]._version != item._version:
                raise TypeError(f"{item} and {single[-1]} are not of the same version")
            single.append(item.network_address)
        else:
            if networks and networks[-1]._version != item._version:
                raise TypeError(f"{item} and {networks[-1]} are not of the same version")
            networks.append(item)
    single = sorted(set(single))
    at = 0
    while at < len(single):
        end = at
        while end + 1 < len(single) and single[end + 1]._ip == single[end]._ip + 1:
            end += 1
        networks.extend(summarize_address_range(single[at], single[end]))
        at = end + 1
    return _collapsed(networks)


def _collapsed(networks):
    # Two halves make their whole, for as long as there are any.
    waiting, found = list(networks), {}
    while waiting:
        network = waiting.pop()
        whole = network.supernet()
        half = found.get(whole)
        if half is None:
            found[whole] = network
        elif half != network:
            del found[whole]
            waiting.append(whole)
    last = None
    for network in sorted(found.values()):
        if last is not None and last.broadcast_address >= network.broadcast_address:
            continue
        yield network
        last = network


def get_mixed_type_key(obj):
    """A key to sort networks and addresses together."""
    if isinstance(obj, _Network):
        return obj._mixed_key()
    if isinstance(obj, _Address):
        return obj._mixed_key()
    return NotImplemented


# ---- what all have

class _Common:
    __slots__ = ()

    @property
    def exploded(self):
        """The longest text of it."""
        return self._exploded()

    @property
    def compressed(self):
        """The shortest text of it."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name of its PTR record."""
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @classmethod
    def _checked(cls, number):
        if number < 0:
            raise AddressValueError(f"{number} (< 0) is not permitted as an IPv{cls._version} address")
        if number > cls._ALL_ONES:
            raise AddressValueError(f"{number} (>= 2**{cls._max_prefixlen}) is not permitted as an IPv{cls._version} address")
        return number

    @classmethod
    def _from_bytes(cls, data):
        size = cls._max_prefixlen // 8
        if len(data) != size:
            raise AddressValueError(f"{data!r} (len {len(data)} != {size}) is not permitted as an IPv{cls._version} address")
        return int.from_bytes(data)

    @classmethod
    def _mask_of(cls, prefix):
        return cls._ALL_ONES ^ cls._ALL_ONES >> prefix

    @classmethod
    def _prefix_from_text(cls, text):
        if not (text.isascii() and text.isdigit()):
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        prefix = int(text)
        if not 0 <= prefix <= cls._max_prefixlen:
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return prefix

    @classmethod
    def _prefix_of(cls, mask):
        "The length of the prefix from an int, its digits, or (version 4) a netmask or hostmask."
        if mask is _whole:
            return cls._max_prefixlen
        if isinstance(mask, int):
            if not 0 <= mask <= cls._max_prefixlen:
                raise NetmaskValueError(f"{mask} is not a valid netmask")
            return mask
        return cls._prefix_from_mask_text(mask)

    @classmethod
    def _prefix_from_mask_text(cls, text):
        return cls._prefix_from_text(text)

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _Address(_Common):
    """What the addresses of both versions have."""

    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip if self._ip != other._ip else False

    def __add__(self, other):
        return self.__class__(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(self._ip - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return self._text_of(self._ip)

    def __hash__(self):
        return hash(hex(self._ip))

    def _mixed_key(self):
        return (self._version, self)

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, fmt):
        """The address as text ("s"), or its bits in all their length: "b", "x", "X", and "n" for what is usual, with "#" and "_"."""
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        flags, kind = fmt[:-1], fmt[-1]
        if flags not in ("", "#", "_", "#_") or kind not in "bnxX":
            return super().__format__(fmt)
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        width = self._max_prefixlen if kind == "b" else self._max_prefixlen // 4
        if "_" in flags:
            width += width // 4 - 1
        if "#" in flags:
            width += 2
        return format(self._ip, f"{'#' if '#' in flags else ''}0{width}{'_' if '_' in flags else ''}{kind}")

    @property
    def packed(self):
        """Its bytes."""
        return self._ip.to_bytes(self._max_prefixlen // 8)

    def _in_one_of(self, networks):
        return any(first <= self._ip <= last for first, last in networks)


@functools.total_ordering
class _Network(_Common):
    """What the networks of both versions have."""

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def __init__(self, address, strict=True):
        address, mask = _address_and_mask(address)
        self.network_address = self._address_class(address)
        self._prefixlen = self._prefix_of(mask)
        self.netmask = self._address_class(self._mask_of(self._prefixlen))
        number = self.network_address._ip
        if number & self.netmask._ip != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(number & self.netmask._ip)

    @classmethod
    def _made(cls, number, prefix):
        return cls((number, prefix))

    def hosts(self):
        """The addresses that hosts can have: all but the first and the last."""
        first, last = self.network_address._ip, self.broadcast_address._ip
        for number in range(first + 1, last):
            yield self._address_class(number)

    def __iter__(self):
        for number in range(self.network_address._ip, self.broadcast_address._ip + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        first, last = self.network_address._ip, self.broadcast_address._ip
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._address_class(number)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (self.network_address._ip, self.netmask._ip) < (other.network_address._ip, other.netmask._ip)

    def __eq__(self, other):
        try:
            return self._version == other._version and self.network_address == other.network_address and self.netmask._ip == other.netmask._ip
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash((self.network_address._ip, self.netmask._ip))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """Whether there is an address in both."""
        return (self.network_address in other or self.broadcast_address in other or
                other.network_address in self or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @functools.cached_property
    def hostmask(self):
        return self._address_class(self.netmask._ip ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        return 1 << self._max_prefixlen - self._prefixlen

    @property
    def prefixlen(self):
        return self._prefixlen

    def _exploded(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def address_exclude(self, other):
        """The networks that are left when `other` is taken out of this one."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        whole = self
        while whole != other:
            low, high = whole.subnets()
            inside = other.subnet_of(low)
            yield high if inside else low
            whole = low if inside else high

    def compare_networks(self, other):
        """-1, 0 or 1: how the network addresses compare, then the netmasks."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, others = self._mixed_key()[1:], other._mixed_key()[1:]
        return (mine > others) - (mine < others)

    def _mixed_key(self):
        return (self._version, self.network_address, self.netmask)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks with a longer prefix that make up this one."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        longer = self._steps(prefixlen_diff, new_prefix, 1)
        if longer < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + longer
        if prefix > self._max_prefixlen:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        for number in range(self.network_address._ip, self.broadcast_address._ip + 1, self.hostmask._ip + 1 >> longer):
            yield self._made(number, prefix)

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network with a shorter prefix that holds this one."""
        if self._prefixlen == 0:
            return self
        shorter = self._steps(prefixlen_diff, new_prefix, -1)
        prefix = self._prefixlen - shorter
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {shorter}")
        return self._made(self.network_address._ip & self.netmask._ip << shorter, prefix)

    def _steps(self, given, prefix, direction):
        "How many bits the prefix is to change by, which was said in one of two ways."
        if prefix is None:
            return given
        change = (prefix - self._prefixlen) * direction
        if change < 0:
            raise ValueError(f"new prefix must be {'longer' if direction > 0 else 'shorter'}")
        if given != 1:
            raise ValueError("cannot set prefixlen_diff and new_prefix")
        return change

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            if a._version != b._version:
                raise TypeError(f"{a} and {b} are not of the same version")
            return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {a} and {b}")

    def subnet_of(self, other):
        """Whether all its addresses are in `other`."""
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        """Whether all addresses of `other` are in it."""
        return self._is_subnet_of(other, self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_loopback = property(lambda self: self._both("is_loopback"))

    @property
    def is_private(self):
        first, last = self.network_address._ip, self.broadcast_address._ip
        return any(low <= first and last <= high for low, high in self._PRIVATE) and not any(low <= first and last <= high for low, high in self._NOT_PRIVATE)

    @property
    def is_global(self):
        return not self.is_private


class _Interface:
    "What the interfaces of both versions have, in front of their address class."
    __slots__ = ()

    def _open(self, address, mask):
        self.network = network = self._network_class((address, mask), strict=False)
        self.netmask, self._prefixlen = network.netmask, network._prefixlen

    @functools.cached_property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return f"{super().__str__()}/{self._prefixlen}"

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False  # an address is no interface

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    def _exploded(self):
        return f"{self._exploded_text_of(self._ip)}/{self._prefixlen}"

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def ip(self):
        return self._address_class(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self._text_of(self._ip)}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._text_of(self._ip)}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._text_of(self._ip)}/{self.hostmask}"


# ---- version 4

class _Version4:
    __slots__ = ()
    _version = 4
    _max_prefixlen = IPV4LENGTH
    _ALL_ONES = 2 ** IPV4LENGTH - 1

    @classmethod
    def _number_of(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        try:
            return int.from_bytes(map(cls._octet, octets))
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @staticmethod
    def _octet(text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {text!r}")
        if len(text) > 3:
            raise ValueError(f"At most 3 characters permitted in {text!r}")
        if text != "0" and text[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {text!r}")
        number = int(text)
        if number > 255:
            raise ValueError(f"Octet {number} (> 255) not permitted")
        return number

    @classmethod
    def _text_of(cls, number):
        return ".".join(map(str, number.to_bytes(4)))

    _exploded_text_of = _text_of

    def _exploded(self):
        return str(self)

    def _reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"

    @classmethod
    def _prefix_from_mask_text(cls, text):
        try:
            return cls._prefix_from_text(text)
        except NetmaskValueError:
            pass
        try:
            number = cls._number_of(text)
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for mask in (number, number ^ cls._ALL_ONES):  # a netmask, or a hostmask
            prefix = cls._max_prefixlen - _low_zeros(mask, cls._max_prefixlen)
            if cls._mask_of(prefix) == mask:
                return prefix
        raise NetmaskValueError(f"{text!r} is not a valid netmask")


def _ranges4(*networks):
    return _ranges(_Version4, networks)


def _ranges(version, networks):
    ranges = []
    for text in networks:
        address, _, prefix = text.partition("/")
        number = version._number_of(address)
        ranges.append((number, number | version._ALL_ONES >> int(prefix)))
    return ranges


class IPv4Address(_Version4, _Address):
    """A single IPv4 address."""

    __slots__ = ("_ip", "__weakref__")
    _PRIVATE = _ranges4("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4")
    _NOT_PRIVATE = _ranges4("192.0.0.9/32", "192.0.0.10/32")  # within the networks above
    _SHARED = _ranges4("100.64.0.0/10")
    _RESERVED = _ranges4("240.0.0.0/4")
    _MULTICAST = _ranges4("224.0.0.0/4")
    _LOOPBACK = _ranges4("127.0.0.0/8")
    _LINK_LOCAL = _ranges4("169.254.0.0/16")

    def __init__(self, address):
        if isinstance(address, int):
            self._ip = self._checked(address)
        elif isinstance(address, bytes):
            self._ip = self._from_bytes(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._number_of(text)

    is_reserved = property(lambda self: self._in_one_of(self._RESERVED))
    is_private = property(lambda self: self._in_one_of(self._PRIVATE) and not self._in_one_of(self._NOT_PRIVATE))
    is_global = property(lambda self: not self._in_one_of(self._SHARED) and not self.is_private)
    is_multicast = property(lambda self: self._in_one_of(self._MULTICAST))
    is_unspecified = property(lambda self: self._ip == 0)
    is_loopback = property(lambda self: self._in_one_of(self._LOOPBACK))
    is_link_local = property(lambda self: self._in_one_of(self._LINK_LOCAL))


class IPv4Network(_Version4, _Network):
    """An IPv4 network: '192.0.2.0/27', '192.0.2.0/255.255.255.0', '192.0.2.0/0.0.0.255', an int, bytes, or a pair of one of these and a mask."""

    _address_class = IPv4Address
    _PRIVATE, _NOT_PRIVATE = IPv4Address._PRIVATE, IPv4Address._NOT_PRIVATE
    _exploded = _Network._exploded

    def hosts(self):
        """The addresses that hosts can have; of networks of one or two addresses, all."""
        return super().hosts() if self._prefixlen < 31 else iter(list(self))

    @property
    def is_global(self):
        return not (self.network_address._in_one_of(IPv4Address._SHARED) and self.broadcast_address._in_one_of(IPv4Address._SHARED)) and not self.is_private


class IPv4Interface(_Interface, IPv4Address):
    """An IPv4 address and the network it is in."""

    _address_class = IPv4Address
    _network_class = IPv4Network

    def __init__(self, address):
        address, mask = _address_and_mask(address)
        IPv4Address.__init__(self, address)
        self._open(address, mask)


# ---- version 6

class _Version6:
    __slots__ = ()
    _version = 6
    _max_prefixlen = IPV6LENGTH
    _ALL_ONES = 2 ** IPV6LENGTH - 1

    @classmethod
    def _number_of(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                low = _Version4._number_of(parts.pop())
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
        if len(gaps) > 1:
            raise AddressValueError(f"At most one '::' permitted in {text!r}")
        if not gaps and len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0] and (not gaps or parts[1]):
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1] and (not gaps or parts[-2]):
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if gaps:
            high, low = parts[:gaps[0]], parts[gaps[0] + 1:]
            if high == [""]:
                high = []
            if low == [""]:
                low = []
            if len(high) + len(low) > 7:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
            parts = high + ["0"] * (8 - len(high) - len(low)) + low
        number = 0
        try:
            for part in parts:
                number = number << 16 | cls._group(part)
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        return number

    @staticmethod
    def _group(text):
        if not set(text) <= _hexadecimal:
            raise ValueError(f"Only hex digits permitted in {text!r}")
        if len(text) > 4:
            raise ValueError(f"At most 4 characters permitted in {text!r}")
        return int(text, 16)

    @classmethod
    def _text_of(cls, number=None):
        groups = [f"{number >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
        # RFC 5952: the longest run of zeros is "::", the first of equally long ones.
        best = size = 0
        at = 0
        while at < 8:
            end = at
            while end < 8 and groups[end] == "0":
                end += 1
            if end - at > size:
                best, size = at, end - at
            at = max(end, at + 1)
        if size < 2:
            return ":".join(groups)
        return ":".join(groups[:best]) + "::" + ":".join(groups[best + size:])

    @classmethod
    def _exploded_text_of(cls, number):
        return ":".join(f"{number >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16))

    def _exploded(self):
        return self._exploded_text_of(self._number_of(str(self)))

    def _reverse_pointer(self):
        return ".".join(reversed(self.exploded.replace(":", ""))) + ".ip6.arpa"

    @staticmethod
    def _split_zone(text):
        address, percent, zone = text.partition("%")
        if not percent:
            return address, None
        if not zone or "%" in zone:
            raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
        return address, zone


_hexadecimal = frozenset("0123456789ABCDEFabcdef")


def _ranges6(*networks):
    return _ranges(_Version6, networks)


class IPv6Address(_Version6, _Address):
    """A single IPv6 address, maybe with a zone: 'fe80::1%eth0'."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")
    _PRIVATE = _ranges6("::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
                        "fc00::/7", "fe80::/10")
    _NOT_PRIVATE = _ranges6("2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28")
    _RESERVED = _ranges6("::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3", "A000::/3", "C000::/3",
                         "E000::/4", "F000::/5", "F800::/6", "FE00::/9")
    _MULTICAST = _ranges6("ff00::/8")
    _LINK_LOCAL = _ranges6("fe80::/10")
    _SITE_LOCAL = _ranges6("fec0::/10")

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._ip = self._checked(address)
        elif isinstance(address, bytes):
            self._ip = self._from_bytes(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, self._scope_id = self._split_zone(text)
            self._ip = self._number_of(text)

    def __str__(self):
        text = self._text_of(self._ip)
        return text + "%" + self._scope_id if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        """The zone, or None."""
        return self._scope_id

    is_multicast = property(lambda self: self._in_one_of(self._MULTICAST))
    is_reserved = property(lambda self: self._in_one_of(self._RESERVED))
    is_link_local = property(lambda self: self._in_one_of(self._LINK_LOCAL))
    is_site_local = property(lambda self: self._in_one_of(self._SITE_LOCAL))
    is_unspecified = property(lambda self: self._ip == 0)
    is_loopback = property(lambda self: self._ip == 1)

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else self._in_one_of(self._PRIVATE) and not self._in_one_of(self._NOT_PRIVATE)

    @property
    def is_global(self):
        return not self.is_private

    @property
    def ipv4_mapped(self):
        """The IPv4 address in ::ffff:0:0/96, or None."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """The pair (server, client) of an address in 2001::/32, or None (RFC 4380)."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The IPv4 address in 2002::/16, or None (RFC 3056)."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv6Network(_Version6, _Network):
    """An IPv6 network: '2001:db8::/96', an int, bytes, or a pair of one of these and the length of the prefix."""

    _address_class = IPv6Address
    _PRIVATE, _NOT_PRIVATE = IPv6Address._PRIVATE, IPv6Address._NOT_PRIVATE
    _exploded = _Network._exploded

    def hosts(self):
        """All addresses but the first (the routers'); of networks of one or two addresses, all."""
        if self._prefixlen >= 127:
            return iter(list(self))
        return self._all_but_first()

    def _all_but_first(self):
        for number in range(self.network_address._ip + 1, self.broadcast_address._ip + 1):
            yield IPv6Address(number)

    @property
    def is_site_local(self):
        return self._both("is_site_local")


class IPv6Interface(_Interface, IPv6Address):
    """An IPv6 address and the network it is in."""

    _address_class = IPv6Address
    _network_class = IPv6Network

    def __init__(self, address):
        address, mask = _address_and_mask(address)
        IPv6Address.__init__(self, address)
        self._open(address, mask)

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


# CPython's names for these, which programs derive from and ask isinstance() for.
_IPAddressBase, _BaseAddress, _BaseNetwork, _BaseV4, _BaseV6 = _Common, _Address, _Network, _Version4, _Version6
