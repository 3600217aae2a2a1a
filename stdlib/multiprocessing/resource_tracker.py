"""Names of what outlives a process (shared memory...): what was registered and is still there at the end of the program is told of, and removed.

There is no process that watches: what a child registers, or a program that is killed, stays.
"""
import os
import warnings

__all__ = ["ensure_running", "register", "unregister"]

_HAVE_SIGMASK = True
_IGNORED_SIGNALS = (2, 15)


def _unlink_shared_memory(name):
    os.unlink("/dev/shm/" + name.lstrip("/"))


_CLEANUP_FUNCS = {"noop": lambda name: None, "shared_memory": _unlink_shared_memory, "semaphore": _unlink_shared_memory}


class ResourceTracker:
    def __init__(self):
        self._names, self._watched_by = {}, None

    def getfd(self):
        """The pipe of the watching process, which is not there."""
        self.ensure_running()
        return None

    def ensure_running(self):
        """The names are looked through at the end of the program."""
        if self._watched_by is None:
            import atexit
            self._watched_by = os.getpid()
            atexit.register(self._clean_up)

    def register(self, name, rtype):
        """Register name of resource with resource tracker."""
        self._check(name, rtype)
        self.ensure_running()
        self._names.setdefault(rtype, set()).add(name)

    def unregister(self, name, rtype):
        """Unregister name of resource with resource tracker."""
        self._check(name, rtype)
        self._names.get(rtype, set()).discard(name)

    def _check(self, name, rtype):
        if rtype not in _CLEANUP_FUNCS:
            raise ValueError(f"Cannot register {name} for automatic cleanup: unknown resource type {rtype}")
        if len(name) + len(rtype) > 493:  # what one write into a pipe is sure to hold
            raise ValueError("msg too long")

    def _clean_up(self):
        if self._watched_by != os.getpid():
            return
        for rtype, names in self._names.items():
            if names:
                warnings.warn(f"resource_tracker: There appear to be {len(names)} leaked {rtype} objects to clean up at shutdown")
            for name in sorted(names):
                try:
                    _CLEANUP_FUNCS[rtype](name)
                except Exception as e:
                    warnings.warn(f"resource_tracker: {name!r}: {e}")


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd
