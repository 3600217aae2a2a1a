"""Waiting for input and output of several descriptors (library reference, "select")."""
import _select
from _select import (POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP, PIPE_BUF,
                     EPOLLIN, EPOLLOUT, EPOLLPRI, EPOLLERR, EPOLLHUP, EPOLLRDHUP, EPOLLONESHOT, EPOLLET, EPOLLEXCLUSIVE, EPOLLRDNORM, EPOLLRDBAND,
                     EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG, EPOLL_CLOEXEC)

error = OSError


def _descriptor(file):
    if isinstance(file, int):
        fd = file
    else:
        method = getattr(file, "fileno", None)
        if method is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = method()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return int(fd)


def _seconds(timeout):
    if isinstance(timeout, (int, float)) or hasattr(timeout, "__index__") or hasattr(timeout, "__float__"):
        return float(timeout)
    raise TypeError("timeout must be a float or None")


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    if timeout is not None:
        timeout = _seconds(timeout)
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    wanted = {}
    sides = []
    for files, events in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        try:
            side = [(file, _descriptor(file)) for file in files]
        except TypeError as error:
            if "iterable" in str(error):
                raise TypeError("arguments 1-3 must be sequences") from None
            raise
        sides.append(side)
        for _, fd in side:
            if fd >= 1024:
                raise ValueError("filedescriptor out of range in select()")
            wanted[fd] = wanted.get(fd, 0) | events
    ready = dict(_select.poll(list(wanted.items()), timeout))
    if any(events & POLLNVAL for events in ready.values()):
        import errno
        import os
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    passing = (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)
    return tuple([file for file, fd in side if ready.get(fd, 0) & mask] for side, mask in zip(sides, passing))


class poll:
    """What descriptors are waited for, and for which events."""

    __module__ = "select"

    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_descriptor(fd)] = _event_mask(eventmask)

    def modify(self, fd, eventmask, /):
        fd = _descriptor(fd)
        if fd not in self._wanted:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted[fd] = _event_mask(eventmask)

    def unregister(self, fd, /):
        del self._wanted[_descriptor(fd)]

    def poll(self, timeout=None, /):
        if timeout is not None:
            timeout = _seconds(timeout) / 1000
        return _select.poll(list(self._wanted.items()), timeout)


def _event_mask(mask):
    if mask < 0 or mask > 0xffff:
        raise OverflowError("unsigned short is greater than maximum" if mask > 0 else "unsigned short is less than minimum")
    return mask


class epoll:
    """An epoll object of the kernel."""

    __module__ = "select"

    def __init__(self, sizehint=-1, flags=0):
        if sizehint < -1 or sizehint == 0:
            raise ValueError("negative sizehint")
        if flags & ~EPOLL_CLOEXEC:
            raise OSError(22, "Invalid argument")
        self._fd = _select.epoll_create()

    @classmethod
    def fromfd(cls, fd, /):
        made = cls.__new__(cls)
        made._fd = fd
        return made

    def _check(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed epoll object")

    def close(self):
        if self._fd >= 0:
            import os
            fd, self._fd = self._fd, -1
            os.close(fd)

    __del__ = close

    @property
    def closed(self):
        return self._fd < 0

    def fileno(self):
        self._check()
        return self._fd

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._check()
        _select.epoll_ctl(self._fd, _select.EPOLL_CTL_ADD, fd, eventmask)

    def modify(self, fd, eventmask):
        self._check()
        _select.epoll_ctl(self._fd, _select.EPOLL_CTL_MOD, fd, eventmask)

    def unregister(self, fd):
        self._check()
        _select.epoll_ctl(self._fd, _select.EPOLL_CTL_DEL, fd, 0)

    def poll(self, timeout=None, maxevents=-1):
        self._check()
        if timeout is not None and timeout < 0:
            timeout = None
        if maxevents < -1 or maxevents == 0:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        return _select.epoll_wait(self._fd, 1023 if maxevents == -1 else maxevents, None if timeout is None else float(timeout))
