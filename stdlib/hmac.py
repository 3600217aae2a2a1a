"""Keyed hashing for message authentication (library reference, "hmac"; RFC 2104).

The code of a message is hash(outer key, hash(inner key, message)), where both keys are the key, filled up to a block of the hash, with all of
its bits changed by a constant: so two hashes are kept, of which the inner one takes the message.
"""
import _hashlib
from _operator import _compare_digest as compare_digest

digest_size = None
trans_36, trans_5C = [bytes(byte ^ change for byte in range(256)) for change in (0x36, 0x5C)]


def _maker(digestmod):
    # What makes a new hash: of a function, the name of a hash, or a module with new().
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": _hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


class HMAC:
    """The code of a message that grows."""

    blocksize = 64  # where the hash doesn't say

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _maker(digestmod)
        outer, inner = make(), make()
        self.digest_size, size = inner.digest_size, self._block(inner)
        block = (key if len(key) <= size else make(key).digest()).ljust(size, b"\0")
        self.block_size = size
        self._outer, self._inner = outer, inner
        outer.update(block.translate(trans_5C))
        inner.update(block.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def _block(self, inner):
        size, ours = getattr(inner, "block_size", None), self.blocksize
        if size is not None and size >= 16:
            return size
        import warnings
        doubt = f"No block_size attribute on given digest object; Assuming {ours}." if size is None else \
            f"block_size of {size} seems too small; using our default of {ours}."
        warnings.warn(doubt, RuntimeWarning, 3)
        return ours

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        """Adds to the message."""
        self._inner.update(msg)

    def copy(self):
        """The same, going its own way from here."""
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__, _outer=self._outer.copy(), _inner=self._inner.copy())
        return twin

    def _finished(self):
        last = self._outer.copy()
        last.update(self._inner.digest())
        return last

    def digest(self):
        """The code of the message so far."""
        return self._finished().digest()

    def hexdigest(self):
        """The code of the message so far, in hexadecimal digits."""
        return self._finished().hexdigest()


def new(key, msg=None, digestmod=""):
    """A new HMAC."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of a whole message; faster than by way of an HMAC."""
    return _hashlib.hmac_digest(key, msg, digest) if isinstance(digest, str) else HMAC(key, msg, digest).digest()
