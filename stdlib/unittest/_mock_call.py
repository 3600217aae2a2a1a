"""Calls as values, and the marks that mock compares with: call, ANY, sentinel, DEFAULT."""
from .util import safe_repr

__unittest = True


class _SentinelObject:
    """One of a kind; its name is all there is to it."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name

    __reduce__ = __repr__  # pickling and copying give the same object: it is found by its name


class _Sentinel:
    """Makes a sentinel of each name it is asked for."""

    def __getattr__(self, name):
        if name == "__bases__":  # so that help() and pickle don't take it for a class
            raise AttributeError
        made = self.__dict__[name] = _SentinelObject(name)
        return made

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT, _missing, _deleted = sentinel.DEFAULT, sentinel.MISSING, sentinel.DELETED


class _Anything:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Anything()


def _format_call_signature(name, args, kwargs):
    return f"{name}({', '.join([*map(repr, args), *(f'{key}={value!r}' for key, value in kwargs.items())])})"


def _parts(value, name=""):
    """[name, args, kwargs] of a tuple that stands for a call: any of the three may be left out, then it is as given here, or empty. None: there is
    more in it than that."""
    size = len(value)
    if size > 3:
        return None
    rest = list(value)
    if size == 3 or size == 2 and not isinstance(rest[0], str):
        return rest if size == 3 else [name, *rest]
    if rest and isinstance(rest[0], str):
        name = rest.pop(0)
    if not rest:
        return [name, (), {}]
    return [name, rest[0], {}] if isinstance(rest[0], tuple) else [name, (), rest[0]]


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs) if `two` says so. Attributes and calls of it are calls further down the chain. One that
    stands for an attribute alone (`from_kall` is false) shows as its name."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        parts = _parts(value, name) or [name, (), {}]
        return super().__new__(cls, parts[1:] if two else parts)

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def _split(self):
        return tuple(self) if len(self) == 3 else ("", *self)

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        parents = [getattr(one, "_mock_parent", None) for one in (self, other)]
        if all(parents) and parents[0] != parents[1]:
            return False
        parts = _parts(tuple(other) if isinstance(other, tuple) else other)
        name, *arguments = self._split()
        if parts is None or name and name != parts[0]:
            return False
        return parts[1:] == arguments  # with the other's on the left: ANY may be in it

    __ne__ = object.__ne__

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:  # of a mock, count and index are calls like any others
            raise AttributeError
        return super().__getattribute__(attr)

    def __getattr__(self, attr):
        own = self._mock_name
        return _Call(name=attr, from_kall=False) if own is None else _Call(name=f"{own}.{attr}", parent=self, from_kall=False)

    def __call__(self, /, *args, **kwargs):
        own = self._mock_name
        return _Call(("", args, kwargs), name="()") if own is None else _Call((own, args, kwargs), name=own + "()", parent=self)

    args = property(lambda self: self._split()[1])
    kwargs = property(lambda self: self._split()[2])

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        name, args, kwargs = self._split()
        dot = "." if name and not name.startswith("()") else ""
        return _format_call_signature("call" + dot + name, args, kwargs)

    def call_list(self):
        """All calls of the chain, this one the last."""
        calls, one = _CallList(), self
        while one is not None:
            if one._mock_from_kall:
                calls.insert(0, one)
            one = one._mock_parent
        return calls


call = _Call(from_kall=False)


class _CallList(list):
    """Calls; `in` also finds a row of them."""

    def __contains__(self, value):
        if isinstance(value, list):
            size = len(value)
            return any(self[at:at + size] == value for at in range(len(self) - size + 1))
        return super().__contains__(value)

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))
