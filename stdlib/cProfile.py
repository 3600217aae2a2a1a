"""The same for module cProfile: see profile.py."""
import profile as _profile

__all__ = ["run", "runctx", "Profile"]


def _refused(name):
    raise NotImplementedError(f"cProfile.{name}(): Typhon has no profiler (typhon run --heap-stats and module timeit measure)")


def run(statement, filename=None, sort=-1):
    """Refused."""
    _refused("run")


def runctx(statement, globals, locals, filename=None, sort=-1):
    """Refused."""
    _refused("runctx")


class Profile(_profile.Profile):
    """Statistics of calls; none are counted."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        super().__init__(timer)

    def enable(self, subcalls=True, builtins=True):
        _refused("Profile.enable")

    def disable(self):
        """Nothing to end."""

    def clear(self):
        """Nothing to forget."""

    def getstats(self):
        return []

    def run(self, cmd):
        _refused("Profile.run")

    def runctx(self, cmd, globals, locals):
        _refused("Profile.runctx")

    def runcall(self, func, /, *args, **kw):
        _refused("Profile.runcall")

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()
