"""re.RegexFlag, made when a script first names a flag."""
import enum


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        if self._name_ is not None and "|" not in self._name_:
            return f"re.{self._name_}"
        value = self._value_
        names = []
        for member in RegexFlag:
            if member._value_ & value:
                value &= ~member._value_
                names.append(f"re.{member._name_}")
        if value:
            names.append(hex(value))
        return "|".join(names) or "re.NOFLAG"

    __str__ = object.__str__


RegexFlag.__module__ = "re"
