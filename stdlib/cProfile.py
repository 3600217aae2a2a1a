"""Profiles of programs: how often each function is called, and how long it and what it calls take (library reference, "profile").

The calls are counted by _profiler, in C; pstats shows them.
"""
import _profiler
import profile as _profile

__all__ = ["run", "runctx", "Profile"]


def run(statement, filename=None, sort=-1):
    """Runs the statement in __main__; prints its statistics, or writes them into a file."""
    return _profile._run(Profile, statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same with namespaces of one's own."""
    return _profile._runctx(Profile, statement, globals, locals, filename, sort)


def _label(what):
    if isinstance(what, str):
        return "~", 0, what
    if hasattr(what, "co_filename"):
        return what.co_filename, what.co_firstlineno, what.co_name
    return "~", 0, _profile._native_name(what)


class _Row(tuple):
    """What getstats() tells of a function, or, without calls, of how another one has called it."""

    code, callcount, reccallcount, totaltime, inlinetime, calls = [property(lambda self, n=n: self[n]) for n in range(6)]


class Profile(_profile._Results):
    """Counts calls from enable() to disable()."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._profiler = _profiler.Profiler(timer, timeunit)
        self._subcalls, self._builtins = subcalls, builtins

    def enable(self, subcalls=None, builtins=None):
        """Begins to count."""
        self._profiler.enable(self._subcalls if subcalls is None else subcalls, self._builtins if builtins is None else builtins)

    def disable(self):
        """Ends counting."""
        self._profiler.disable()

    def clear(self):
        """Forgets what was counted."""
        self._profiler.clear()

    def getstats(self):
        """A list of what was counted of each function."""
        def shown(what):
            return what if hasattr(what, "co_filename") else _profile._native_name(what)
        return [_Row((shown(row[0]), *row[1:5], row[5] and [_Row((shown(part[0]), *part[1:])) for part in row[5]])) for row in self._profiler.rows()]

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        """Sets `stats` to what pstats takes: file, line, name -> calls that are not recursive, calls, own time, time, the same by callers (there all calls come first)."""
        self.stats = {}
        rows = self._profiler.rows()
        callers = {}
        for what, *_, parts in rows:
            for callee, calls, recursive, time, own in parts or ():
                by = callers.setdefault(_label(callee), {})
                number, plain, own_before, time_before = by.get(_label(what), (0, 0, 0, 0))
                by[_label(what)] = (number + calls, plain + calls - recursive, own_before + own, time_before + time)
        for what, calls, recursive, time, own, _ in rows:
            label = _label(what)
            plain, number, own_before, time_before, _ = self.stats.get(label, (0, 0, 0, 0, None))
            self.stats[label] = plain + calls - recursive, number + calls, own_before + own, time_before + time, callers.get(label, {})

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self._profiler.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        """Calls the function, and returns what it returns."""
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self._profiler.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self._profiler.disable()


def main():
    """python -m cProfile"""
    _profile._main(Profile, "cProfile")


if __name__ == "__main__":
    main()
