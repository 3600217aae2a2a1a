# python3.12: what few scripts need of os: scheduling, saved ids, limits, extended attributes, event files, other ways to start and await processes
import errno, os, signal, sys, tempfile

def attempt(f, *args, **keywords):
    try: print(f(*args, **keywords))
    except OSError as e: print(type(e).__name__, e.errno, e.filename)
    except Exception as e: print(type(e).__name__, e)

folder = tempfile.mkdtemp()
os.chdir(folder)
# ---- ids and groups
print(os.getresuid() == (os.getuid(), os.geteuid(), os.geteuid()), len(os.getresgid()), os.getgid() in os.getgrouplist("root", os.getgid()), os.tcgetpgrp.__name__)
attempt(os.getgrouplist, 5, 0), attempt(os.getgrouplist, "a\0b", 0), attempt(os.setresuid, -2, 0, 0), attempt(os.setresuid, 2**33, 0, 0), attempt(os.tcgetpgrp, 9999), attempt(os.setresuid, -1, -1, -1)
# ---- limits
print(os.pathconf("/", "PC_NAME_MAX"), os.fpathconf(0, "PC_PIPE_BUF"), os.pathconf(".", os.pathconf_names["PC_PATH_MAX"]), len(os.pathconf_names))
attempt(os.pathconf, "/", "nope"), attempt(os.pathconf, "/", 1.5), attempt(os.pathconf, "nope", "PC_NAME_MAX"), attempt(os.fpathconf, 9999, 3)
# ---- scheduling
print(os.sched_get_priority_max(os.SCHED_FIFO), os.sched_get_priority_min(os.SCHED_RR), os.sched_getscheduler(0) == os.SCHED_OTHER, os.sched_getparam(0), os.sched_param(3).sched_priority, os.sched_param(1) == (1,), os.sched_rr_get_interval(0) >= 0)
attempt(os.sched_get_priority_max, 99), attempt(os.sched_setscheduler, 0, os.SCHED_OTHER, 5), attempt(os.sched_setaffinity, 0, []), attempt(os.sched_setaffinity, 0, ["a"]), attempt(os.sched_setaffinity, 0, [-1]), attempt(os.sched_setaffinity, 0, os.sched_getaffinity(0))
attempt(os.sched_setparam, 0, os.sched_param(0)), attempt(os.setpriority, os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))
# ---- processes
def child(code):
    process = os.fork()
    if not process: os._exit(code)
    return process
first = child(3)
found, status, usage = os.wait4(first, 0)
print(found == first, os.waitstatus_to_exitcode(status), type(usage).__name__, len(usage), usage.ru_utime >= 0)
second = child(4)
found, status, usage = os.wait3(0)
print(found == second, os.waitstatus_to_exitcode(status))
third = child(5)
result = os.waitid(os.P_PID, third, os.WEXITED)
print(result.si_pid == third, result.si_status, result.si_code == os.CLD_EXITED, result.si_signo == signal.SIGCHLD, type(result), len(result))
attempt(os.waitid, os.P_ALL, 0, os.WEXITED | os.WNOHANG), attempt(os.wait3, 0), attempt(os.wait4, "a", 0)
fourth = child(0)
descriptor = os.pidfd_open(fourth)
print(os.waitid(os.P_PIDFD, descriptor, os.WEXITED).si_status)
os.close(descriptor)
attempt(os.pidfd_open, -1)
spawned = os.posix_spawn("/bin/sh", ["sh", "-c", "echo $GIVEN; exit 6"], {"GIVEN": "given"}, file_actions=[(os.POSIX_SPAWN_OPEN, 1, "out", os.O_CREAT | os.O_WRONLY, 0o600)])
print(os.waitstatus_to_exitcode(os.waitpid(spawned, 0)[1]), open("out").read())
reading, writing = os.pipe()
spawned = os.posix_spawnp("sh", ("sh", "-c", "echo piped"), os.environ, file_actions=((os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading)), setsid=True, setsigdef=[signal.SIGPIPE], setsigmask=[signal.SIGUSR1])
os.close(writing)
print(os.read(reading, 100), os.waitpid(spawned, 0)[1])
attempt(os.posix_spawn, "/nope", ["a"], {}), attempt(os.posix_spawn, "/bin/sh", [], {}), attempt(os.posix_spawn, "/bin/sh", "sh", {}), attempt(os.posix_spawn, "/bin/sh", ["a"], 5)
attempt(os.posix_spawn, "/bin/sh", ["a"], {}, file_actions=[()]), attempt(os.posix_spawn, "/bin/sh", ["a"], {}, file_actions=[(9, 1)]), attempt(os.posix_spawn, "/bin/sh", [""], {})
# ---- event files
event = os.eventfd(3, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
print(os.eventfd_read(event), os.eventfd_write(event, 5), os.eventfd_write(event, 6), os.eventfd_read(event), os.get_inheritable(event))
attempt(os.eventfd_read, event)
os.close(event)
# ---- many buffers, offsets
file = os.open("data", os.O_CREAT | os.O_RDWR)
print(os.writev(file, [b"abc", bytearray(b"defg")]), os.lseek(file, 0, 0))
buffers = [bytearray(2), memoryview(bytearray(4)), bytearray(5)]
print(os.readv(file, buffers), [bytes(b) for b in buffers], os.preadv(file, buffers, 3), [bytes(b) for b in buffers], os.pwritev(file, [b"XY", b"Z"], 2), os.pread(file, 9, 0), os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED))
attempt(os.posix_fadvise, 9999, 0, 0, 0), attempt(os.readv, file, 5), attempt(os.preadv, file, [b"ab"], 0)
reading, writing = os.pipe()
print(os.splice(file, writing, 4, offset_src=1), os.read(reading, 10))
attempt(os.splice, file, writing, -1), attempt(os.splice, 9999, writing, 1)
# ---- extended attributes
try: os.setxattr("data", "user.one", b"value")
except OSError as e: supported = False
else: supported = True
if supported:
    assert os.getxattr("data", b"user.one") == b"value" and os.listxattr("data") == ["user.one"] == os.listxattr(file), os.listxattr("data")
    try: os.setxattr("data", "user.one", b"", os.XATTR_CREATE)
    except FileExistsError as e: assert e.filename == "data"
    os.setxattr(file, "user.one", b"2", flags=os.XATTR_REPLACE)
    assert os.getxattr("data", "user.one", follow_symlinks=False) == b"2"
    os.removexattr("data", "user.one")
    assert os.listxattr("data") == []
    try: os.getxattr("data", "user.one")
    except OSError as e: assert e.errno == errno.ENODATA
attempt(os.getxattr, "nope", "user.a"), attempt(os.getxattr, 5.5, "user.a"), attempt(os.setxattr, "data", "user.a", "text"), attempt(os.listxattr, "nope"), attempt(os.getxattr, file, "user.a", follow_symlinks=False)
print(os.XATTR_SIZE_MAX, os.MFD_HUGE_1GB, os.MFD_HUGE_16GB, os.CLONE_NEWUSER, os.ST_NOATIME, os.RWF_SYNC, os.SPLICE_F_MOVE, os.P_PIDFD)
os.close(file)
os.unlink("data"), os.unlink("out"), os.chdir("/"), os.rmdir(folder)
