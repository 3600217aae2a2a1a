"""The tracer's module: Typhon does not call back at each line, so that what would start tracing is refused by name (library reference, "trace")."""

__all__ = ["Trace", "CoverageResults"]


def _refused(name):
    raise NotImplementedError(f"trace.{name}(): Typhon has no tracing")


class CoverageResults:
    """How often lines were run: of files that were counted elsewhere."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.calledfuncs, self.callers = dict(calledfuncs or {}), dict(callers or {})
        self.infile, self.outfile = infile, outfile

    def update(self, other):
        """Adds the counts of others."""
        for key, count in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
        for key in other.calledfuncs:
            self.calledfuncs[key] = 1
        for key in other.callers:
            self.callers[key] = 1

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        _refused("CoverageResults.write_results")


class Trace:
    """Counts or shows lines that are run; refused when it is to begin."""

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None, outfile=None, timing=False):
        self.infile, self.outfile = infile, outfile
        self.counts = {}

    def run(self, cmd):
        _refused("Trace.run")

    def runctx(self, cmd, globals=None, locals=None):
        _refused("Trace.runctx")

    def runfunc(self, func, /, *args, **kw):
        _refused("Trace.runfunc")

    def results(self):
        """What was counted: nothing."""
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile)
