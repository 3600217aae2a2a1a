"""More handlers (library reference, "logging.handlers"): rotating files, memory, queues; those that speak to the network import what they need."""

import copy
import io
import logging
import os
import re
import time

DEFAULT_TCP_LOGGING_PORT, DEFAULT_UDP_LOGGING_PORT, DEFAULT_HTTP_LOGGING_PORT, DEFAULT_SOAP_LOGGING_PORT = range(9020, 9024)
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514
_DAY = 24 * 60 * 60


# ---- files ----

def _encoding_for(mode, encoding):
    return encoding if "b" in mode else io.text_encoding(encoding)


def _remove_if_there(path):
    if os.path.exists(path):
        os.remove(path)


class BaseRotatingHandler(logging.FileHandler):
    """A file that is set aside, for a new one, now and then: shouldRollover(record) says when, doRollover() does it. `namer` and `rotator` may
    be set, to functions that make the name of the file set aside, and that move it there."""

    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name of a file set aside."""
        return default_name if not callable(self.namer) else self.namer(default_name)

    def rotate(self, source, dest):
        """Moves the file to its name as one set aside."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):  # the handler may have opened none yet
            os.rename(source, dest)

    def _exchange(self, set_aside):
        """Closes the file, calls the function, and opens a new one unless that waits for a record."""
        if self.stream:
            stream, self.stream = self.stream, None
            stream.close()
        set_aside()
        if not self.delay:
            self.stream = self._open()

    def _is_special(self):
        """Whether the name is that of a device or the like, which stays as it is."""
        return os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename)


class RotatingFileHandler(BaseRotatingHandler):
    """Sets the file aside when it would grow beyond `maxBytes`, and keeps `backupCount` old ones: name.1 is the newest."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        mode = "a" if maxBytes > 0 else mode  # what is written over is not to be rotated
        super().__init__(filename, mode, _encoding_for(mode, encoding), delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def _numbered(self, number):
        return self.rotation_filename(f"{self.baseFilename}.{number}")

    def _shift(self):
        """Each file set aside gets the next number, and the file itself the number 1."""
        for number in reversed(range(1, self.backupCount)):
            older, newer = self._numbered(number + 1), self._numbered(number)
            if os.path.exists(newer):
                _remove_if_there(older)
                os.rename(newer, older)
        if self.backupCount > 0:
            newest = self._numbered(1)
            _remove_if_there(newest)
            self.rotate(self.baseFilename, newest)

    def doRollover(self):
        """Sets the file aside."""
        self._exchange(self._shift)

    def shouldRollover(self, record):
        """Whether the file with the record in it would be too big."""
        if self._is_special():
            return False
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        self.stream.seek(0, os.SEEK_END)
        return self.stream.tell() + len(self.format(record)) + 1 >= self.maxBytes


# What files set aside by time are named with, and how often that is.
_PERIODS = {
    "S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (60 * 60, "%Y-%m-%d_%H"), "D": (_DAY, "%Y-%m-%d"), "MIDNIGHT": (_DAY, "%Y-%m-%d"),
    "W": (7 * _DAY, "%Y-%m-%d"),
}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Sets the file aside at set times: every `interval` seconds ("S"), minutes ("M"), hours ("H") or days ("D"), at "midnight", or on a
    weekday ("W0" is Monday), the last two at `atTime` if that is given."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        super().__init__(filename, "a", io.text_encoding(encoding), delay, errors)
        self.when, self.backupCount, self.utc, self.atTime = when.upper(), backupCount, utc, atTime
        unit = "W" if self.when.startswith("W") else self.when
        if unit not in _PERIODS:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        if unit == "W":
            if len(self.when) != 2:
                raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}")
            if self.when[1] not in "0123456":
                raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
            self.dayOfWeek = int(self.when[1])
        period, self.suffix = _PERIODS[unit]
        self.interval = period * interval
        digits = re.sub("%.", r"\\d{2}", self.suffix.replace("%Y", r"\d{4}"))
        self.extMatch = re.compile(rf"(?<!\d){digits}(?!\d)", re.ASCII)
        exists = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if exists else time.time()))

    def computeRollover(self, currentTime):
        """The next time to set the file aside, after a time."""
        if not self.when.startswith(("MIDNIGHT", "W")):
            return currentTime + self.interval
        now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        wanted = _DAY if self.atTime is None else self._seconds(self.atTime.hour, self.atTime.minute, self.atTime.second)
        wait = wanted - self._seconds(now.tm_hour, now.tm_min, now.tm_sec)
        is_over = wait <= 0
        days = int(is_over)
        period = _DAY
        if self.when != "MIDNIGHT":
            days += (self.dayOfWeek - now.tm_wday - is_over) % 7
            period = 7 * _DAY
        at = currentTime + wait + days * _DAY + self.interval - period
        return at if self.utc else at + self._clock_change(now.tm_isdst, at)

    @staticmethod
    def _seconds(hours, minutes, seconds):
        return (hours * 60 + minutes) * 60 + seconds

    @staticmethod
    def _clock_change(was_summer, at):
        """By how much the local clock is put forward or back until then."""
        is_summer = time.localtime(at).tm_isdst
        if was_summer == is_summer:
            return 0
        if was_summer:
            return 3600
        return -3600 if time.localtime(at - 3600).tm_isdst else 0  # the hour itself may be the one that is left out

    def shouldRollover(self, record):
        """Whether it is time."""
        now = int(time.time())
        due = now >= self.rolloverAt
        if due and self._is_special():
            self.rolloverAt = self.computeRollover(now)
            return False
        return due

    def getFilesToDelete(self):
        """The names of the files set aside that are too many."""
        folder, base = os.path.split(self.baseFilename)
        found = sorted(os.path.join(folder, name) for name in os.listdir(folder) if self._is_ours(name, base))
        return found[:max(len(found) - self.backupCount, 0)]

    def _is_ours(self, name, base):
        if self.namer is None:
            return name.startswith(base + ".") and self.extMatch.fullmatch(name, len(base) + 1) is not None
        match = self.extMatch.search(name)
        while match is not None:  # whatever looks like a time in a name: is it the one that the name was made of?
            if os.path.basename(self.namer(f"{self.baseFilename}.{match[0]}")) == name:
                return True
            match = self.extMatch.search(name, match.start() + 1)
        return False

    def _set_aside(self):
        began = self.rolloverAt - self.interval
        if self.utc:
            stamp = time.gmtime(began)
        else:
            stamp, is_summer = time.localtime(began), time.localtime().tm_isdst
            if stamp.tm_isdst != is_summer:
                stamp = time.localtime(began + (3600 if is_summer else -3600))
        target = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, stamp)}")
        _remove_if_there(target)
        self.rotate(self.baseFilename, target)
        for name in self.getFilesToDelete() if self.backupCount > 0 else ():
            os.remove(name)

    def doRollover(self):
        """Sets the file aside, with the time at which it was begun in its name."""
        now = int(time.time())
        self._exchange(self._set_aside)
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when somebody else has moved it away."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, _encoding_for(mode, encoding), delay, errors)
        self.dev = self.ino = -1
        self._look()

    def _look(self):
        """Remembers which file it is."""
        if self.stream:
            status = os.fstat(self.stream.fileno())
            self.dev, self.ino = status.st_dev, status.st_ino

    def reopenIfNeeded(self):
        """Opens the file again if it is not the same any more."""
        try:
            status = os.stat(self.baseFilename)
            if (status.st_dev, status.st_ino) == (self.dev, self.ino):
                return
        except FileNotFoundError:
            pass
        stream = self.stream
        if stream is not None:
            stream.flush()
            stream.close()
            self.stream = None  # in case opening fails
            self.stream = self._open()
            self._look()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)


# ---- the network ----

class _Connected(logging.Handler):
    """What keeps a socket, in the attribute that `_held` names, and closes it."""

    _held = "sock"

    def _drop(self):
        held = getattr(self, self._held)
        setattr(self, self._held, None)
        if held:
            held.close()

    def close(self):
        """Closes the connection."""
        self.acquire()
        try:
            self._drop()
            super().close()
        finally:
            self.release()


def _unix_socket(kind, address, timeout=None):
    """A connected one."""
    import socket
    made = socket.socket(socket.AF_UNIX, kind)
    try:
        if timeout is not None:
            made.settimeout(timeout)
        made.connect(address)
    except OSError:
        made.close()
        raise
    return made


class SocketHandler(_Connected):
    """Sends records, pickled, over TCP, or over a Unix socket when `port` is None. After a failure it waits before it connects again: `retryStart`
    seconds, each time `retryFactor` times as long, `retryMax` at most."""

    def __init__(self, host, port):
        super().__init__()
        self.host, self.port = host, port
        self.address = (host, port) if port is not None else host
        self.sock = self.retryTime = None
        self.closeOnError = False
        self.retryStart, self.retryMax, self.retryFactor = 1.0, 30.0, 2.0

    def makeSocket(self, timeout=1):
        """A socket, connected."""
        import socket
        if self.port is None:
            return _unix_socket(socket.SOCK_STREAM, self.address, timeout)
        return socket.create_connection(self.address, timeout=timeout)

    def createSocket(self):
        """Connects, unless it was tried in vain a moment ago."""
        now = time.time()
        again = self.retryTime is not None
        if again and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax) if again else self.retryStart
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        """Sends bytes, if there is a connection."""
        if self.sock is None:
            self.createSocket()
        try:
            if self.sock:
                self.sock.sendall(s)
        except OSError:
            self._drop()

    def makePickle(self, record):
        """The record as bytes, their number in front."""
        import pickle
        if record.exc_info:
            self.format(record)  # for its exc_text: exceptions themselves are not sent
        attributes = {**vars(record), "msg": record.getMessage(), "args": None, "exc_info": None}
        attributes.pop("message", None)
        data = pickle.dumps(attributes, 1)
        return len(data).to_bytes(4, "big") + data

    def emit(self, record):
        try:
            data = self.makePickle(record)
            self.send(data)
        except Exception:
            self.handleError(record)

    def handleError(self, record):
        if self.sock and self.closeOnError:
            self._drop()  # and connect again for the next one
        else:
            super().handleError(record)


class DatagramHandler(SocketHandler):
    """Sends records, pickled, over UDP."""

    def makeSocket(self):
        """A socket."""
        import socket
        return socket.socket(socket.AF_INET if self.port is not None else socket.AF_UNIX, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


_SEVERITIES = "emerg alert crit err warning notice info debug".split()
_FACILITIES = ("kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp security console solaris-cron "
               "local0 local1 local2 local3 local4 local5 local6 local7").split()


class SysLogHandler(_Connected):
    """Sends messages to a syslog daemon (RFC 3164). The severities and facilities are LOG_... of this class."""

    _held = "socket"
    priority_names = {name: number for number, name in enumerate(_SEVERITIES)}
    priority_names.update(critical=2, error=3, panic=0, warn=4)
    facility_names = {name: number for number, name in enumerate(_FACILITIES)}
    priority_map = {name: name.lower() for name in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")}
    ident, append_nul = "", True  # what stands in front of messages; whether a zero byte ends them

    def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=_FACILITIES.index("user"), socktype=None):
        super().__init__()
        self.address, self.facility, self.socktype = address, facility, socktype
        self.socket, self.unixsocket = None, isinstance(address, str)
        self.createSocket()

    def createSocket(self):
        """Connects. That there is no daemon at a Unix socket is no error yet."""
        if not self.unixsocket:
            self._connect_to_host(*self.address)
            return
        try:
            self._connect_unixsocket(self.address)
        except OSError:
            pass

    def _connect_to_host(self, host, port):
        import socket
        wanted = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        error = OSError("getaddrinfo returns an empty list")
        for family, kind, protocol, _, address in socket.getaddrinfo(host, port, 0, wanted):
            made = None
            try:
                made = socket.socket(family, kind, protocol)
                if kind == socket.SOCK_STREAM:
                    made.connect(address)
                self.socket, self.socktype = made, kind
                return
            except OSError as failure:
                error = failure
                if made is not None:
                    made.close()
        raise error

    def _connect_unixsocket(self, address):
        """Connects to a Unix socket; of which kind, is found out if it is not given."""
        import socket
        kinds = (socket.SOCK_DGRAM, socket.SOCK_STREAM) if self.socktype is None else (self.socktype,)
        for kind in kinds:
            try:
                self.socket, self.socktype = _unix_socket(kind, address), kind
                return
            except OSError:
                if kind == kinds[-1]:
                    raise

    def encodePriority(self, facility, priority):
        """The number of a facility and a severity, given as numbers or names."""
        number = self.facility_names[facility] if isinstance(facility, str) else facility
        return number << 3 | (self.priority_names[priority] if isinstance(priority, str) else priority)

    def mapPriority(self, levelName):
        """The severity of a level."""
        return self.priority_map.get(levelName, "warning")

    def emit(self, record):
        try:
            text = f"{self.ident or ''}{self.format(record)}" + ("\0" if self.append_nul else "")
            number = self.encodePriority(self.facility, self.mapPriority(record.levelname))
            self._send(f"<{number}>{text}".encode())
        except Exception:
            self.handleError(record)

    def _send(self, message):
        import socket
        if not self.socket:
            self.createSocket()
        if self.unixsocket:
            try:
                if self.socket:
                    self.socket.send(message)
                    return
            except OSError:  # the daemon was started anew, perhaps
                self.socket.close()
            self._connect_unixsocket(self.address)
            self.socket.send(message)
        elif self.socktype != socket.SOCK_DGRAM:
            self.socket.sendall(message)
        else:
            self.socket.sendto(message, self.address)


for _names in _SEVERITIES, _FACILITIES:
    for _number, _name in enumerate(_names):
        setattr(SysLogHandler, "LOG_" + ("SOLCRON" if _name == "solaris-cron" else _name.upper()), _number)


class SMTPHandler(logging.Handler):
    """Sends each record as a mail."""

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        super().__init__()
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (tuple, list)) else (mailhost, None)
        if isinstance(credentials, (tuple, list)):
            self.username, self.password = credentials
        else:
            self.username = credentials
        self.fromaddr, self.toaddrs = fromaddr, [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.subject, self.secure, self.timeout = subject, secure, timeout

    def getSubject(self, record):
        """The subject of the mail for a record."""
        return self.subject

    def _mail(self, record):
        from email.message import EmailMessage
        from email.utils import localtime
        mail = EmailMessage()
        for field, value in (("From", self.fromaddr), ("To", ",".join(self.toaddrs)), ("Subject", self.getSubject(record)), ("Date", localtime())):
            mail[field] = value
        mail.set_content(self.format(record))
        return mail

    def emit(self, record):
        try:
            import smtplib
            server = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            mail = self._mail(record)
            if self.username:
                if self.secure is not None:
                    server.ehlo()
                    import ssl
                    key_and_certificate = dict(zip(("keyfile", "certfile"), self.secure))
                    server.starttls(context=ssl._create_stdlib_context(**key_and_certificate))
                    server.ehlo()
                server.login(self.username, self.password)
            server.send_message(mail)
            server.quit()
        except Exception:
            self.handleError(record)


class NTEventLogHandler(logging.Handler):
    """For Windows alone."""

    def __init__(self, appname, dllname=None, logtype="Application"):
        super().__init__()
        self.appname, self.dllname, self.logtype = appname, dllname, logtype
        print("The Python Win32 extensions for NT (service, event logging) appear not to be available.")

    def getEventCategory(self, record):
        """The category of an event."""
        return 0

    def getEventType(self, record):
        """The type of an event: error, warning or information."""
        return 1 if record.levelno >= logging.ERROR else 2 if record.levelno >= logging.WARNING else 4

    def getMessageID(self, record):
        """The number of the message."""
        return 1

    def emit(self, record):
        """Nothing."""


class HTTPHandler(logging.Handler):
    """Sends records to a web server, as the fields of a form, by GET or POST."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        super().__init__()
        self.method = method.upper()
        if self.method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if context is not None and not secure:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host, self.url, self.secure, self.credentials, self.context = host, url, secure, credentials, context

    def mapLogRecord(self, record):
        """The fields."""
        return vars(record)

    def getConnection(self, host, secure):
        """A connection to the server."""
        from http import client
        return client.HTTPSConnection(host, context=self.context) if secure else client.HTTPConnection(host)

    def _headers(self, body):
        if body is not None:
            yield "Content-type", "application/x-www-form-urlencoded"
            yield "Content-length", str(len(body))
        if self.credentials:
            from base64 import b64encode
            yield "Authorization", "Basic " + b64encode("{}:{}".format(*self.credentials).encode()).decode("ascii")

    def emit(self, record):
        try:
            from urllib.parse import urlencode
            connection = self.getConnection(self.host, self.secure)
            fields, url, body = urlencode(self.mapLogRecord(record)), self.url, None
            if self.method == "POST":
                body = fields.encode()
            else:
                url = f"{url}{'&' if '?' in url else '?'}{fields}"
            connection.putrequest(self.method, url)
            for header in self._headers(body):
                connection.putheader(*header)
            connection.endheaders()
            if body is not None:
                connection.send(body)
            connection.getresponse()
        except Exception:
            self.handleError(record)


# ---- memory ----

class BufferingHandler(logging.Handler):
    """Keeps records, and flushes when shouldFlush(record) says so."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        """Whether there are as many as there should be."""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forgets the records; subclasses do something with them."""
        with self.lock:
            self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records, and hands them to its target when there are `capacity` of them, or one of `flushLevel`."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        """Whether they are to be handed on."""
        return record.levelno >= self.flushLevel or super().shouldFlush(record)

    def setTarget(self, target):
        """The handler they are handed to."""
        with self.lock:
            self.target = target

    def flush(self):
        """Hands them on, if there is a target."""
        with self.lock:
            if self.target:
                for each in self.buffer:
                    self.target.handle(each)
                self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with self.lock:
                self.target = None
                super().close()


# ---- queues ----

class QueueHandler(logging.Handler):
    """Puts records into a queue, to be handled elsewhere by a QueueListener (`listener`, if dictConfig has made one)."""

    def __init__(self, queue):
        super().__init__()
        self.queue, self.listener = queue, None

    def enqueue(self, record):
        """Puts a record into the queue."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """The record as it goes into the queue: a copy, its message made, with nothing in it that could not be pickled."""
        text = self.format(record)
        prepared = copy.copy(record)
        vars(prepared).update(message=text, msg=text, args=None, exc_info=None, exc_text=None, stack_info=None)
        return prepared

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener(object):
    """Takes records from a queue, in a thread of its own, and gives them to its handlers."""

    _sentinel = None  # in the queue: the end
    _thread = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level

    def dequeue(self, block):
        """The next record."""
        return self.queue.get(block)

    def prepare(self, record):
        """The record as it is to be handled."""
        return record

    def handle(self, record):
        """Gives a record to the handlers."""
        prepared = self.prepare(record)
        for each in self.handlers:
            if not self.respect_handler_level or each.level <= prepared.levelno:
                each.handle(prepared)

    def start(self):
        """Begins to listen."""
        from threading import Thread
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self):
        from queue import Empty
        done = getattr(self.queue, "task_done", int)  # queues of other kinds do not count tasks
        try:
            while (record := self.dequeue(True)) is not self._sentinel:
                self.handle(record)
                done()
            done()
        except Empty:
            pass

    def enqueue_sentinel(self):
        """Puts the end into the queue."""
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Listens no more, once all records so far are handled."""
        if self._thread:
            self.enqueue_sentinel()
            thread, self._thread = self._thread, None
            thread.join()
