from collections.abc import Callable, Iterable
from enum import IntEnum
from types import FrameType
from typing import Any, Literal, final
from typing_extensions import TypeAlias

NSIG: int

class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGIOT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPOLL = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64

class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1

class Sigmasks(IntEnum):
    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2

SIGABRT: Literal[Signals.SIGABRT]
SIGALRM: Literal[Signals.SIGALRM]
SIGBUS: Literal[Signals.SIGBUS]
SIGCHLD: Literal[Signals.SIGCHLD]
SIGCLD: Literal[Signals.SIGCLD]
SIGCONT: Literal[Signals.SIGCONT]
SIGFPE: Literal[Signals.SIGFPE]
SIGHUP: Literal[Signals.SIGHUP]
SIGILL: Literal[Signals.SIGILL]
SIGINT: Literal[Signals.SIGINT]
SIGIO: Literal[Signals.SIGIO]
SIGIOT: Literal[Signals.SIGIOT]
SIGKILL: Literal[Signals.SIGKILL]
SIGPIPE: Literal[Signals.SIGPIPE]
SIGPOLL: Literal[Signals.SIGPOLL]
SIGPROF: Literal[Signals.SIGPROF]
SIGPWR: Literal[Signals.SIGPWR]
SIGQUIT: Literal[Signals.SIGQUIT]
SIGRTMAX: Literal[Signals.SIGRTMAX]
SIGRTMIN: Literal[Signals.SIGRTMIN]
SIGSEGV: Literal[Signals.SIGSEGV]
SIGSTKFLT: Literal[Signals.SIGSTKFLT]
SIGSTOP: Literal[Signals.SIGSTOP]
SIGSYS: Literal[Signals.SIGSYS]
SIGTERM: Literal[Signals.SIGTERM]
SIGTRAP: Literal[Signals.SIGTRAP]
SIGTSTP: Literal[Signals.SIGTSTP]
SIGTTIN: Literal[Signals.SIGTTIN]
SIGTTOU: Literal[Signals.SIGTTOU]
SIGURG: Literal[Signals.SIGURG]
SIGUSR1: Literal[Signals.SIGUSR1]
SIGUSR2: Literal[Signals.SIGUSR2]
SIGVTALRM: Literal[Signals.SIGVTALRM]
SIGWINCH: Literal[Signals.SIGWINCH]
SIGXCPU: Literal[Signals.SIGXCPU]
SIGXFSZ: Literal[Signals.SIGXFSZ]
SIG_DFL: Literal[Handlers.SIG_DFL]
SIG_IGN: Literal[Handlers.SIG_IGN]
SIG_BLOCK: Literal[Sigmasks.SIG_BLOCK]
SIG_UNBLOCK: Literal[Sigmasks.SIG_UNBLOCK]
SIG_SETMASK: Literal[Sigmasks.SIG_SETMASK]
ITIMER_REAL: int
ITIMER_VIRTUAL: int
ITIMER_PROF: int

_Handler: TypeAlias = Callable[[int, FrameType | None], Any] | int | Handlers | None

class ItimerError(OSError): ...

class struct_siginfo(tuple[int, int, int, int, int, int, int]):
    @property
    def si_signo(self) -> int: ...
    @property
    def si_code(self) -> int: ...
    @property
    def si_errno(self) -> int: ...
    @property
    def si_pid(self) -> int: ...
    @property
    def si_uid(self) -> int: ...
    @property
    def si_status(self) -> int: ...
    @property
    def si_band(self) -> int: ...

def default_int_handler(signalnum: int, frame: FrameType | None, /) -> Any: ...
def signal(signalnum: int, handler: _Handler) -> _Handler: ...
def getsignal(signalnum: int) -> _Handler: ...
def raise_signal(signalnum: int, /) -> None: ...
def pause() -> None: ...
def alarm(seconds: int, /) -> int: ...
def setitimer(which: int, seconds: float, interval: float = 0.0, /) -> tuple[float, float]: ...
def getitimer(which: int, /) -> tuple[float, float]: ...
def pthread_kill(thread_id: int, signalnum: int, /) -> None: ...
def pthread_sigmask(how: int, mask: Iterable[int]) -> set[int | Signals]: ...
def sigpending() -> set[int | Signals]: ...
def sigwait(sigset: Iterable[int]) -> int | Signals: ...
def sigwaitinfo(sigset: Iterable[int], /) -> struct_siginfo: ...
def sigtimedwait(sigset: Iterable[int], timeout: float, /) -> struct_siginfo | None: ...
def siginterrupt(signalnum: int, flag: bool, /) -> None: ...
def strsignal(signalnum: int, /) -> str | None: ...
def valid_signals() -> set[int | Signals]: ...
def set_wakeup_fd(fd: int, /, *, warn_on_full_buffer: bool = True) -> int: ...
def pidfd_send_signal(pidfd: int, sig: int, siginfo: None = None, flags: int = 0, /) -> None: ...
