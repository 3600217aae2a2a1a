"""repr() with limits on most sizes (library reference, "reprlib")."""
import builtins
from _thread import get_ident as _get_ident
from itertools import islice as _islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """Decorator for __repr__ methods: what they show of an object that is being shown already."""
    def decorating_function(user_function):
        shown = set()

        def wrapper(self):
            key = id(self), _get_ident()
            if key in shown:
                return fillvalue
            shown.add(key)
            try:
                return user_function(self)
            finally:
                shown.discard(key)

        for name in "__module__ __doc__ __name__ __qualname__ __annotations__ __type_params__".split():
            value = getattr(user_function, name, shown)
            if value is not shown:
                setattr(wrapper, name, value)
        wrapper.__wrapped__ = user_function
        return wrapper
    return decorating_function


def _in_order(values):
    try:
        return sorted(values)
    except Exception:  # nothing to order them by
        return list(values)


def _halves(limit):
    # How much is shown before and behind the dots, when there is room for so much.
    before = max(0, (limit - 3) // 2)
    return before, max(0, limit - 3 - before)


class Repr:
    """Shows objects; the limits are its attributes, and a type NAME is shown by the method repr_NAME, if there is one."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6, maxstring=30,
                 maxlong=40, maxother=30, fillvalue="...", indent=None):
        self.maxlevel, self.fillvalue, self.indent = maxlevel, fillvalue, indent
        self.maxtuple, self.maxlist, self.maxarray, self.maxdeque = maxtuple, maxlist, maxarray, maxdeque
        self.maxdict, self.maxset, self.maxfrozenset = maxdict, maxset, maxfrozenset
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother

    def repr(self, x):
        """The object, within the limits."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The object, with so many levels below it."""
        show = getattr(self, "repr_" + "_".join(type(x).__name__.split(" ")), self.repr_instance)
        return show(x, level)

    # ---- containers

    def repr_tuple(self, x, level):
        return self._listed(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._listed(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        kind = f"array('{x.typecode}'"
        return self._listed(x, level, kind + ", [", "])", self.maxarray) if x else kind + ")"

    def repr_deque(self, x, level):
        return self._listed(x, level, "deque([", "])", self.maxdeque)

    def repr_set(self, x, level):
        return self._listed(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._listed(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_dict(self, x, level):
        if not x or level <= 0:
            return "{" + (self.fillvalue if x else "") + "}"
        shown = [self.repr1(key, level - 1) + ": " + self.repr1(x[key], level - 1) for key in _islice(_in_order(x), self.maxdict)]
        return "{" + self._lines(shown, len(x) > self.maxdict, level) + "}"

    def _listed(self, x, level, opening, closing, most, mark_of_one=""):
        size = len(x)
        if level <= 0 and size:
            return opening + self.fillvalue + closing
        shown = [self.repr1(item, level - 1) for item in _islice(x, most)]
        if size == 1 and self.indent is None:
            closing = mark_of_one + closing
        return opening + self._lines(shown, size > most, level) + closing

    def _lines(self, shown, is_cut, level):
        # One behind the other, or with an indent under each other.
        if is_cut:
            shown.append(self.fillvalue)
        indent = self.indent
        if indent is None or not shown:
            return ", ".join(shown)
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {indent!r})")
            indent = " " * indent
        try:
            between = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(indent)}") from error
        text = between[1:] + between.join(shown) + between
        return text[:len(text) - len(indent)]

    # ---- the others

    def repr_str(self, x, level):
        most = self.maxstring
        whole = builtins.repr(x[:most])
        if len(whole) <= most:
            return whole
        before, behind = _halves(most)
        quoted = builtins.repr(x[:before] + x[len(x) - behind:])
        return self._cut(quoted, before, behind)

    def repr_int(self, x, level):
        return self._limited(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        """What has no method of its own. It may raise: then only the class is shown."""
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._limited(text, self.maxother)

    def _limited(self, text, most):
        return text if len(text) <= most else self._cut(text, *_halves(most))

    def _cut(self, text, before, behind):
        return text[:before] + self.fillvalue + text[len(text) - behind:]


aRepr = Repr()
repr = aRepr.repr
