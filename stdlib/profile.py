"""The profiler's module: Typhon does not call back at each call, so that what would start profiling is refused by name (library reference, "profile").

Importing it, making a Profile and showing statistics that CPython has written (module pstats) work.
"""
import marshal

__all__ = ["run", "runctx", "Profile"]


def _refused(name):
    raise NotImplementedError(f"profile.{name}(): Typhon has no profiler (typhon run --heap-stats and module timeit measure)")


def run(statement, filename=None, sort=-1):
    """Refused."""
    _refused("run")


def runctx(statement, globals, locals, filename=None, sort=-1):
    """Refused."""
    _refused("runctx")


class Profile:
    """Statistics of calls; none are counted."""

    def __init__(self, timer=None, bias=None):
        self.timer, self.bias = timer, bias
        self.stats = {}

    def run(self, cmd):
        _refused("Profile.run")

    def runctx(self, cmd, globals, locals):
        _refused("Profile.runctx")

    def runcall(self, func, /, *args, **kw):
        _refused("Profile.runcall")

    def calibrate(self, m, verbose=0):
        _refused("Profile.calibrate")

    def create_stats(self):
        """There are none."""

    def print_stats(self, sort=-1):
        import pstats
        pstats.Stats(self).strip_dirs().sort_stats(sort).print_stats()

    def dump_stats(self, file):
        with open(file, "wb") as stream:
            self.create_stats()
            marshal.dump(self.stats, stream)
