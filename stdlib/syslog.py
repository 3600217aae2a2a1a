"""Messages for the system's log (library reference, "syslog"), sent to where it listens: /dev/log. Without a listener they are lost."""
import os
import socket as _socket
import sys
from _operator import index as _index

LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
(LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV) = range(0, 88, 8)
LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(128, 192, 8)
LOG_PID, LOG_CONS, LOG_ODELAY, LOG_NDELAY, LOG_NOWAIT, LOG_PERROR = 1, 2, 4, 8, 16, 32

_PLACE = "/dev/log"


class _Log:
    """How messages are sent: what openlog() has said, and the connection."""

    def __init__(self):
        self.is_open, self.ident, self.options, self.facility, self.mask = False, None, 0, LOG_USER, 0xff
        self.socket = None

    def connect(self):
        if self.socket is not None:
            return True
        for kind in (_socket.SOCK_DGRAM, _socket.SOCK_STREAM):
            made = _socket.socket(_socket.AF_UNIX, kind)
            try:
                made.connect(_PLACE)
            except OSError:
                made.close()
            else:
                self.socket = made
                return True
        return False

    def close(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def send(self, priority, message):
        if not self.mask & LOG_MASK(priority & 7):
            return
        import time
        name = (self.ident or "") + (f"[{os.getpid()}]" if self.options & LOG_PID else "")
        shown = f"{name}: {message}" if name else message
        if not priority & ~7:
            priority |= self.facility
        if self.options & LOG_PERROR:
            sys.stderr.write(shown.rstrip("\n") + "\n")
        line = f"<{priority}>{time.strftime('%b %e %H:%M:%S')} {shown}"
        if self.connect():
            try:
                self.socket.send(line.encode())
            except OSError:
                self.close()  # the next message tries again


_log = _Log()


def openlog(ident=None, logoption=0, facility=LOG_USER):
    """Sets what the following messages have: `ident` before them (the program's name if it is not given), options, the facility."""
    if ident is None:
        argument = getattr(sys, "argv", [""])[:1]
        ident = os.path.basename(argument[0]) if argument and isinstance(argument[0], str) else ""
    elif not isinstance(ident, str):
        raise TypeError(f"openlog() argument 1 must be str, not {type(ident).__name__}")
    ident.encode()  # surrogates are refused
    sys.audit("syslog.openlog", ident, logoption, facility)
    _log.ident, _log.options, _log.facility, _log.is_open = ident, logoption, facility, True
    if logoption & LOG_NDELAY:
        _log.connect()


def syslog(*arguments):
    """syslog([priority,] message): sends a message."""
    if not 1 <= len(arguments) <= 2:
        raise TypeError("syslog.syslog requires 1 to 2 arguments")
    priority, message = arguments if len(arguments) == 2 else (LOG_INFO, arguments[0])
    if not isinstance(message, str):
        raise TypeError(f"syslog() argument {len(arguments)} must be str, not {type(message).__name__}")
    priority = _index(priority)
    message.encode()
    sys.audit("syslog.syslog", priority, message)
    if not _log.is_open:
        openlog()
    _log.send(priority, message)


def closelog():
    """Forgets what openlog() has set."""
    sys.audit("syslog.closelog")
    _log.close()
    _log.is_open, _log.ident, _log.options, _log.facility = False, None, 0, LOG_USER


def setlogmask(maskpri, /):
    """Sets which priorities are sent (0: no change); which were before."""
    sys.audit("syslog.setlogmask", maskpri)
    before = _log.mask
    if maskpri:
        _log.mask = maskpri
    return before


def LOG_MASK(pri, /):
    """The mask of one priority."""
    return 1 << pri


def LOG_UPTO(pri, /):
    """The mask of all priorities up to this one."""
    return (1 << pri + 1) - 1
