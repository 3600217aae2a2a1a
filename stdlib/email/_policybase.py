"""Policies: how messages are parsed, kept and written (library reference, "email.policy"). The rules of EmailPolicy are in email.policy."""
import abc
from . import charset as _charset, header
from .utils import _has_surrogates

__all__ = ["Policy", "Compat32", "compat32"]


class _Settings:
    """Attributes with values, that never change: clone() makes another with other values. The class says which there are."""

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            object.__setattr__(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{name}={value!r}' for name, value in vars(self).items()])})"

    def clone(self, **kw):
        """The same with other values."""
        made = object.__new__(type(self))
        for name, value in {**vars(self), **kw}.items():
            if not hasattr(made, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError(f"{type(self).__name__!r} object attribute {name!r} is read-only")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __add__(self, other):
        """The same with what the other one sets."""
        return self.clone(**vars(other))


class Policy(_Settings, metaclass=abc.ABCMeta):
    """How to parse, keep and write messages.

    raise_on_defect  defects are raised, not noted        linesep         ends lines when a message is written
    max_line_length  of written lines; None or 0: any     cte_type        "7bit", "8bit": what bodies may be written in
    mangle_from_     ">" before lines that begin "From "  message_factory makes new messages
    verify_generated_headers  a header that would be read as several is not written: HeaderWriteError
    """

    raise_on_defect, linesep, cte_type, max_line_length, mangle_from_, message_factory = False, "\n", "8bit", 78, False, None
    verify_generated_headers = True

    def handle_defect(self, obj, defect):
        """A defect was found: raises or notes it."""
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        """Notes a defect with the message or header."""
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of this name there may be; None: any number."""
        return None

    @abc.abstractmethod
    def header_source_parse(self, sourcelines):
        """(name, value to keep) of the lines of a header."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_store_parse(self, name, value):
        """(name, value to keep) of a header that a program sets."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_fetch_parse(self, name, value):
        """What a program gets for a value that is kept."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold(self, name, value):
        """The lines of a header, for text."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold_binary(self, name, value):
        """The lines of a header, for bytes."""
        raise NotImplementedError


def source_parts(sourcelines):
    """(name, value as it stands, with its line ends inside) of the lines of a header."""
    name, _, first = sourcelines[0].partition(":")
    return name, "".join([first, *sourcelines[1:]])


class Compat32(Policy):
    """What the package did in Python 3.2: headers are kept as they are."""

    mangle_from_ = True

    def _fetched(self, name, value):
        if isinstance(value, str) and _has_surrogates(value):
            return header.Header(value, charset=_charset.UNKNOWN8BIT, header_name=name)
        return value

    def header_source_parse(self, sourcelines):
        name, value = source_parts(sourcelines)
        return name, value.lstrip(" \t").rstrip("\r\n")

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return self._fetched(name, value)

    def fold(self, name, value):
        return self._folded(name, value, True)

    def fold_binary(self, name, value):
        return self._folded(name, value, self.cte_type == "7bit").encode("ascii", "surrogateescape")

    def _folded(self, name, value, sanitize):
        if isinstance(value, str):
            if not _has_surrogates(value):
                # Lines that are in the source stay; only Header folds, by itself.
                value = header.Header(value, header_name=name)
            elif sanitize:
                value = header.Header(value, charset=_charset.UNKNOWN8BIT, header_name=name)
            else:
                return f"{name}: {value}{self.linesep}"
        longest = 0 if self.max_line_length is None else self.max_line_length
        return f"{name}: {value.encode(linesep=self.linesep, maxlinelen=longest)}{self.linesep}"


compat32 = Compat32()
