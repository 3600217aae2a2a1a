"""Process: a function that runs in a child."""
import itertools
import os
import sys
import time

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

_counter = itertools.count(1)
_children = set()
try:
    ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
    ORIGINAL_DIR = None


class AuthenticationString(bytes):
    """A key by which processes know each other. It is handed to children only."""

    def __reduce__(self):
        from .context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(self),)


class _End:
    """An end of a pipe that tells whether another process lives: the other end closes with it."""

    def __init__(self, fd):
        self.fd = fd

    def close(self):
        if self.fd is not None:
            fd, self.fd = self.fd, None
            os.close(fd)

    __del__ = close


class BaseProcess:
    """Process objects represent activity that is run in a separate process."""

    _start_method = None  # fork, or what a subclass says
    _sentinel = _lifeline = None
    _sentinel_is_known = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._identity = _current._identity + (next(_counter),)
        self._daemonic = _current._daemonic if daemon is None else daemon
        self._parent_pid = os.getpid()
        self._parent_name = _current._name
        self._pid = None
        self._returncode = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join(str(i) for i in self._identity)
        self._config = _current._config.copy()

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def __repr__(self):
        if self is _current:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._pid is None:
            status = "initial"
        else:
            self._poll()
            status = "started" if self._returncode is None else "stopped"
        parts = [type(self).__name__, "name=%r" % self._name]
        if self._pid is not None:
            parts.append("pid=%s" % self._pid)
        if self._parent_pid is not None:
            parts.append("parent=%s" % self._parent_pid)
        parts.append(status)
        if self._returncode is not None:
            code = self._returncode
            if code < 0:
                import signal
                try:
                    code = "-" + signal.Signals(-code).name
                except ValueError:
                    pass
            parts.append("exitcode=%s" % code)
        if self._daemonic:
            parts.append("daemon")
        return "<%s>" % " ".join(parts)

    def run(self):
        """Method to be run in sub-process; can be overridden in sub-class"""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start child process"""
        self._check_closed()
        assert self._pid is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
        assert not _current._daemonic, "daemonic processes are not allowed to have children"
        for child in list(_children):
            child._poll()
        method = self._method()
        if method is None or method == "fork":
            self._fork()
        else:
            from .spawn import start
            start(self, method)
        _children.add(self)
        _register_exit()
        del self._target, self._args, self._kwargs

    def _method(self):
        return self._start_method

    def _fork(self):
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (AttributeError, ValueError):
                pass
        sentinel, held_by_child = os.pipe()
        parents_end, held_by_parent = os.pipe()
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                os.close(sentinel)
                os.close(held_by_parent)
                status = self._bootstrap(_End(parents_end))
            finally:
                os._exit(status)
        os.close(held_by_child)
        os.close(parents_end)
        self._started(pid, sentinel, held_by_parent)

    def _started(self, pid, sentinel, lifeline):
        self._pid, self._sentinel, self._lifeline = pid, _End(sentinel), _End(lifeline)

    def _enter(self, parents_end=None):
        "In the child: this is the current process."
        global _current, _counter, _parent
        from multiprocessing import queues
        _parent = _ParentProcess(self._parent_name, self._parent_pid, parents_end)
        _current = self
        _counter = itertools.count(1)
        _children.clear()
        self._pid = os.getpid()
        queues._after_fork()
        if "multiprocessing.util" in sys.modules:
            sys.modules["multiprocessing.util"]._enter_child()

    def _bootstrap(self, parents_end):
        try:
            from .context import _force_start_method
            method = self._method()
            if method is not None:
                _force_start_method(method)
            self._enter(parents_end)
            _replace_stdin()
            try:
                self.run()
                status = 0
            finally:
                _finish()
        except SystemExit as e:
            if e.code is None:
                status = 0
            elif isinstance(e.code, int):
                status = e.code
            else:
                sys.stderr.write(str(e.code) + "\n")
                status = 1
        except:
            status = 1
            import traceback
            sys.stderr.write("Process %s:\n" % self.name)
            traceback.print_exc()
        finally:
            import threading
            threading._shutdown()
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except (AttributeError, ValueError, OSError):
                    pass
        return status & 0xff

    def _poll(self, flags=os.WNOHANG):
        if self._returncode is None and self._pid is not None:
            try:
                pid, status = os.waitpid(self._pid, flags)
            except ChildProcessError:
                return self._returncode
            if pid == self._pid:
                self._returncode = os.waitstatus_to_exitcode(status)
                self._close_pipes()
                _children.discard(self)
        return self._returncode

    def _close_pipes(self):
        "Descriptors are few, and a collection may be far off: whose process has ended keeps none, unless somebody may wait for it."
        if self._lifeline is not None:
            self._lifeline.close()
            if not self._sentinel_is_known:
                self._sentinel.close()

    def _check_parent(self, what):
        self._check_closed()
        assert self._parent_pid == os.getpid(), f"can only {what} a child process"

    def join(self, timeout=None):
        """Wait until child process terminates"""
        self._check_parent("join")
        assert self._pid is not None, "can only join a started process"
        if timeout is None:
            while self._poll(0) is None:
                time.sleep(0.001)
            return
        end = time.monotonic() + timeout
        delay = 0.0005
        while self._poll() is None:
            left = end - time.monotonic()
            if left <= 0:
                break
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)

    def is_alive(self):
        """Return whether process is alive"""
        self._check_closed()
        if self is _current:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        return self._pid is not None and self._poll() is None

    def _send(self, number):
        self._check_closed()
        if self._poll() is None:
            try:
                os.kill(self._pid, number)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Terminate process; sends SIGTERM signal"""
        self._send(15)

    def kill(self):
        """Terminate process; sends SIGKILL signal"""
        self._send(9)

    def close(self):
        """Close the Process object."""
        if self._pid is not None and self._poll() is None:
            raise ValueError("Cannot close a process while it is still running. You should first call join() or terminate().")
        self._closed = True
        if self._sentinel is not None:
            self._sentinel.close()

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        """Set authorization key of process"""
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        assert self._pid is None, "process has already started"
        self._daemonic = daemonic

    @property
    def exitcode(self):
        self._check_closed()
        return self._poll()

    @property
    def ident(self):
        self._check_closed()
        return os.getpid() if self is _current else self._pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that is readable as soon as the process has ended"""
        self._check_closed()
        if self._sentinel is None:
            raise ValueError("process not started")
        if self._sentinel.fd is None:  # it has ended: so does what another pipe has to say
            read_end, write_end = os.pipe()
            os.close(write_end)
            self._sentinel = _End(read_end)
        self._sentinel_is_known = True
        return self._sentinel.fd


class _ParentProcess(BaseProcess):
    """What parent_process() gives in a child."""

    def __init__(self, name, pid, end):
        self._identity, self._name, self._pid, self._parent_pid = (), name, pid, None
        self._returncode, self._closed, self._daemonic, self._config = None, False, False, {}
        self._sentinel = end

    def is_alive(self):
        if self._sentinel is None:
            return os.getppid() == self._pid
        from .connection import wait
        return not wait([self._sentinel.fd], timeout=0)

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        """Wait until parent process terminates"""
        from .connection import wait
        wait([self.sentinel], timeout)

    def _poll(self, flags=0):
        return None

    def __repr__(self):
        return f"<_ParentProcess name={self._name!r} parent=None unknown>"


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._pid = None
        self._returncode = None
        self._closed = False
        self._daemonic = False
        self._config = {"authkey": AuthenticationString(os.urandom(32)), "semprefix": "/mp"}

    def close(self):
        pass


_current = _MainProcess()
_parent = None


def current_process():
    """Return process object representing the current process"""
    return _current


def parent_process():
    """Return process object representing the parent process"""
    return _parent


def active_children():
    """Return list of process objects corresponding to live child processes"""
    for child in list(_children):
        child._poll()
    return list(_children)


_registered = None


def _register_exit():
    global _registered
    if _registered != os.getpid():
        _registered = os.getpid()
        if _parent is None:
            import atexit
            atexit.register(_finish)


def _replace_stdin():
    "A child does not read what its parent is given."
    try:
        sys.stdin.close()
        sys.stdin = open(os.open(os.devnull, os.O_RDONLY), encoding="utf-8", closefd=False)
    except (AttributeError, OSError, ValueError):
        pass


def _wait_for_children():
    "Daemons are terminated, others waited for."
    for child in active_children():
        if child._daemonic:
            child.terminate()
    for child in active_children():
        child.join()


def _finish():
    "The process ends."
    from multiprocessing import queues
    if "multiprocessing.util" in sys.modules:
        sys.modules["multiprocessing.util"]._exit_function()
    else:
        _wait_for_children()
    queues._finish()
