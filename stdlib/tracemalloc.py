"""How much memory a program takes (library reference, "tracemalloc"). Where it was allocated is not kept: take_snapshot() says so."""
import gc as _gc
from _runtime import heap_bytes as _heap_bytes

_limit = 0  # frames asked for; 0: not tracing
_base = _mapped = _peak = 0


def _in_use():
    _gc.collect()  # what is dead counts for nothing
    return _heap_bytes()[0]


def start(nframe=1):
    """Begins to count."""
    global _limit, _base
    if not 1 <= nframe <= 65535:
        raise ValueError("the number of frames must be in range [1; 65535]")
    if not _limit:
        _base = _in_use()
        reset_peak()
    _limit = nframe


def stop():
    """Ends counting, and forgets."""
    global _limit
    _limit = 0


def is_tracing():
    """Whether memory is counted."""
    return _limit > 0


def get_traceback_limit():
    """How many frames were asked for."""
    return _limit or 1


def get_traced_memory():
    """(bytes taken since start(), the most there were since then or since reset_peak()). The second is what the heap was grown to."""
    global _peak
    if not _limit:
        return 0, 0
    current = max(0, _in_use() - _base)
    mapped = _heap_bytes()[1]
    _peak = max(_peak, current, mapped - _base if mapped > _mapped else 0)
    return current, _peak


def reset_peak():
    """The most there were is what there is."""
    global _peak, _mapped
    _peak, _mapped = 0, _heap_bytes()[1]


def clear_traces():
    """Counts from here on."""
    global _base
    if _limit:
        _base = _in_use()
        reset_peak()


def get_tracemalloc_memory():
    """The bytes that counting takes itself."""
    return 0


def get_object_traceback(obj):
    """None: where an object was allocated is not kept."""
    return None


def take_snapshot():
    """Refuses."""
    if not _limit:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    raise NotImplementedError("Typhon does not keep where memory was allocated; tracemalloc.get_traced_memory() says how much there is")
