"""Iterator building blocks (library reference, "itertools").

Most are classes whose calls check their arguments at once and give a generator, the fastest iterator there is for code in Python.
"""
from sys import maxsize as _maxsize

__all__ = [
    "accumulate", "batched", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
    "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap", "takewhile", "tee", "zip_longest",
]
_missing = object()


def _index(value, message=None):
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(message or f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


class count:
    """Return a count object whose .__next__() method returns consecutive values."""

    __slots__ = ("_next", "_step")

    def __init__(self, start=0, step=1):
        if not (hasattr(start, "__add__") and hasattr(start, "__sub__")) or isinstance(start, (str, list, tuple)):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step.__class__ is int and self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"

    def __reduce__(self):
        if self._step.__class__ is int and self._step == 1:
            return count, (self._next,)
        return count, (self._next, self._step)

    def __copy__(self):
        return count(self._next, self._step)


class repeat:
    """repeat(object [,times]) -> create an iterator which returns the object the given number of times, or endlessly."""

    __slots__ = ("_object", "_times")

    def __init__(self, object, times=None):
        self._object = object
        self._times = None if times is None else max(_index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        times = self._times
        if times is not None:
            if not times:
                raise StopIteration
            self._times = times - 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._times})"

    def __reduce__(self):
        return repeat, (self._object,) if self._times is None else (self._object, self._times)

    def __copy__(self):
        return repeat(self._object) if self._times is None else repeat(self._object, self._times)


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


class cycle:
    """Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely."""

    def __new__(cls, iterable, /):
        return _cycle(iter(iterable))


def _accumulate(iterator, func, total):
    if total is _missing:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


class accumulate:
    """Return series of accumulated sums (or other binary function results)."""

    def __new__(cls, iterable, func=None, *, initial=None):
        return _accumulate(iter(iterable), func, _missing if initial is None else initial)


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


class chain:
    """chain(*iterables) --> one iterator over the elements of all iterables, in order"""

    def __new__(cls, *iterables):
        return _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        """Alternative chain() constructor taking a single iterable argument that evaluates lazily."""
        return _chain(iter(iterable))

    __class_getitem__ = classmethod(type(list[int]))


def _compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


class compress:
    """Return data elements corresponding to true selector elements."""

    def __new__(cls, data, selectors):
        return _compress(iter(data), iter(selectors))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


class dropwhile:
    """Drop items from the iterable while predicate(item) is true. Afterwards, return every element until the iterable is exhausted."""

    def __new__(cls, predicate, iterable, /):
        return _dropwhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class takewhile:
    """Return successive entries from an iterable as long as the predicate evaluates to true for each entry."""

    def __new__(cls, predicate, iterable, /):
        return _takewhile(predicate, iter(iterable))


def _filterfalse(function, iterator):
    if function is None or function is bool:
        for item in iterator:
            if not item:
                yield item
    else:
        for item in iterator:
            if not function(item):
                yield item


class filterfalse:
    """Return those items of iterable for which function(item) is false."""

    def __new__(cls, function, iterable, /):
        return _filterfalse(function, iter(iterable))


class groupby:
    """make an iterator that returns consecutive keys and groups from the iterable"""

    __slots__ = ("_iterator", "_key", "_target", "_current_key", "_value", "_group")

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._target = self._current_key = self._value = _missing
        self._group = None

    def __iter__(self):
        return self

    def _step(self):
        value = next(self._iterator)
        self._current_key = value if self._key is None else self._key(value)
        self._value = value

    def __next__(self):
        self._group = None
        while self._current_key is _missing or self._target is not _missing and self._current_key == self._target:
            self._step()
        self._target = self._current_key
        self._group = group = _grouper(self, self._target)
        return self._target, group


class _grouper:
    __slots__ = ("_parent", "_target")

    def __init__(self, parent, target):
        self._parent = parent
        self._target = target

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        value = parent._value
        if value is _missing:
            parent._step()
            value = parent._value
        if parent._current_key != self._target:
            raise StopIteration
        parent._value = _missing
        return value


def _islice(iterator, start, stop, step):
    # Items are consumed up to `stop`, not further.
    at = 0
    if start:
        for _ in iterator:
            at += 1
            if at == start:
                break
        else:
            return
    if stop is None:
        if step == 1:
            yield from iterator
            return
        wait = 0
        for item in iterator:
            if not wait:
                yield item
                wait = step
            wait -= 1
        return
    wanted = start
    while wanted < stop:
        while at < wanted:
            for _ in iterator:
                break
            else:
                return
            at += 1
        for item in iterator:
            break
        else:
            return
        at += 1
        wanted += step
        yield item
    while at < stop:
        for _ in iterator:
            break
        else:
            return
        at += 1


class islice:
    """islice(iterable, stop) or islice(iterable, start, stop[, step]) --> an iterator over the selected items"""

    def __new__(cls, iterable, /, *args):
        if not args or len(args) > 3:
            raise TypeError(f"islice expected at {'least 2' if not args else 'most 4'} arguments, got {len(args) + 1}")
        if len(args) == 1:
            stop = _slice_number(args[0], "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", None)
            return _islice(iter(iterable), 0, stop, 1)
        message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        start = _slice_number(args[0], message, 0)
        stop = _slice_number(args[1], "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", None, message)
        step = 1
        if len(args) == 3 and args[2] is not None:
            message = "Step for islice() must be a positive integer or None."
            step = _slice_number(args[2], message, 1)
            if not step:
                raise ValueError(message)
        return _islice(iter(iterable), start, stop, step)


def _slice_number(value, message, default, range_message=None):
    if value is None:
        return default
    try:
        value = _index(value)
    except TypeError:
        raise ValueError(message) from None
    if not 0 <= value <= _maxsize:
        raise ValueError(range_message or message)
    return value


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args)


class starmap:
    """Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence."""

    def __new__(cls, function, iterable, /):
        return _starmap(function, iter(iterable))


class _tee:
    # All copies walk one chain of cells [item, next cell]; the last cell is empty until somebody reads on.
    __slots__ = ("_iterator", "_cell")

    def __init__(self, iterator, cell):
        self._iterator = iterator
        self._cell = cell

    def __iter__(self):
        return self

    def __next__(self):
        cell = self._cell
        if not cell:
            item = next(self._iterator)
            cell.append(item)
            cell.append([])
        item, self._cell = cell
        return item

    def __copy__(self):
        return _tee(self._iterator, self._cell)


def tee(iterable, n=2, /):
    "Returns a tuple of n independent iterators."
    n = _index(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if not n:
        return ()
    if isinstance(iterable, _tee):
        iterator, cell = iterable._iterator, iterable._cell
    else:
        iterator, cell = iter(iterable), []
    return tuple([_tee(iterator, cell) for _ in range(n)])


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    if not active:
        return
    ended = [False] * active
    while True:
        row = []
        for i, iterator in enumerate(iterators):
            if ended[i]:
                row.append(fillvalue)
                continue
            item = next(iterator, _missing)
            if item is _missing:
                active -= 1
                if not active:
                    return
                ended[i] = True
                item = fillvalue
            row.append(item)
        yield tuple(row)


class zip_longest:
    """Return a zip_longest object whose .__next__() method returns tuples, the shorter iterables filled up with fillvalue."""

    def __new__(cls, *iterables, fillvalue=None):
        return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _product(pools):
    if not pools:
        yield ()
        return
    if not all(pools):
        return
    if len(pools) == 1:
        for item in pools[0]:
            yield (item,)
        return
    if len(pools) == 2:
        second = pools[1]
        for a in pools[0]:
            for b in second:
                yield (a, b)
        return
    n = len(pools)
    sizes = [len(pool) for pool in pools]
    places = [0] * n
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        for i in range(n - 1, -1, -1):
            place = places[i] + 1
            if place < sizes[i]:
                places[i] = place
                row[i] = pools[i][place]
                break
            places[i] = 0
            row[i] = pools[i][0]
        else:
            return


class product:
    """Cartesian product of input iterables. Equivalent to nested for-loops."""

    def __new__(cls, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        return _product([tuple(iterable) for iterable in iterables] * repeat)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple(pool[:r])
    while n:
        for i in range(r - 1, -1, -1):
            cycles[i] -= 1
            if not cycles[i]:
                indices.append(indices.pop(i))
                cycles[i] = n - i
            else:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
        else:
            return


class permutations:
    """Return successive r-length permutations of elements in the iterable."""

    def __new__(cls, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        else:
            if not isinstance(r, int):
                raise TypeError("Expected int as r")
            if r < 0:
                raise ValueError("r must be non-negative")
        return _permutations(pool, r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[i] for i in indices])
        for i in range(r - 1, -1, -1):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1


class combinations:
    """Return successive r-length combinations of elements in the iterable."""

    def __new__(cls, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        return _combinations(pool, r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        for i in range(r - 1, -1, -1):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)


class combinations_with_replacement:
    """Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats."""

    def __new__(cls, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        return _combinations_with_replacement(pool, r)


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


class pairwise:
    """Return an iterator of overlapping pairs taken from the input iterator."""

    def __new__(cls, iterable, /):
        return _pairwise(iter(iterable))


def _batched(iterator, n):
    batch = []
    append = batch.append
    for item in iterator:
        append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


class batched:
    """Batch data into tuples of length n. The last batch may be shorter than n."""

    def __new__(cls, iterable, n):
        n = _index(n)
        if n < 1:
            raise ValueError("n must be at least one")
        return _batched(iter(iterable), n)
