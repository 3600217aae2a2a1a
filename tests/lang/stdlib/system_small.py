# pwd, grp, resource, fcntl, termios, tty, pty, platform, getpass, faulthandler
import fcntl
import faulthandler
import getpass
import grp
import os
import platform
import pty
import pwd
import resource
import struct
import tempfile
import termios
import tty


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("-- pwd, grp")
root = pwd.getpwnam("root")
print(root, root.pw_name, root.pw_uid, root[0], len(root), root == pwd.getpwuid(0), root in pwd.getpwall())
print(type(root).__name__, isinstance(root, tuple), root.n_fields, root.pw_dir, root.pw_shell)
attempt(pwd.getpwnam, "no such user")
attempt(pwd.getpwuid, 123456789)
attempt(pwd.getpwuid, "0")
attempt(pwd.getpwnam, 5)
attempt(pwd.getpwnam, "a\0b")
group = grp.getgrgid(0)
print(group.gr_name, group.gr_gid, group.gr_mem, grp.getgrnam("root") == group, any(g.gr_gid == 0 for g in grp.getgrall()))
attempt(grp.getgrnam, "no such group")
attempt(grp.getgrgid, 123456789)

print("-- resource")
usage = resource.getrusage(resource.RUSAGE_SELF)
print(len(usage), type(usage.ru_utime).__name__, usage.ru_maxrss > 0, usage[2] == usage.ru_maxrss, type(usage).__name__)
attempt(resource.getrusage, 99)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 200) if soft > 0 else 200, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], resource.RLIM_INFINITY, resource.getpagesize(), resource.error is OSError)
resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
attempt(resource.setrlimit, resource.RLIMIT_NOFILE, (100, 50))
attempt(resource.setrlimit, resource.RLIMIT_NOFILE, (1,))
attempt(resource.getrlimit, 999)

print("-- fcntl")
with tempfile.TemporaryFile() as file, open(os.devnull) as other:
    flags = fcntl.fcntl(file, fcntl.F_GETFD)
    print(flags & fcntl.FD_CLOEXEC, fcntl.fcntl(file.fileno(), fcntl.F_SETFD, 0), fcntl.fcntl(file, fcntl.F_GETFD))
    print(fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB), fcntl.flock(file, fcntl.LOCK_UN))
    print(fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 5, 0), fcntl.lockf(file, fcntl.LOCK_UN))
    attempt(fcntl.lockf, file, 0)
    lock = struct.pack("hhqqi", fcntl.F_WRLCK, 0, 0, 0, 0)
    print(type(fcntl.fcntl(file, fcntl.F_SETLK, lock)).__name__)
attempt(fcntl.fcntl, 9999, fcntl.F_GETFD)
attempt(fcntl.fcntl, "x", fcntl.F_GETFD)
attempt(fcntl.flock, file, fcntl.LOCK_EX)
read_end, write_end = os.pipe()
os.write(write_end, b"abcde")
size = bytearray(4)
print(fcntl.ioctl(read_end, termios.FIONREAD, size), struct.unpack("i", size), fcntl.ioctl(read_end, termios.FIONREAD, b"\0\0\0\0"))
attempt(fcntl.ioctl, read_end, termios.TIOCGWINSZ, b"\0" * 8)

print("-- termios, tty, pty")
master, slave = pty.openpty()
print(os.isatty(master), os.isatty(slave))
mode = termios.tcgetattr(slave)
print(len(mode), len(mode[6]), mode[6][termios.VINTR], bool(mode[3] & termios.ECHO), bool(mode[3] & termios.ICANON))
mode[3] &= ~termios.ECHO
termios.tcsetattr(slave, termios.TCSANOW, mode)
print(bool(termios.tcgetattr(slave)[3] & termios.ECHO))
tty.setraw(slave)
raw = termios.tcgetattr(slave)
print(bool(raw[3] & termios.ICANON), raw[6][termios.VMIN], raw[6][termios.VTIME])
os.write(master, b"x\r")
print(os.read(slave, 10))
termios.tcsetwinsize(slave, (24, 80))
print(termios.tcgetwinsize(master), os.get_terminal_size(slave), termios.tcflush(slave, termios.TCIOFLUSH), termios.tcdrain(slave))
attempt(termios.tcgetattr, read_end)
attempt(termios.tcsetattr, slave, termios.TCSANOW, [1, 2])
print(termios.error.__mro__[1].__name__)
pid, fd = pty.fork()
if pid == 0:
    os.write(1, f"in the child {os.isatty(0)} {os.isatty(1)}".encode())
    os._exit(0)
print(os.read(fd, 100), os.waitpid(pid, 0)[1])

print("-- platform, getpass, faulthandler")
print(platform.system(), platform.machine() == os.uname().machine, platform.uname()[0], len(platform.uname()), platform.uname().node == platform.node())
print(platform.architecture()[0], platform.python_version_tuple()[0], platform.libc_ver()[0], platform.platform().startswith("Linux-"))
print(platform.uname()._fields, platform.uname() == platform.uname(), sorted(platform.uname()._asdict()), platform.uname()[-1] == platform.processor())
print(platform.win32_ver(), platform.mac_ver(), "ID" in platform.freedesktop_os_release())
os.environ["LOGNAME"] = "somebody"
print(getpass.getuser(), issubclass(getpass.GetPassWarning, UserWarning))
print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable())
