"""How long small pieces of code take (library reference, "timeit").

Usage: python -m timeit [-n N] [-r N] [-s S] [-p] [-u UNIT] [-v] [-h] [--] [statement]
  -n, --number N        how often to execute the statement (default: often enough to take 0.2 seconds)
  -r, --repeat N        how often to measure (default 5)
  -s, --setup S         a statement to be executed once before each measurement (default "pass")
  -p, --process         measure the time of this process, not the clock's
  -u, --unit UNIT       show times in nsec, usec, msec or sec
  -v, --verbose         show each measurement; twice: with more digits
  -h, --help            show this
A statement of several lines is given as several arguments; so is a setup, with several -s.
"""
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number, default_repeat = 1000000, 5
_NAME = "<timeit-src>"
_LONG_ENOUGH = 0.2


def reindent(src, indent):
    """The lines after the first moved to the right."""
    return src.replace("\n", "\n" + indent * " ")


class Timer:
    """Measures a statement, source or a callable, after a setup of the same kind.

    Both are put into a function with a loop: their names are local to it, and the loop costs little.
    """

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = dict(globals or {})
        lines = {}
        for name, code, indent in ("setup", setup, 4), ("stmt", stmt, 8):
            if isinstance(code, str):
                # On its own first, so that a mistake is shown as one of this code.
                compile(f"{setup}\n{code}" if name == "stmt" and isinstance(setup, str) else code, _NAME, "exec")
                lines[name] = reindent(code, indent)
            elif callable(code):
                names["_" + name] = code
                lines[name] = f"_{name}()"
            else:
                raise ValueError(f"{name} is neither a string nor callable")
        self.src = "\n".join(("def inner(_it, _timer):", f"    {lines['setup']}", "    _begin = _timer()", "    for _ in _it:", f"        {lines['stmt']}",
                              "        pass", "    return _timer() - _begin", ""))
        exec(compile(self.src, _NAME, "exec"), names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        """Show the exception being handled, with the lines of what was measured."""
        import linecache, traceback
        linecache.cache[_NAME] = len(self.src), None, self.src.split("\n"), _NAME
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """How long it takes to execute the statement so often, in seconds."""
        return self.inner(itertools.repeat(None, number), self.timer)  # what is collected meanwhile is what the statement leaves: part of its cost

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit() several times: a list."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """timeit() with 1, 2, 5, 10, 20 ... until that takes long enough: (number, seconds)."""
        for number in (digit * 10 ** power for power in itertools.count() for digit in (1, 2, 5)):
            taken = self.timeit(number)
            if callback:
                callback(number, taken)
            if taken >= _LONG_ENOUGH:
                return number, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Timer.timeit() of a new Timer."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Timer.repeat() of a new Timer."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


# ---- the command

_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _options(args):
    "The options and the rest, or an exit status."
    import getopt
    try:
        found, rest = getopt.getopt(args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    options = {"timer": default_timer, "number": 0, "repeat": default_repeat, "setup": [], "unit": None, "digits": 3, "verbose": 0}
    for option, value in found:
        letter = option.lstrip("-")[0]
        if letter == "n":
            options["number"] = int(value)
        elif letter == "s":
            options["setup"].append(value)
        elif letter == "u":
            if value not in _UNITS:
                import sys
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            options["unit"] = value
        elif letter == "r":
            options["repeat"] = max(int(value), 1)
        elif letter == "p":
            options["timer"] = time.process_time
        elif letter == "v":
            options["digits"] += options["verbose"] > 0
            options["verbose"] += 1
        else:
            print(__doc__, end=" ")
            return 0
    return options, rest


def main(args=None, *, _wrap_timer=None):
    """Run as a command: an exit status, None when all was well."""
    import os, sys
    sys.path.insert(0, os.curdir)  # what is measured may be here
    parsed = _options(sys.argv[1:] if args is None else args)
    if isinstance(parsed, int):
        return parsed
    options, statement = parsed
    clock = options["timer"] if _wrap_timer is None else _wrap_timer(options["timer"])
    timer = Timer("\n".join(statement) or "pass", "\n".join(options["setup"]) or "pass", clock)
    number, digits, verbose = options["number"], options["digits"], options["verbose"]

    def shown(seconds):
        unit = options["unit"] or next((name for name in ("sec", "msec", "usec") if seconds >= _UNITS[name]), "nsec")
        return f"{seconds / _UNITS[unit]:.{digits}g} {unit}"

    def tell_attempt(number, taken):
        print(f"{number} loop{'s' * (number != 1)} -> {taken:.{digits}g} secs")
    try:
        if not number:
            number, _ = timer.autorange(tell_attempt if verbose else None)
            if verbose:
                print()
        taken = timer.repeat(options["repeat"], number)
    except:
        timer.print_exc()
        return 1
    if verbose:
        print(f"raw times: {', '.join(map(shown, taken))}\n")
    times = [each / number for each in taken]
    best, worst = min(times), max(times)
    print(f"{number} loop{'s' * (number != 1)}, best of {options['repeat']}: {shown(best)} per loop")
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(f"The test results are likely unreliable. The worst time ({shown(worst)}) was more than four times slower than the best time "
                               f"({shown(best)}).", UserWarning, "", 0)
    return None


if __name__ == "__main__":
    import sys
    sys.exit(main())
