"""deque, on a list with a gap in front: items are in _a[_h:], blanks before. Both ends take amortised constant time."""

def _as_index(value):
    if isinstance(value, int):
        return value
    try:
        return type(value).__index__(value)
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


class deque:
    """A list-like sequence optimized for data accesses near its endpoints."""

    __module__ = "collections"
    __slots__ = ("_a", "_h", "_m", "__weakref__")
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._m = maxlen
        self._h = 0
        self._a = []
        if iterable != ():
            if maxlen is None:
                self._a = list(iterable)
            else:
                self.extend(iterable)

    @property
    def maxlen(self):
        "maximum size of a deque or None if unbounded"
        return self._m

    def append(self, item, /):
        "Add an element to the right side of the deque."
        self._a.append(item)
        m = self._m
        if m is not None and len(self._a) - self._h > m:
            self.popleft()

    def appendleft(self, item, /):
        "Add an element to the left side of the deque."
        h = self._h
        if not h:
            a = self._a
            h = len(a) + 8
            a[:0] = [None] * h
        h -= 1
        self._a[h] = item
        self._h = h
        m = self._m
        if m is not None and len(self._a) - h > m:
            self.pop()

    def pop(self):
        "Remove and return the rightmost element."
        a = self._a
        if len(a) > self._h:
            return a.pop()
        raise IndexError("pop from an empty deque")

    def popleft(self):
        "Remove and return the leftmost element."
        a = self._a
        h = self._h
        try:
            item = a[h]
        except IndexError:
            raise IndexError("pop from an empty deque") from None
        a[h] = None
        h += 1
        if h > 32 and h + h > len(a):
            del a[:h]
            h = 0
        self._h = h
        return item

    def extend(self, iterable, /):
        "Extend the right side of the deque with elements from the iterable."
        if iterable is self:
            iterable = list(self)
        m = self._m
        if m is None:
            self._a.extend(iterable)
            return
        append = self.append
        for item in iterable:
            append(item)

    def extendleft(self, iterable, /):
        "Extend the left side of the deque with elements from the iterable."
        if iterable is self:
            iterable = list(self)
        appendleft = self.appendleft
        for item in iterable:
            appendleft(item)

    def clear(self):
        "Remove all elements from the deque."
        self._a = []
        self._h = 0

    def _list(self):
        h = self._h
        return self._a[h:] if h else self._a[:]

    def _settle(self):
        # The list of the items alone, as the deque's own storage.
        if self._h:
            del self._a[:self._h]
            self._h = 0
        return self._a

    def copy(self):
        "Return a shallow copy of a deque."
        if type(self) is deque:
            new = deque((), self._m)
            new._a = self._list()
            return new
        return type(self)(self) if self._m is None else type(self)(self, self._m)

    __copy__ = copy

    def count(self, value, /):
        "Return number of occurrences of value."
        return self._list().count(value)

    def index(self, value, start=0, stop=None, /):
        "Return first index of value. Raises ValueError if the value is not present."
        n = len(self._a) - self._h
        start = _as_index(start)
        stop = n if stop is None else _as_index(stop)
        if start < 0:
            start = max(start + n, 0)
        if stop < 0:
            stop = max(stop + n, 0)
        a = self._settle()
        for i in range(start, min(stop, n)):
            item = a[i]
            if item is value or item == value:
                return i
            if self._a is not a or len(a) != n or self._h:
                raise RuntimeError("deque mutated during iteration")
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, item, /):
        "Insert value before index."
        if self._m is not None and len(self) >= self._m:
            raise IndexError("deque already at its maximum size")
        self._settle().insert(_as_index(index), item)

    def remove(self, value, /):
        "Remove first occurrence of value."
        a = self._settle()
        n = len(a)
        for i, item in enumerate(a):
            same = item is value or item == value
            if self._a is not a or len(a) != n or self._h:
                raise IndexError("deque mutated during remove().")
            if same:
                del a[i]
                return
        raise ValueError(f"{value!r} is not in deque")

    def reverse(self):
        "Reverse *IN PLACE*."
        self._settle().reverse()

    def rotate(self, n=1, /):
        "Rotate the deque n steps to the right.  If n is negative, rotates left."
        n = _as_index(n)
        size = len(self._a) - self._h
        if size < 2:
            return
        n %= size
        if n > size >> 1:
            n -= size
        if -8 <= n <= 8:
            while n > 0:
                self._rotated_left(self._a.pop())
                n -= 1
            while n < 0:
                self._a.append(self.popleft())
                n += 1
            return
        a = self._settle()
        self._a = a[-n:] + a[:-n]

    def _rotated_left(self, item):
        h = self._h
        if not h:
            h = len(self._a) + 8
            self._a[:0] = [None] * h
        self._h = h = h - 1
        self._a[h] = item

    def __len__(self):
        return len(self._a) - self._h

    def __bool__(self):
        return len(self._a) > self._h

    def __iter__(self):
        a = self._a
        i = h = self._h
        n = len(a)
        while i < n:
            yield a[i]
            if len(a) != n or self._h != h or self._a is not a:
                raise RuntimeError("deque mutated during iteration")
            i += 1

    def __reversed__(self):
        a = self._a
        h = self._h
        i = n = len(a)
        while i > h:
            i -= 1
            yield a[i]
            if len(a) != n or self._h != h or self._a is not a:
                raise RuntimeError("deque mutated during iteration")

    def _place(self, index):
        index = _as_index(index)
        h = self._h
        n = len(self._a)
        place = index + (h if index >= 0 else n)
        if h <= place < n:
            return place
        raise IndexError("deque index out of range")

    def __getitem__(self, index):
        if index.__class__ is int:
            h = self._h
            n = len(self._a)
            place = index + (h if index >= 0 else n)
            if h <= place < n:
                return self._a[place]
            raise IndexError("deque index out of range")
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        return self._a[self._place(index)]

    def __setitem__(self, index, value):
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        self._a[self._place(index)] = value

    def __delitem__(self, index):
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        del self._a[self._place(index)]

    def __contains__(self, value):
        a = self._a
        n = len(a)
        for item in self._list():
            if item is value or item == value:
                return True
            if len(a) != n or self._a is not a:
                raise RuntimeError("deque mutated during iteration")
        return False

    def __repr__(self):
        from _repr_guard import enter_repr, leave_repr
        if not enter_repr(self):
            return "[...]"
        try:
            if self._m is None:
                return f"{type(self).__name__}({list(self)!r})"
            return f"{type(self).__name__}({list(self)!r}, maxlen={self._m})"
        finally:
            leave_repr(self)

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self is other or self._list() == other._list()

    def __ne__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self is not other and self._list() != other._list()

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() < other._list()

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() <= other._list()

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() > other._list()

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() >= other._list()

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        new = self.copy()
        new.extend(other)
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        if not hasattr(type(count), "__index__"):
            return NotImplemented
        new = self.copy()
        new *= count
        return new

    __rmul__ = __mul__

    def __imul__(self, count):
        if not hasattr(type(count), "__index__"):
            return NotImplemented
        items = self._list() * count
        if self._m is not None and len(items) > self._m:
            items = items[len(items) - self._m:]
        self._a = items
        self._h = 0
        return self

    def __reduce__(self):
        state = getattr(self, "__dict__", None) or None
        if self._m is None:
            return type(self), (), state, iter(self)
        return type(self), ((), self._m), state, iter(self)

    __class_getitem__ = classmethod(type(list[int]))


# deque is a MutableSequence, whichever of the two modules is read first.
_abstract = __import__("sys").modules.get("_collections_abc")
if _abstract is not None:
    _abstract.MutableSequence.register(deque)
