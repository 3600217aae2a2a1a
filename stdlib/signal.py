"""Handlers of the system's signals (library reference, "signal")."""
import _signal
from _signal import (ItimerError, struct_siginfo, default_int_handler, raise_signal, pause, alarm, setitimer, getitimer, pthread_kill, siginterrupt,
                     strsignal, set_wakeup_fd, pidfd_send_signal, sigwaitinfo, sigtimedwait, NSIG, ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF)
from enum import IntEnum

_names = sorted((value, name) for name, value in vars(_signal).items() if name.startswith("SIG"))
Signals = IntEnum("Signals", [(name, value) for value, name in _names if not name.startswith("SIG_")], module="signal")
Handlers = IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
Sigmasks = IntEnum("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)], module="signal")
for _enum in (Signals, Handlers, Sigmasks):
    # As IntEnum._convert_ makes them: str() is the number, repr() names the module.
    _enum.__str__ = int.__repr__
    globals().update(_enum.__members__)
del _names, _enum


def _member(value, enum):
    try:
        return enum(value)
    except ValueError:
        return value


def _number(value):
    return int(value) if isinstance(value, IntEnum) else value


def signal(signalnum, handler):
    """Set the action for the given signal: a callable, SIG_DFL or SIG_IGN. The previous one is returned."""
    return _member(_signal.signal(_number(signalnum), _number(handler)), Handlers)


def getsignal(signalnum):
    """Return the current action for the given signal."""
    return _member(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    return {_member(n, Signals) for n in _signal.pthread_sigmask(how, mask)}


def sigpending():
    return {_member(n, Signals) for n in _signal.sigpending()}


def sigwait(sigset):
    return _member(_signal.sigwait(sigset), Signals)


def valid_signals():
    return {_member(n, Signals) for n in _signal.valid_signals()}
