"""Starting processes, talking with them, and what they returned (library reference, "subprocess")."""
import errno
import io
import os
import sys
import time
import types
import warnings
from posix import _fork_exec

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run", "CalledProcessError", "DEVNULL",
           "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3

_CHUNK = 32768


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """Raised when run() is called with check=True and the process returns a non-zero exit status."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)
        import signal
        try:
            return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
        except ValueError:
            return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)

    @property
    def stdout(self):
        """Alias for output attribute, to match stderr"""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """Raised when the timeout expires while waiting for a child process."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """A process that has finished running: what run() returns."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        """Raise CalledProcessError if the exit code is non-zero."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# ---- the functions -----------------------------------------------------------------------------------------------------------

def call(*popenargs, timeout=None, **kwargs):
    """Run command with arguments. Wait for command to complete or timeout, then return the returncode attribute."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def _command_of(popenargs, kwargs):
    command = kwargs.get("args")
    return popenargs[0] if command is None else command


def check_call(*popenargs, **kwargs):
    """Run command with arguments. Raises CalledProcessError when the exit status is not zero."""
    returncode = call(*popenargs, **kwargs)
    if returncode:
        raise CalledProcessError(returncode, _command_of(popenargs, kwargs))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run command with arguments and return its output."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        wants_text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if wants_text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run command with arguments and return a CompletedProcess instance."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        returncode = process.poll()
        if check and returncode:
            raise CalledProcessError(returncode, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, returncode, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Return (exitcode, output) of executing cmd in a shell."""
    try:
        output = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as error:
        output = error.output
        status = error.returncode
    return status, output.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """Return output (stdout or stderr) of executing cmd in a shell."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def _optim_args_from_interpreter_flags():
    """The options of this run that say how much is left out of compiled code."""
    return ["-" + "O" * sys.flags.optimize] if sys.flags.optimize > 0 else []


def _args_from_interpreter_flags():
    """The options of this run, for another one: as multiprocessing and packages like it start children of their own."""
    flags = sys.flags
    args = _optim_args_from_interpreter_flags()
    for letter, count in ("d", flags.debug), ("v", flags.verbose), ("b", flags.bytes_warning), ("q", flags.quiet), ("S", flags.no_site):
        args += ["-" + letter * count] if count else []
    if flags.isolated:
        args.append("-I")
    else:
        args += [f"-{letter}" for letter, given in (("E", flags.ignore_environment), ("s", flags.no_user_site), ("P", flags.safe_path)) if given]
    args += [f"-W{option}" for option in sys.warnoptions]
    for name in "dev", "faulthandler", "tracemalloc", "importtime", "frozen_modules", "showrefcount", "utf8":
        value = sys._xoptions.get(name)
        if value:
            args += ["-X", name if value is True else f"{name}={value}"]
    return args


def list2cmdline(seq):
    """A command line that the Microsoft C run time splits into seq again."""
    words = []
    for word in map(os.fsdecode, seq):
        quoted = not word or " " in word or "\t" in word
        made = []
        backslashes = 0
        for c in word:
            if c == "\\":
                backslashes += 1
                continue
            # Backslashes are doubled before a quotation mark, and only there.
            made.append("\\" * (2 * backslashes + 1 if c == '"' else backslashes) + c)
            backslashes = 0
        text = "".join(made)
        words.append(f'"{text}{"\\" * (2 * backslashes)}"' if quoted else text + "\\" * backslashes)
    return " ".join(words)


# ---- Popen -------------------------------------------------------------------------------------------------------------------

class Popen:
    """Execute a child program in a new process."""

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True, shell=False, cwd=None,
                 env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *,
                 user=None, group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        self._input = None
        self._input_offset = 0
        self._started_communicating = False
        self._received = {}
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if pipesize is None:
            pipesize = -1
        if not isinstance(pipesize, int):
            raise TypeError("pipesize must be an integer")
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning, stacklevel=2)
            close_fds = True
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.")
        self.text_mode = encoding or errors or text or universal_newlines
        if self.text_mode and encoding is None:
            self.encoding = encoding = "utf-8"
        if process_group is None:
            process_group = -1
        user, group, groups = _user_id(user), _group_id(group, "group"), _group_ids(extra_groups)
        theirs, ours, opened = self._make_pipes(stdin, stdout, stderr)
        try:
            buffering = bufsize
            if self.text_mode and bufsize == 1:
                buffering = 1
            elif bufsize == 1 and any(fd != -1 for fd in ours):
                warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                              RuntimeWarning, stacklevel=2)
                buffering = -1
            for name, fd, mode in zip(("stdin", "stdout", "stderr"), ours, "wrr"):
                if fd != -1:
                    setattr(self, name, self._stream(fd, mode, buffering))
            self._execute(args, executable, preexec_fn, close_fds, tuple(pass_fds), cwd, env, shell, theirs, restore_signals, user, group, groups,
                          umask, start_new_session, process_group)
        except:
            for stream in (self.stdin, self.stdout, self.stderr):
                if stream is not None:
                    stream.close()
            given = [getattr(self, name) is not None for name in ("stdin", "stdout", "stderr")]
            for fd, has_stream in zip(ours, given):
                if fd != -1 and not has_stream:
                    os.close(fd)
            raise
        finally:
            for fd in opened:
                os.close(fd)

    def _stream(self, fd, mode, buffering):
        if self.text_mode:
            return open(fd, mode, -1 if buffering == 0 else buffering, encoding=self.encoding, errors=self.errors)
        return open(fd, mode + "b", buffering)

    def _pipe(self):
        pair = os.pipe()
        if self.pipesize > 0:
            import fcntl
            fcntl.fcntl(pair[0], fcntl.F_SETPIPE_SZ, self.pipesize)
        return pair

    def _make_pipes(self, stdin, stdout, stderr):
        """The three descriptors for the child, our ends of the pipes (-1: none), and those to close once the child has them."""
        theirs, ours, opened = [-1, -1, -1], [-1, -1, -1], []
        null = -1
        try:
            for index, wanted in enumerate((stdin, stdout, stderr)):
                if wanted is None:
                    continue
                if wanted == PIPE:
                    read_end, write_end = self._pipe()
                    theirs[index], ours[index] = (read_end, write_end) if index == 0 else (write_end, read_end)
                    opened.append(theirs[index])
                elif wanted == DEVNULL:
                    if null == -1:
                        null = os.open(os.devnull, os.O_RDWR)
                        opened.append(null)
                    theirs[index] = null
                elif wanted == STDOUT and index == 2:
                    theirs[2] = theirs[1] if theirs[1] != -1 else 1
                elif isinstance(wanted, int):
                    theirs[index] = wanted
                else:
                    theirs[index] = wanted.fileno()
        except:
            for fd in opened + [fd for fd in ours if fd != -1]:
                os.close(fd)
            raise
        return theirs, ours, opened

    def _execute(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, pipes, restore_signals, user, group, groups, umask,
                 start_new_session, process_group):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit("subprocess.Popen", executable, args, cwd, env)
        environment = None
        if env is not None:
            environment = []
            for name, value in env.items():
                name = os.fsencode(name)
                if b"=" in name:
                    raise ValueError("illegal environment variable name")
                environment.append(name + b"=" + os.fsencode(value))
        program = os.fsencode(executable)
        programs = [program] if os.path.dirname(program) else [os.path.join(os.fsencode(folder), program) for folder in os.get_exec_path(env)]
        for fd in pass_fds:
            if not isinstance(fd, int) or fd < 0:
                raise ValueError("bad value(s) in fds_to_keep")
        if preexec_fn is not None and not callable(preexec_fn):
            raise TypeError(f"'{type(preexec_fn).__name__}' object is not callable")
        report, child_report = os.pipe()
        try:
            # Above 2: the child moves its pipes to 0, 1 and 2.
            low = []
            while child_report < 3:
                low.append(child_report)
                child_report = os.dup(child_report)
            for fd in low:
                os.close(fd)
            try:
                self.pid = _fork_exec(args, programs, environment, cwd, tuple(pipes), tuple(sorted(set(pass_fds))),
                                      (child_report, close_fds, start_new_session, restore_signals, process_group, umask, user, group), preexec_fn, groups)
                self._child_created = True
            finally:
                os.close(child_report)
            told = bytearray()
            while part := os.read(report, 50000):
                told += part
        finally:
            os.close(report)
        if told:
            self._raise_failure(bytes(told), executable, cwd)

    def _raise_failure(self, told, executable, cwd):
        try:
            _, status = os.waitpid(self.pid, 0)
            self.returncode = os.waitstatus_to_exitcode(status) if not os.WIFSTOPPED(status) else None
        except ChildProcessError:
            self.returncode = 0
        number, _, where = told.partition(b":")
        if where == b"preexec":
            raise SubprocessError("Exception occurred in preexec_fn.")
        number = int(number)
        path = cwd if where == b"cwd" else executable
        raise OSError(number, os.strerror(number), path)

    __class_getitem__ = classmethod(types.GenericAlias)

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    # ---- waiting

    def _take_status(self, status):
        self.returncode = os.waitstatus_to_exitcode(status)

    def poll(self):
        """Check if child process has terminated. Set and return returncode attribute."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid == self.pid:
                    self._take_status(status)
            except ChildProcessError:
                self.returncode = 0
        return self.returncode

    def wait(self, timeout=None):
        """Wait for child process to terminate; returns self.returncode."""
        if timeout is None:
            while self.returncode is None:
                try:
                    pid, status = os.waitpid(self.pid, 0)
                    if pid == self.pid:
                        self._take_status(status)
                except ChildProcessError:
                    if self.returncode is None:
                        self.returncode = 0
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            remaining = end - time.monotonic()
            if remaining <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, remaining, 0.05)
            time.sleep(delay)
        return self.returncode

    def send_signal(self, sig):
        """Send a signal to the process."""
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Terminate the process with SIGTERM"""
        self.send_signal(15)

    def kill(self):
        """Kill the process with SIGKILL"""
        self.send_signal(9)

    # ---- talking

    def communicate(self, input=None, timeout=None):
        """Interact with process: Send data to stdin and close it. Read data from stdout and stderr, until end-of-file is reached. Wait for
        process to terminate."""
        if self._started_communicating and input:
            raise ValueError("Cannot send input after starting communication")
        pipes = [self.stdin, self.stdout, self.stderr]
        if timeout is None and not self._started_communicating and pipes.count(None) >= 2:
            stdout = stderr = None
            if self.stdin:
                self._write_and_close(input)
            elif self.stdout:
                stdout = self.stdout.read()
                self.stdout.close()
            elif self.stderr:
                stderr = self.stderr.read()
                self.stderr.close()
            self.wait()
            return stdout, stderr
        end = None if timeout is None else time.monotonic() + timeout
        try:
            stdout, stderr = self._communicate(input, end, timeout)
        finally:
            self._started_communicating = True
        if end is None:
            self.wait()
        elif self.returncode is None:
            try:
                self.wait(timeout=max(end - time.monotonic(), 0))
            except TimeoutExpired:
                raise self._expired(timeout) from None
        return stdout, stderr

    def _write_and_close(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise

    def _expired(self, timeout):
        parts = [b"".join(self._received[stream]) or None if stream in self._received else None for stream in (self.stdout, self.stderr)]
        return TimeoutExpired(self.args, timeout, output=parts[0], stderr=parts[1])

    def _communicate(self, input, end, timeout):
        import select
        if self.stdin and not self._started_communicating:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
            if not input:
                try:
                    self.stdin.close()
                except BrokenPipeError:
                    pass
        for stream in (self.stdout, self.stderr):
            if stream and not self._started_communicating:
                self._received[stream] = []
        if self._input is None and self.stdin:
            if input is not None and self.text_mode:
                input = input.encode(self.stdin.encoding, self.stdin.errors)
            self._input = memoryview(b"" if input is None else input).cast("B") if input else b""
        poller = select.poll()
        streams = {}
        if self.stdin and not self.stdin.closed and self._input_offset < len(self._input):
            streams[self.stdin.fileno()] = self.stdin
            poller.register(self.stdin, select.POLLOUT)
        for stream in (self.stdout, self.stderr):
            if stream and not stream.closed:
                streams[stream.fileno()] = stream
                poller.register(stream, select.POLLIN | select.POLLPRI)
        while streams:
            remaining = None if end is None else end - time.monotonic()
            if remaining is not None and remaining < 0:
                raise self._expired(timeout)
            ready = poller.poll(None if remaining is None else remaining * 1000)
            if end is not None and time.monotonic() > end:
                raise self._expired(timeout)
            for fd, _ in ready:
                stream = streams[fd]
                if stream is self.stdin:
                    done = self._send_part(fd)
                else:
                    data = os.read(fd, _CHUNK)
                    self._received[stream].append(data)
                    done = not data
                if done:
                    poller.unregister(fd)
                    del streams[fd]
                    stream.close()
        return self._collected(self.stdout), self._collected(self.stderr)

    def _send_part(self, fd):
        try:
            self._input_offset += os.write(fd, self._input[self._input_offset:self._input_offset + _PIPE_BUF])
        except BrokenPipeError:
            return True
        return self._input_offset >= len(self._input)

    def _collected(self, stream):
        if stream is None:
            return None
        data = b"".join(self._received[stream])
        if self.text_mode:
            return data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
        return data


_PIPE_BUF = 4096


def _user_id(user):
    if user is None:
        return -1
    if isinstance(user, str):
        import pwd
        return pwd.getpwnam(user).pw_uid
    if not isinstance(user, int):
        raise TypeError("User must be a string or an integer")
    if user < 0:
        raise ValueError(f"User ID cannot be negative, got {user}")
    return user


def _group_id(group, what):
    if group is None:
        return -1
    if isinstance(group, str):
        import grp
        return grp.getgrnam(group).gr_gid
    if not isinstance(group, int):
        raise TypeError("Group must be a string or an integer, not {}".format(type(group)))
    if group < 0:
        raise ValueError(f"Group ID cannot be negative, got {group}")
    return group


def _group_ids(groups):
    if groups is None:
        return None
    if isinstance(groups, str):
        raise TypeError("Groups must be a list, not a string")
    ids = []
    for group in groups:
        if not isinstance(group, (str, int)):
            raise TypeError("Items in extra_groups must be a string or integer, not {}".format(type(group)))
        if isinstance(group, int) and group < 0:
            raise ValueError(f"Group ID cannot be negative, got {group}")
        if isinstance(group, int) and group >= 2**32:
            raise ValueError("invalid group id")
        ids.append(_group_id(group, "extra_groups"))
    return tuple(ids)
