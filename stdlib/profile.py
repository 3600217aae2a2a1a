"""Profiles of programs, counted in Python: for other clocks, and for what derives from it; cProfile is faster (library reference, "profile")."""
import sys
import time
import marshal

__all__ = ["run", "runctx", "Profile"]


# ---- what cProfile has, too

def _run(kind, statement, filename, sort):
    import __main__
    return _runctx(kind, statement, __main__.__dict__, __main__.__dict__, filename, sort)


def _runctx(kind, statement, globals, locals, filename, sort):
    profile = kind()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        if filename is not None:
            profile.dump_stats(filename)
        else:
            profile.print_stats(sort)


def _class_name(kind):
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _native_name(what):
    owner = getattr(what, "__self__", None)
    if hasattr(what, "__objclass__"):
        return f"<method {what.__name__!r} of {_class_name(what.__objclass__)!r} objects>"
    if owner is None or type(owner).__name__ == "module":
        return f"<built-in method {getattr(what, '__module__', None) or 'builtins'}.{what.__name__}>"
    if isinstance(owner, type):
        return f"<built-in method {what.__name__}>"
    return f"<method {what.__name__!r} of {_class_name(type(owner))!r} objects>"


class _Results:
    """What can be done with statistics, and how they are made."""

    def print_stats(self, sort=-1):
        """Prints a table of what was counted."""
        import pstats
        if not isinstance(sort, tuple):
            sort = (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*sort).print_stats()

    def dump_stats(self, file):
        """Writes what was counted into a file that pstats reads."""
        with open(file, "wb") as stream:
            self.create_stats()
            marshal.dump(self.stats, stream)

    def run(self, cmd):
        """Runs the statement in __main__."""
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)


def _main(kind, name):
    import argparse
    import os
    import runpy
    import pstats
    orders = list(pstats.Stats.sort_arg_dict_default)
    parser = argparse.ArgumentParser(prog=f"{name}.py", usage=f"{name}.py [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...")
    parser.add_argument("-o", "--outfile", help="Save stats to <outfile>")
    parser.add_argument("-s", "--sort", default=-1, help="Sort order when printing to stdout, based on pstats.Stats class", choices=[*orders, *map(str, range(-1, 3))])
    parser.add_argument("-m", dest="module", action="store_true", help="Profile a library module")
    parser.add_argument("args", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.args:
        parser.print_usage()
        raise SystemExit(2)
    sort = int(options.sort) if str(options.sort).lstrip("-").isdigit() else options.sort
    outfile = options.outfile and os.path.abspath(options.outfile)
    sys.argv[:] = options.args
    program = options.args[0]
    if options.module:
        names = {"run_module": runpy.run_module, "modname": program}
        code = "run_module(modname, run_name='__main__')"
    else:
        sys.path.insert(0, os.path.dirname(program))
        with open(program, "rb") as file:
            code = compile(file.read(), program, "exec")
        names = {"__file__": program, "__name__": "__main__", "__package__": None, "__cached__": None}
    try:
        _runctx(kind, code, names, None, outfile, sort)
    except BrokenPipeError as error:
        sys.stdout = None
        raise SystemExit(error.errno)


# ---- the profiler

def run(statement, filename=None, sort=-1):
    """Runs the statement in __main__; prints its statistics, or writes them into a file."""
    return _run(Profile, statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same with namespaces of one's own."""
    return _runctx(Profile, statement, globals, locals, filename, sort)


class _Call:
    """A call under way."""

    __slots__ = "label", "start", "inner"

    def __init__(self, label, start):
        self.label, self.start, self.inner = label, start, 0


class Profile(_Results):
    """Counts calls by a function for sys.setprofile(). Of the time `bias` is taken off at each event."""

    bias = 0

    def __init__(self, timer=None, bias=None):
        self.timer = timer or time.process_time
        if bias is not None:
            self.bias = bias
        self._calls = []
        self._under_way = {}
        self._counted = {}

    def _time(self):
        now = self.timer()
        return now if isinstance(now, (int, float)) else sum(now)

    def _dispatch(self, frame, event, arg):
        if event == "call":
            code = frame.f_code
            self._begin((code.co_filename, code.co_firstlineno, code.co_name))
        elif event == "c_call":
            self._begin(("", 0, arg.__name__))
        else:
            self._end()

    def _begin(self, label):
        self._under_way[label] = self._under_way.get(label, 0) + 1
        self._calls.append(_Call(label, self._time()))

    def _end(self):
        if not self._calls:
            return
        now = self._time() - self.bias
        call = self._calls.pop()
        label, all_time = call.label, now - call.start
        self._under_way[label] -= 1
        is_plain = not self._under_way[label]
        counts = self._counted.setdefault(label, [0, 0, 0, 0, {}])
        counts[0] += is_plain
        counts[1] += 1
        counts[2] += all_time - call.inner
        counts[3] += all_time * is_plain
        if self._calls:
            caller = self._calls[-1]
            caller.inner += all_time
            counts[4][caller.label] = counts[4].get(caller.label, 0) + 1

    def create_stats(self):
        """Sets `stats` to what pstats takes; of callers it knows how often they did."""
        while self._calls:
            self._end()
        self.stats = {label: (*counts[:4], counts[4].copy()) for label, counts in self._counted.items()}

    def runctx(self, cmd, globals, locals):
        sys.setprofile(self._dispatch)
        try:
            exec(cmd, globals, locals)
        finally:
            sys.setprofile(None)
        return self

    def runcall(self, func, /, *args, **kw):
        """Calls the function, and returns what it returns."""
        sys.setprofile(self._dispatch)
        try:
            return func(*args, **kw)
        finally:
            sys.setprofile(None)

    def calibrate(self, m, verbose=0):
        """What one event costs of the timer's time: a value for `bias`."""
        def called():
            pass

        def calls():
            for _ in range(m):
                called()
        start = self._time()
        calls()
        plain = self._time() - start
        other = Profile(self.timer, 0)
        start = self._time()
        other.runcall(calls)
        cost = max(0, self._time() - start - plain) / (2 * m)
        if verbose:
            print("plain", plain, "cost of an event", cost)
        return cost


def main():
    """python -m profile"""
    _main(Profile, "profile")


if __name__ == "__main__":
    main()
