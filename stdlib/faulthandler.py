"""Tracebacks on request (library reference, "faulthandler"). Typhon's scripts cannot crash it: what enable() arms has nothing to do."""
import sys

_enabled = False


def enable(file=sys.stderr, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was = _enabled
    _enabled = False
    return was


def is_enabled():
    return _enabled


def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread into file."""
    import traceback
    lines = ["Current thread (most recent call first):"]
    for entry in reversed(traceback.extract_stack()[:-1]):
        lines.append(f'  File "{entry.filename}", line {entry.lineno} in {entry.name}')
    if not isinstance(file, int):
        print(*lines, sep="\n", file=sys.stderr if file is None else file)
    elif file < 0:
        raise ValueError("file is not a valid file descriptor")
    else:
        with open(file, "w", closefd=False) as stream:
            print(*lines, sep="\n", file=stream)


def dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False):
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")


def cancel_dump_traceback_later():
    pass


def register(signum, file=sys.stderr, all_threads=True, chain=False):
    import signal

    def dump(number, frame):
        dump_traceback(file)
        if chain and callable(before):
            before(number, frame)
    before = signal.signal(signum, dump)
    _registered[signum] = before


def unregister(signum):
    import signal
    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum))
    return True


_registered = {}
