import os
import signal
import time


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("-- names")
print(signal.SIGINT, repr(signal.SIGINT), signal.SIGTERM.name, signal.SIGKILL.value, signal.Signals(9), repr(signal.Signals(9)))
print(f"{signal.SIGUSR1}", "%s" % signal.SIGUSR1, signal.Signals["SIGHUP"], signal.SIGCLD is signal.SIGCHLD, signal.SIGABRT.name, signal.SIGIOT.name, signal.SIGPOLL.name)
print([s.name for s in signal.Signals])
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), signal.Handlers(1).name, repr(signal.SIG_BLOCK), list(signal.Sigmasks))
print(signal.NSIG, signal.SIGRTMIN, repr(signal.SIGRTMAX), signal.SIGINT == 2, isinstance(signal.SIGINT, int), signal.ITIMER_REAL, signal.ITIMER_PROF)
attempt(signal.Signals, 99)
print(signal.strsignal(signal.SIGINT), signal.strsignal(11), signal.strsignal(signal.SIGTERM))
attempt(signal.strsignal, 0)
attempt(signal.strsignal, 65)
print(len(signal.valid_signals()), signal.SIGINT in signal.valid_signals(), 0 in signal.valid_signals())

print("-- handlers")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGPIPE)), repr(signal.getsignal(signal.SIGUSR1)))
seen = []


def handler(number, frame):
    seen.append(number)


print(repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen)
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(10)
print(seen, [type(n).__name__ for n in seen])
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(len(seen), repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))
attempt(signal.signal, signal.SIGKILL, handler)
attempt(signal.signal, 0, handler)
attempt(signal.signal, 65, handler)
attempt(signal.signal, signal.SIGUSR1, 5)
attempt(signal.signal, signal.SIGUSR1, None)
attempt(signal.getsignal, 0)
attempt(signal.signal, "SIGINT", handler)


class Handler:
    def __call__(self, number, frame):
        print("object called with", number)


signal.signal(signal.SIGUSR2, Handler())
signal.raise_signal(signal.SIGUSR2)
signal.signal(signal.SIGUSR2, lambda *args: print("lambda", args[0], len(args)))
signal.raise_signal(signal.SIGUSR2)


def raising(number, frame):
    raise LookupError(f"signal {number}")


signal.signal(signal.SIGUSR2, raising)
try:
    signal.raise_signal(signal.SIGUSR2)
    print("not reached")
except LookupError as error:
    print("caught", error)
try:
    os.kill(os.getpid(), signal.SIGUSR2)
    for _ in range(1000000):
        pass
    print("not reached")
except LookupError as error:
    print("caught in a loop", error)

print("-- KeyboardInterrupt")
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
    print("not reached")
except KeyboardInterrupt as error:
    print("interrupted", repr(error))
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt:
    print("default_int_handler raises")
signal.signal(signal.SIGINT, handler)
os.kill(os.getpid(), signal.SIGINT)
print(seen[-1])
signal.signal(signal.SIGINT, signal.default_int_handler)

print("-- alarm, timers, pause")
signal.signal(signal.SIGALRM, handler)
print(signal.alarm(100), signal.alarm(0), signal.alarm(0))
print(signal.setitimer(signal.ITIMER_REAL, 0.02), len(seen))
signal.pause()
print(seen[-1] == signal.SIGALRM, signal.getitimer(signal.ITIMER_REAL))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
before = len(seen)
while len(seen) < before + 3:
    time.sleep(0.005)
print(signal.getitimer(signal.ITIMER_REAL)[1], signal.setitimer(signal.ITIMER_REAL, 0)[1])
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(0.05)
print("slept on after the handler", time.monotonic() - start >= 0.05)


def times_out(number, frame):
    raise TimeoutError("too slow")


signal.signal(signal.SIGALRM, times_out)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    time.sleep(5)
except TimeoutError as error:
    print("TimeoutError", error)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    while True:
        pass
except TimeoutError as error:
    print("TimeoutError", error)
read_end, write_end = os.pipe()
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    os.read(read_end, 1)
except TimeoutError as error:
    print("TimeoutError", error)
attempt(signal.setitimer, 9, 1)
print(signal.ItimerError.__mro__[1], signal.ItimerError is OSError)

print("-- masks")
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
signal.signal(signal.SIGUSR1, handler)
before = len(seen)
signal.raise_signal(signal.SIGUSR1)
print(len(seen) == before, signal.sigpending(), signal.sigwait({signal.SIGUSR1}), signal.sigpending())
signal.raise_signal(signal.SIGUSR1)
info = signal.sigwaitinfo([signal.SIGUSR1])
print(info.si_signo, info.si_pid == os.getpid(), info.si_uid == os.getuid(), len(info))
print(signal.sigtimedwait([signal.SIGUSR1], 0.01))
signal.raise_signal(signal.SIGUSR1)
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]), len(seen) == before + 1)
attempt(signal.pthread_sigmask, signal.SIG_BLOCK, [0])
attempt(signal.sigtimedwait, [], -1)

print("-- wakeup descriptor")
os.set_blocking(write_end, False)
print(signal.set_wakeup_fd(write_end))
signal.raise_signal(signal.SIGUSR1)
print(os.read(read_end, 9), signal.set_wakeup_fd(-1) == write_end)

print("-- children")
pid = os.fork()
if pid == 0:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    time.sleep(9)
    os._exit(0)
os.kill(pid, signal.SIGTERM)
print(os.WTERMSIG(os.waitpid(pid, 0)[1]))
got = []
signal.signal(signal.SIGCHLD, lambda n, f: got.append(os.waitpid(-1, os.WNOHANG)[1]))
if os.fork() == 0:
    os._exit(3)
while not got:
    time.sleep(0.01)
print(os.waitstatus_to_exitcode(got[0]))
