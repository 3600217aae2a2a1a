"""How much memory a program takes (library reference, "tracemalloc").

Where it was allocated is not kept: a snapshot has one trace, for all that was allocated since start(), at the place "<unknown>" line 0, which is what
CPython calls memory without a place.

    trace (domain, size, frames, how many there were) -> grouped by line, file or traceback: statistics -> compared: differences
"""
import gc as _gc
from collections.abc import Sequence as _Sequence
from functools import total_ordering as _total_ordering
from _runtime import heap_bytes as _heap_bytes

_limit = 0  # frames asked for; 0: not tracing
_base = _mapped = _peak = 0


def _in_use():
    _gc.collect()  # what is dead counts for nothing; it is given back when the next collection begins at the latest
    _gc.collect()
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


# ---- snapshots

def take_snapshot():
    """What there is now."""
    if not _limit:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    size = get_traced_memory()[0]
    return Snapshot([(0, size, (("<unknown>", 0),), 1)] if size else [], get_traceback_limit())


def _format_size(size, sign):
    plus = "+" if sign else ""
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(size) < 100 and unit != "B":
            return f"{size:{plus}.1f} {unit}"
        if abs(size) < 10 * 1024 or unit == "TiB":
            return f"{size:{plus}.0f} {unit}"
        size /= 1024


@_total_ordering
class Frame:
    """A line of a file."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return f"{self.filename}:{self.lineno}"

    def __repr__(self):
        return f"<Frame filename={self.filename!r} lineno={self.lineno!r}>"


@_total_ordering
class Traceback(_Sequence):
    """Frames, the oldest first."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        _Sequence.__init__(self)
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(frame) for frame in self._frames[index])
        return Frame(self._frames[index])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = "" if self._total_nframe is None else f" total_nframe={self._total_nframe}"
        return f"<Traceback {tuple(self)}{total}>"

    def format(self, limit=None, most_recent_first=False):
        """Lines as the traceback module has them; a positive limit takes that many of the newest, a negative one of the oldest."""
        import linecache
        frames = self[:]
        if limit is not None:
            frames = self[-limit:] if limit > 0 else self[:limit]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            line = linecache.getline(frame.filename, frame.lineno).strip()
            if line:
                lines.append("    " + line)
        return lines


class Trace:
    """A block of memory."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return f"{self.traceback}: {_format_size(self.size, False)}"

    def __repr__(self):
        return f"<Trace domain={self.domain} size={_format_size(self.size, False)}, traceback={self.traceback!r}>"


class _Traces(_Sequence):
    """The traces of a snapshot, made one by one."""

    def __init__(self, traces):
        _Sequence.__init__(self)
        self._traces = traces

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(trace) for trace in self._traces[index])
        return Trace(self._traces[index])

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented

    def __repr__(self):
        return f"<Traces len={len(self)}>"


class Statistic:
    """Memory of one place: bytes and blocks."""

    __slots__ = "traceback", "size", "count"

    def __init__(self, traceback, size, count):
        self.traceback, self.size, self.count = traceback, size, count

    def _fields(self):
        return self.traceback, self.size, self.count

    def __hash__(self):
        return hash(self._fields())

    def __eq__(self, other):
        return self._fields() == other._fields() if isinstance(other, Statistic) else NotImplemented

    def __str__(self):
        average = f", average={_format_size(self.size / self.count, False)}" if self.count else ""
        return f"{self.traceback}: size={_format_size(self.size, False)}, count={self.count}{average}"

    def __repr__(self):
        return f"<Statistic traceback={self.traceback!r} size={self.size} count={self.count}>"

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff:
    """The same, and how it has changed."""

    __slots__ = "traceback", "size", "size_diff", "count", "count_diff"

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback, self.size, self.size_diff, self.count, self.count_diff = traceback, size, size_diff, count, count_diff

    def _fields(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._fields())

    def __eq__(self, other):
        return self._fields() == other._fields() if isinstance(other, StatisticDiff) else NotImplemented

    def __str__(self):
        average = f", average={_format_size(self.size / self.count, False)}" if self.count else ""
        return (f"{self.traceback}: size={_format_size(self.size, False)} ({_format_size(self.size_diff, True)}), count={self.count} ({self.count_diff:+d})"
                f"{average}")

    def __repr__(self):
        return f"<StatisticDiff traceback={self.traceback!r} size={self.size} ({self.size_diff:+d}) count={self.count} ({self.count_diff:+d})>"

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


def _source_name(filename):
    return filename[:-1] if filename.endswith(".pyc") else filename


class Filter(BaseFilter):
    """Takes, or leaves out, memory of files whose names match a pattern."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = _source_name(filename_pattern)
        self.lineno, self.all_frames, self.domain = lineno, all_frames, domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _match(self, trace):
        import fnmatch
        domain, _, frames, _ = trace
        found = any(fnmatch.fnmatch(_source_name(name), self._filename_pattern) and self.lineno in (None, line)
                    for name, line in (frames if self.all_frames else frames[:1]))
        if not self.inclusive:
            return not found or self.domain is not None and domain != self.domain
        return found and self.domain in (None, domain)


class DomainFilter(BaseFilter):
    """Takes, or leaves out, memory of one address space."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self._domain) == bool(self.inclusive)


class Snapshot:
    """What was allocated at one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def dump(self, filename):
        """Writes the snapshot into a file."""
        import pickle
        with open(filename, "wb") as file:
            pickle.dump(self, file, pickle.HIGHEST_PROTOCOL)

    @staticmethod
    def load(filename):
        """The snapshot of a file."""
        import pickle
        with open(filename, "rb") as file:
            return pickle.load(file)

    def filter_traces(self, filters):
        """A snapshot of what one of the inclusive filters takes and no other leaves out."""
        if not isinstance(filters, (list, tuple, set, frozenset)) and not hasattr(type(filters), "__iter__"):
            raise TypeError(f"filters must be a list of filters, not {type(filters).__name__}")
        taking = [f for f in filters if f.inclusive]
        leaving = [f for f in filters if not f.inclusive]
        traces = [trace for trace in self.traces._traces
                  if (not taking or any(f._match(trace) for f in taking)) and all(f._match(trace) for f in leaving)]
        return Snapshot(traces, self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError(f"cumulative mode cannot by used with key type {key_type!r}")
        groups = {}
        for _, size, frames, total in self.traces._traces:
            if key_type == "traceback":
                keys = [frames]
            else:
                keys = [((name, line if key_type == "lineno" else 0),) for name, line in (frames if cumulative else frames[:1])]
            for key in keys:
                group = groups.get(key)
                if group is None:
                    groups[key] = Statistic(Traceback(key), size, 1)
                else:
                    group.size += size
                    group.count += 1
        return {group.traceback: group for group in groups.values()}

    def statistics(self, key_type, cumulative=False):
        """Statistics by "filename", "lineno" or "traceback", the largest first; cumulative: of all frames, not only the newest."""
        return sorted(self._group_by(key_type, cumulative).values(), key=Statistic._sort_key, reverse=True)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """How this differs from an older snapshot, the largest differences first."""
        new, old = self._group_by(key_type, cumulative), old_snapshot._group_by(key_type, cumulative)
        differences = []
        for traceback in [*new, *(place for place in old if place not in new)]:
            now = new.get(traceback) or Statistic(traceback, 0, 0)
            before = old.get(traceback) or Statistic(traceback, 0, 0)
            differences.append(StatisticDiff(traceback, now.size, now.size - before.size, now.count, now.count - before.count))
        return sorted(differences, key=StatisticDiff._sort_key, reverse=True)
