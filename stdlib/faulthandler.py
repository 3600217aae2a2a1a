"""Tracebacks on request (library reference, "faulthandler"). Typhon's scripts cannot crash it: what enable() arms has nothing to do."""
import sys

_enabled = None  # the file that was given


def _descriptor(file):
    """(the descriptor to write to, what has to stay alive meanwhile)"""
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("unable to get sys.stderr")
    if isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descriptor")
        return file, None
    fd = file.fileno()
    if not isinstance(fd, int) or fd < 0:
        raise RuntimeError("file.fileno() is not a valid file descriptor")
    try:
        file.flush()
    except Exception:
        pass
    return fd, file


# ---- what is written

_MOST_FRAMES, _MOST_THREADS, _LONGEST = 100, 100, 500


def _shown(text):
    text = text if len(text) <= _LONGEST else text[:_LONGEST] + "..."
    return text.encode("ascii", "backslashreplace").decode()


def _frames(frame):
    lines = []
    while frame is not None:
        if len(lines) == _MOST_FRAMES:
            return lines + ["  ..."]
        lines.append(f'  File "{_shown(frame.f_code.co_filename)}", line {frame.f_lineno} in {_shown(frame.f_code.co_name)}')
        frame = frame.f_back
    return lines or ["  <no Python frame>"]


def _threads(current, without=None):
    """Lines of all threads, the youngest first. `current`: (the frame, the id) of the thread that asks."""
    frame, ident = current
    lines = []
    found = {**sys._current_frames(), ident: frame} if ident else sys._current_frames()
    found.pop(without, None)
    for at, (number, top) in enumerate(reversed(found.items())):
        if at == _MOST_THREADS:
            lines += ["..."]
            break
        lines += [""] if lines else []
        lines += [f"{'Current thread' if number == ident else 'Thread'} 0x{number:016x} (most recent call first):", *_frames(top)]
    return lines


def _write(fd, lines):
    import os
    data = "".join(line + "\n" for line in lines).encode()
    while data:
        data = data[os.write(fd, data):]


def _dump(fd, frame, all_threads):
    import _thread
    _write(fd, _threads((frame, _thread.get_ident())) if all_threads else ["Stack (most recent call first):", *_frames(frame)])


def dump_traceback(file=sys.stderr, all_threads=True):
    """Dump the traceback of the current thread, or of all threads if all_threads is True, into file"""
    _dump(_descriptor(file)[0], sys._getframe(1), all_threads)


# ---- faults, which do not happen

def enable(file=sys.stderr, all_threads=True):
    """Enable the fault handler."""
    global _enabled
    _enabled = _descriptor(file)


def disable():
    """Disable the fault handler."""
    global _enabled
    was, _enabled = _enabled, None
    return was is not None


def is_enabled():
    """Check if the handler is enabled."""
    return _enabled is not None


# ---- later

_watch = None  # the process, the lock that the thread of dump_traceback_later() waits for, and the one that it holds


def dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False):
    """Dump the traceback of all threads in timeout seconds, or each timeout seconds if repeat is True. If exit is True, call _exit(1) which is not safe."""
    global _watch
    import _thread
    import os
    if not isinstance(timeout, (int, float)):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer")
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    if timeout > _thread.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    target = _descriptor(file)
    cancel_dump_traceback_later()
    seconds, micro = divmod(round(timeout * 1000000), 1000000)
    header = f"Timeout ({seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{f'.{micro:06}' if micro else ''})!"
    cancelled, ended = _thread.allocate_lock(), _thread.allocate_lock()
    cancelled.acquire()
    ended.acquire()

    def watch():
        try:
            while not cancelled.acquire(timeout=timeout):
                _write(target[0], [header, *_threads((None, 0), without=_thread.get_ident())])
                if exit:
                    os._exit(1)
                if not repeat:
                    break
        finally:
            ended.release()
    import atexit
    atexit.register(cancel_dump_traceback_later)
    _thread.start_new_thread(watch, ())
    _watch = os.getpid(), cancelled, ended


def cancel_dump_traceback_later():
    """Cancel the previous call to dump_traceback_later()."""
    global _watch
    if _watch is not None:
        import os
        (process, cancelled, ended), _watch = _watch, None
        if process == os.getpid():  # a child has not the thread
            cancelled.release()
            ended.acquire()


# ---- signals

_registered = {}  # by number: the handler before


def register(signum, file=sys.stderr, all_threads=True, chain=False):
    """Register a handler for the signal 'signum': dump the traceback of the current thread, or of all threads if all_threads is True, into file."""
    import signal
    target = _descriptor(file)

    def dump(number, frame):
        _dump(target[0], frame, all_threads)
        if chain and callable(before):
            before(number, frame)
    before = signal.signal(signum, dump)
    if signum in _registered:
        before = _registered[signum]
    _registered[signum] = before


def unregister(signum):
    """Unregister the handler of the signal 'signum' registered by register()."""
    import signal
    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum))
    return True
