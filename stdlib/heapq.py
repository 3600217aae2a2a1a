"""Heap queue, the priority queue algorithm (library reference, "heapq"): heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""
from itertools import islice as _islice
from _operator import itemgetter as _itemgetter
from _heapq import _heapify_max, _heappop_max, _heapreplace_max, _select, heapify, heappop, heappush, heappushpop, heapreplace

_first = _itemgetter(0)
__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


class _Reversed:
    # An item whose order is turned round.
    __slots__ = ("key",)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key

    def __eq__(self, other):
        return self.key == other.key


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.'''
    heap = []
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        k = value if key is None else key(value)
        heap.append([_Reversed(k) if reverse else k, order, value, step])
    heapify(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[2]
                value = entry[2] = entry[3]()
                k = value if key is None else key(value)
                entry[0] = _Reversed(k) if reverse else k
                heapreplace(heap, entry)
        except StopIteration:
            heappop(heap)
    if heap:
        _, _, value, step = heap[0]
        yield value
        yield from step.__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset. Equivalent to:  sorted(iterable, key=key)[:n]"""
    if n == 1:
        found = min(iterable) if key is None and type(iterable) is list and iterable else min(iterable, default=_nothing, key=key)
        return [] if found is _nothing else [found]
    _check(n, iterable)
    if n <= 0:
        return []
    return key is None and _select(items := list(iterable), n, False) or _leading(n, items if key is None else iterable, key, False)


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset. Equivalent to:  sorted(iterable, key=key, reverse=True)[:n]"""
    if n == 1:
        found = max(iterable) if key is None and type(iterable) is list and iterable else max(iterable, default=_nothing, key=key)
        return [] if found is _nothing else [found]
    _check(n, iterable)
    if n <= 0:
        return []
    return key is None and _select(items := list(iterable), n, True) or _leading(n, items if key is None else iterable, key, True)


_nothing = object()


def _leading(n, iterable, key, reverse):
    """sorted(iterable, key=key, reverse=reverse)[:n], a part after the other: of the later parts only what goes before the last of the n found so far is sorted."""
    if not isinstance(n, int):
        return sorted(iterable, key=key, reverse=reverse)[:n]
    items, size = iter(iterable), max(2 * n, 500)
    first = max(2 * n, 32)  # of the first part all are sorted, by keys that tuples hold
    part = list(_islice(items, first))
    if len(part) < first:
        return sorted(part, key=key, reverse=reverse)[:n]
    keys = part if key is None else list(map(key, part))
    best = sorted(zip(keys, part), key=_first, reverse=reverse)[:n]
    while part := list(_islice(items, size)):
        bound = best[-1][0]
        pairs = zip(part if key is None else map(key, part), part)
        best += [pair for pair in pairs if bound < pair[0]] if reverse else [pair for pair in pairs if pair[0] < bound]
        if len(best) > n:
            best.sort(key=_first, reverse=reverse)
            del best[n:]
    return [item for _, item in best]


def _check(n, iterable):
    "TypeError for what is no number or cannot be iterated over."
    try:
        if n >= len(iterable):
            return
    except (TypeError, AttributeError):
        if not hasattr(n, "__ge__") or not isinstance(n, (int, float)) and hasattr(iterable, "__len__"):
            raise
    iter(iterable)
    range(n)
