"""Mail boxes over IMAP4 (library reference, "imaplib"; RFC 3501 and its extensions).

A command is a line that begins with a tag. What the server says until the line with that tag is untagged: it is collected by its kind in
untagged_responses, from where a method takes what belongs to its command. A line that ends in `{n}` goes on with n bytes, a literal.
"""
import binascii
import calendar
import errno
import random
import re
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone

try:
    import ssl
    HAVE_SSL = True
except ImportError:
    HAVE_SSL = False

__all__ = ["IMAP4", "IMAP4_stream", "Internaldate2tuple", "Int2AP", "ParseFlags", "Time2Internaldate"]

CRLF = b"\r\n"
Debug = 0
IMAP4_PORT = 143
IMAP4_SSL_PORT = 993
AllowedVersions = ("IMAP4REV1", "IMAP4")
_MAXLINE = 1000000  # a longer line is an attack, or no server's; some list the numbers of a whole box in one

# The states of a session in which each command is allowed.
_BEFORE, _LOGGED_IN, _IN_BOX = ("NONAUTH",), ("AUTH", "SELECTED"), ("SELECTED",)
_ANY = ("NONAUTH", "AUTH", "SELECTED", "LOGOUT")
Commands = {}
for _states, _names in (
        (_BEFORE, "AUTHENTICATE LOGIN STARTTLS"),
        (_LOGGED_IN, "APPEND CREATE DELETE DELETEACL EXAMINE GETACL GETANNOTATION GETQUOTA GETQUOTAROOT LIST LSUB MYRIGHTS NAMESPACE PROXYAUTH RENAME SELECT "
                     "SETACL SETANNOTATION SETQUOTA STATUS SUBSCRIBE UNSUBSCRIBE"),
        (_IN_BOX, "CHECK CLOSE COPY EXPUNGE FETCH MOVE PARTIAL SEARCH SORT STORE THREAD UID UNSELECT"),
        (("AUTH",), "ENABLE"), (_ANY, "CAPABILITY LOGOUT NOOP")):
    Commands.update(dict.fromkeys(_names.split(), _states))
del _states, _names

Continuation = re.compile(br"\+( (?P<data>.*))?")
Flags = re.compile(br".*FLAGS \((?P<flags>[^\)]*)\)")
InternalDate = re.compile(br'.*INTERNALDATE "(?P<day>[ 0123][0-9])-(?P<mon>[A-Z][a-z][a-z])-(?P<year>[0-9][0-9][0-9][0-9])'
                          br' (?P<hour>[0-9][0-9]):(?P<min>[0-9][0-9]):(?P<sec>[0-9][0-9]) (?P<zonen>[-+])(?P<zoneh>[0-9][0-9])(?P<zonem>[0-9][0-9])"')
Literal = re.compile(br".*{(?P<size>\d+)}$", re.ASCII)
MapCRLF = re.compile(br"\r\n|\r|\n")
Response_code = re.compile(br"\[(?P<type>[A-Z-]+)( (?P<data>.*))?\]")
Untagged_response = re.compile(br"\* (?P<type>[A-Z-]+)( (?P<data>.*))?")
Untagged_status = re.compile(br"\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?", re.ASCII)
_Literal, _Untagged_status = Literal.pattern, Untagged_status.pattern


class IMAP4:
    """A session with a server. Commands are methods; they return (type, [data, ...]), the type 'OK' or 'NO', data bytes or (bytes, literal)."""

    class error(Exception):
        """What the user of a session does wrong."""

    class abort(error):
        """The session is broken: a new one might do."""

    class readonly(abort):
        """The box can only be read now."""

    def __init__(self, host="", port=IMAP4_PORT, timeout=None):
        self.debug = Debug
        self.state = "LOGOUT"
        self.literal = None  # what the next command sends as one
        self.tagged_commands = {}  # tag: its answer, None before
        self.untagged_responses = {}
        self.continuation_response = ""
        self.is_readonly = False
        self.tagnum = 0
        self._tls_established = False
        self._mode_ascii()
        self.open(host, port, timeout)
        try:
            self._connect()
        except Exception:
            try:
                self.shutdown()
            except OSError:
                pass
            raise

    def _mode_ascii(self):
        self.utf8_enabled = False
        self._encoding = "ascii"
        self.Literal, self.Untagged_status = Literal, Untagged_status

    def _mode_utf8(self):
        self.utf8_enabled = True
        self._encoding = "utf-8"
        self.Literal, self.Untagged_status = re.compile(_Literal), re.compile(_Untagged_status)

    def _connect(self):
        self.tagpre = Int2AP(random.randint(4096, 65535))
        self.tagre = re.compile(b"(?P<tag>" + self.tagpre + br"\d+) (?P<type>[A-Z]+) (?P<data>.*)", re.ASCII)
        if __debug__:
            self._cmd_log_len = 10
            self._cmd_log_idx = 0
            self._cmd_log = {}
            if self.debug >= 1:
                self._mesg("imaplib version 2.58")
                self._mesg(f"new IMAP4 connection, tag={self.tagpre!r}")
        self.welcome = self._get_response()
        if "PREAUTH" in self.untagged_responses:
            self.state = "AUTH"
        elif "OK" in self.untagged_responses:
            self.state = "NONAUTH"
        else:
            raise self.error(self.welcome)
        self._get_capabilities()
        if __debug__ and self.debug >= 3:
            self._mesg(f"CAPABILITIES: {self.capabilities!r}")
        for version in AllowedVersions:
            if version in self.capabilities:
                self.PROTOCOL_VERSION = version
                return
        raise self.error("server not IMAP4 compliant")

    def __getattr__(self, attr):
        if attr in Commands:
            return getattr(self, attr.lower())
        raise AttributeError(f"Unknown IMAP4 command: '{attr}'")

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.state != "LOGOUT":
            try:
                self.logout()
            except OSError:
                pass

    # ---- the connection: a subclass may have another

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        sys.audit("imaplib.open", self, self.host, self.port)
        address = self.host or None, self.port
        return socket.create_connection(address) if timeout is None else socket.create_connection(address, timeout)

    def open(self, host="", port=IMAP4_PORT, timeout=None):
        """Connects to a server; read, readline, send and shutdown use that."""
        self.host, self.port = host, port
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")

    def read(self, size):
        """That many bytes of the server."""
        return self.file.read(size)

    def readline(self):
        """A line of the server."""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise self.error("got more than %d bytes" % _MAXLINE)
        return line

    def send(self, data):
        """Sends bytes to the server."""
        sys.audit("imaplib.send", self, data)
        self.sock.sendall(data)

    def shutdown(self):
        """Closes what open() has made."""
        self.file.close()
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError as error:
            if error.errno != errno.ENOTCONN:  # the server may have gone before
                raise
        finally:
            self.sock.close()

    def socket(self):
        """The socket of the connection."""
        return self.sock

    # ---- commands

    def recent(self):
        """Numbers of messages that came since the last asking, ['RECENT', [None]] if none did."""
        kind, data = self._untagged_response("OK", [None], "RECENT")
        if data[-1]:
            return kind, data
        kind, data = self.noop()
        return self._untagged_response(kind, data, "RECENT")

    def response(self, code):
        """What is known of a kind of untagged answers, and not any more then: (code, [data] or [None])."""
        return self._untagged_response(code, [None], code.upper())

    def append(self, mailbox, flags, date_time, message):
        """Adds a message to a box; all but `message` may be None."""
        if not mailbox:
            mailbox = "INBOX"
        if not flags:
            flags = None
        elif (flags[0], flags[-1]) != ("(", ")"):
            flags = f"({flags})"
        date_time = Time2Internaldate(date_time) if date_time else None
        literal = MapCRLF.sub(CRLF, message)
        self.literal = b"UTF8 (" + literal + b")" if self.utf8_enabled else literal
        return self._simple_command("APPEND", mailbox, flags, date_time)

    def authenticate(self, mechanism, authobject):
        """A login of several steps: authobject(challenge) gives the answer, bytes or text, or None to give up."""
        self.literal = _Authenticator(authobject).process
        kind, data = self._simple_command("AUTHENTICATE", mechanism.upper())
        if kind != "OK":
            raise self.error(data[-1].decode("utf-8", "replace"))
        self.state = "AUTH"
        return kind, data

    def capability(self):
        """What the server can."""
        return self._asked("CAPABILITY")

    def check(self):
        """The server writes down how the box stands."""
        return self._simple_command("CHECK")

    def close(self):
        """Leaves the box; what is marked as deleted is removed."""
        try:
            return self._simple_command("CLOSE")
        finally:
            self.state = "AUTH"

    def copy(self, message_set, new_mailbox):
        """Copies messages to the end of another box."""
        return self._simple_command("COPY", message_set, new_mailbox)

    def create(self, mailbox):
        """Makes a box."""
        return self._simple_command("CREATE", mailbox)

    def delete(self, mailbox):
        """Removes a box."""
        return self._simple_command("DELETE", mailbox)

    def deleteacl(self, mailbox, who):
        """Takes away what somebody may do with a box."""
        return self._simple_command("DELETEACL", mailbox, who)

    def enable(self, capability):
        """Has the server use an extension; UTF8=ACCEPT changes how text is sent here, too."""
        if "ENABLE" not in self.capabilities:
            raise IMAP4.error("Server does not support ENABLE")
        kind, data = self._simple_command("ENABLE", capability)
        if kind == "OK" and "UTF8=ACCEPT" in capability.upper():
            self._mode_utf8()
        return kind, data

    def expunge(self):
        """Removes what is marked as deleted; the data are numbers of messages, as they were when each was removed."""
        return self._asked("EXPUNGE")

    def fetch(self, message_set, message_parts):
        """Parts of messages: '(UID BODY[TEXT])'."""
        return self._asked("FETCH", message_set, message_parts)

    def getacl(self, mailbox):
        """Who may do what with a box."""
        return self._asked("GETACL", mailbox, answer="ACL")

    def getannotation(self, mailbox, entry, attribute):
        """Notes of a box."""
        return self._asked("GETANNOTATION", mailbox, entry, attribute, answer="ANNOTATION")

    def getquota(self, root):
        """How much may be kept there."""
        return self._asked("GETQUOTA", root, answer="QUOTA")

    def getquotaroot(self, mailbox):
        """Where that of a box is kept: (type, [[roots], [quotas]])."""
        kind, _ = self._simple_command("GETQUOTAROOT", mailbox)
        kind, quota = self._untagged_response(kind, _, "QUOTA")
        kind, roots = self._untagged_response(kind, _, "QUOTAROOT")
        return kind, [roots, quota]

    def list(self, directory='""', pattern="*"):
        """Names of boxes."""
        return self._asked("LIST", directory, pattern)

    def login(self, user, password):
        """A login with the password as it is."""
        kind, data = self._simple_command("LOGIN", user, self._quote(password))
        if kind != "OK":
            raise self.error(data[-1])
        self.state = "AUTH"
        return kind, data

    def login_cram_md5(self, user, password):
        """A login in which a digest of the password is sent (RFC 2195)."""
        self.user, self.password = user, password
        return self.authenticate("CRAM-MD5", self._CRAM_MD5_AUTH)

    def _CRAM_MD5_AUTH(self, challenge):
        import hmac
        secret = self.password.encode("utf-8") if isinstance(self.password, str) else self.password
        return f"{self.user} {hmac.HMAC(secret, challenge, 'md5').hexdigest()}"

    def logout(self):
        """Ends the session."""
        self.state = "LOGOUT"
        kind, data = self._simple_command("LOGOUT")
        self.shutdown()
        return kind, data

    def lsub(self, directory='""', pattern="*"):
        """Names of boxes that are subscribed to."""
        return self._asked("LSUB", directory, pattern)

    def myrights(self, mailbox):
        """What one may do with a box."""
        return self._asked("MYRIGHTS", mailbox)

    def namespace(self):
        """Where boxes are (RFC 2342)."""
        return self._asked("NAMESPACE")

    def noop(self):
        """Nothing: the server tells what is new."""
        if __debug__ and self.debug >= 3:
            self._dump_ur(self.untagged_responses)
        return self._simple_command("NOOP")

    def partial(self, message_num, message_part, start, length):
        """A part of a part of a message."""
        return self._asked("PARTIAL", message_num, message_part, start, length, answer="FETCH")

    def proxyauth(self, user):
        """Goes on as another user, which administrators may."""
        return self._simple_command("PROXYAUTH", user)

    def rename(self, oldmailbox, newmailbox):
        """Gives a box another name."""
        return self._simple_command("RENAME", oldmailbox, newmailbox)

    def search(self, charset, *criteria):
        """Numbers of messages that have all of these; charset None: that of ASCII."""
        if charset:
            if self.utf8_enabled:
                raise IMAP4.error("Non-None charset not valid in UTF8 mode")
            return self._asked("SEARCH", "CHARSET", charset, *criteria)
        return self._asked("SEARCH", *criteria)

    def select(self, mailbox="INBOX", readonly=False):
        """Opens a box; the data are the number of its messages."""
        self.untagged_responses = {}  # of the box before
        self.is_readonly = readonly
        kind, data = self._simple_command("EXAMINE" if readonly else "SELECT", mailbox)
        if kind != "OK":
            self.state = "AUTH"
            return kind, data
        self.state = "SELECTED"
        if "READ-ONLY" in self.untagged_responses and not readonly:
            if __debug__ and self.debug >= 1:
                self._dump_ur(self.untagged_responses)
            raise self.readonly(f"{mailbox} is not writable")
        return kind, self.untagged_responses.get("EXISTS", [None])

    def setacl(self, mailbox, who, what):
        """Says what somebody may do with a box."""
        return self._simple_command("SETACL", mailbox, who, what)

    def setannotation(self, *args):
        """Writes notes of a box."""
        return self._asked("SETANNOTATION", *args, answer="ANNOTATION")

    def setquota(self, root, limits):
        """Says how much may be kept there."""
        return self._asked("SETQUOTA", root, limits, answer="QUOTA")

    def sort(self, sort_criteria, charset, *search_criteria):
        """As search(), in an order."""
        if (sort_criteria[0], sort_criteria[-1]) != ("(", ")"):
            sort_criteria = f"({sort_criteria})"
        return self._asked("SORT", sort_criteria, charset, *search_criteria)

    def starttls(self, ssl_context=None):
        """Goes on encrypted."""
        if not HAVE_SSL:
            raise self.error("SSL support missing")
        if self._tls_established:
            raise self.abort("TLS session already established")
        if "STARTTLS" not in self.capabilities:
            raise self.abort("TLS not supported by server")
        if ssl_context is None:
            ssl_context = ssl._create_stdlib_context()
        kind, data = self._simple_command("STARTTLS")
        if kind != "OK":
            raise self.error("Couldn't establish TLS session")
        self.sock = ssl_context.wrap_socket(self.sock, server_hostname=self.host)
        self.file = self.sock.makefile("rb")
        self._tls_established = True
        self._get_capabilities()
        return self._untagged_response(kind, data, "STARTTLS")

    def status(self, mailbox, names):
        """Numbers that tell of a box: '(MESSAGES UNSEEN)'."""
        return self._asked("STATUS", mailbox, names)

    def store(self, message_set, command, flags):
        """Changes the flags of messages: '+FLAGS', '\\Deleted'."""
        if (flags[0], flags[-1]) != ("(", ")"):
            flags = f"({flags})"
        return self._asked("STORE", message_set, command, flags, answer="FETCH")

    def subscribe(self, mailbox):
        """Subscribes to a box."""
        return self._simple_command("SUBSCRIBE", mailbox)

    def thread(self, threading_algorithm, charset, *search_criteria):
        """As search(), as trees of answers."""
        return self._asked("THREAD", threading_algorithm, charset, *search_criteria)

    def uid(self, command, *args):
        """A command of the box whose messages are named by UIDs, not by numbers."""
        command = command.upper()
        if command not in Commands:
            raise self.error(f"Unknown IMAP4 UID command: {command}")
        if self.state not in Commands[command]:
            raise self.error(f"command {command} illegal in state {self.state}, only allowed in states {', '.join(Commands[command])}")
        return self._asked("UID", command, *args, answer=command if command in ("SEARCH", "SORT", "THREAD") else "FETCH")

    def unsubscribe(self, mailbox):
        """Does not subscribe any more."""
        return self._simple_command("UNSUBSCRIBE", mailbox)

    def unselect(self):
        """Leaves the box; nothing is removed."""
        try:
            return self._simple_command("UNSELECT")
        finally:
            self.state = "AUTH"

    def xatom(self, name, *args):
        """A command that is not among these."""
        name = name.upper()
        Commands.setdefault(name, (self.state,))
        return self._simple_command(name, *args)

    # ---- commands and answers

    def _append_untagged(self, kind, data):
        if data is None:
            data = b""
        known = self.untagged_responses.setdefault(kind, [])
        if __debug__ and self.debug >= 5:
            self._mesg(f"untagged_responses[{kind}] {len(known)} += [{data!r}]")
        known.append(data)

    def _check_bye(self):
        bye = self.untagged_responses.get("BYE")
        if bye:
            raise self.abort(bye[-1].decode(self._encoding, "replace"))

    def _command(self, name, *args):
        """Sends a command, and its literal as the server asks for it; returns the tag."""
        if self.state not in Commands[name]:
            self.literal = None
            raise self.error(f"command {name} illegal in state {self.state}, only allowed in states {', '.join(Commands[name])}")
        for kind in "OK", "NO", "BAD":
            self.untagged_responses.pop(kind, None)
        if "READ-ONLY" in self.untagged_responses and not self.is_readonly:
            raise self.readonly("mailbox status changed to READ-ONLY")
        tag = self._new_tag()
        words = [tag, bytes(name, self._encoding)]
        words += [bytes(word, self._encoding) if isinstance(word, str) else word for word in args if word is not None]
        line = b" ".join(words)
        literal, self.literal = self.literal, None
        answering = None
        if literal is not None:
            if callable(literal):
                answering = literal
            else:
                line += b" {%d}" % len(literal)
        if __debug__:
            if self.debug >= 4:
                self._mesg(f"> {line!r}")
            else:
                self._log(f"> {line!r}")
        self._send(line + CRLF)
        while literal is not None:
            while self._get_response():
                if self.tagged_commands[tag]:  # NO, or BAD
                    return tag
            if answering is not None:
                literal = answering(self.continuation_response)
            if __debug__ and self.debug >= 4:
                self._mesg(f"write literal size {len(literal)}")
            self._send(literal, CRLF)
            if answering is None:
                break
        return tag

    def _send(self, *parts):
        try:
            for part in parts:
                self.send(part)
        except OSError as error:
            raise self.abort(f"socket error: {error}")

    def _command_complete(self, name, tag):
        logout = name == "LOGOUT"
        if not logout:  # which is answered by a BYE
            self._check_bye()
        try:
            kind, data = self._get_tagged_response(tag, expect_bye=logout)
        except self.abort as error:
            raise self.abort(f"command: {name} => {error}")
        except self.error as error:
            raise self.error(f"command: {name} => {error}")
        if not logout:
            self._check_bye()
        if kind == "BAD":
            raise self.error(f"{name} command error: {kind} {data}")
        return kind, data

    def _get_capabilities(self):
        kind, data = self.capability()
        if data == [None]:
            raise self.error("no CAPABILITY response from server")
        self.capabilities = tuple(str(data[-1], self._encoding).upper().split())

    def _get_response(self):
        """Takes a line, and the literals it goes on with, to where it belongs; None: the server waits for more of a command."""
        line = self._get_line()
        if self._match(self.tagre, line):
            tag = self.mo.group("tag")
            if tag not in self.tagged_commands:
                raise self.abort(f"unexpected tagged response: {line!r}")
            kind, data = str(self.mo.group("type"), self._encoding), self.mo.group("data")
            self.tagged_commands[tag] = kind, [data]
        else:
            after = None
            if not self._match(Untagged_response, line) and self._match(self.Untagged_status, line):
                after = self.mo.group("data2")
            if self.mo is None:
                if self._match(Continuation, line):
                    self.continuation_response = self.mo.group("data")
                    return None
                raise self.abort(f"unexpected response: {line!r}")
            kind, data = str(self.mo.group("type"), self._encoding), self.mo.group("data")
            if data is None:
                data = b""
            if after:
                data += b" " + after
            while self._match(self.Literal, data):
                size = int(self.mo.group("size"))
                if __debug__ and self.debug >= 4:
                    self._mesg(f"read literal size {size}")
                self._append_untagged(kind, (data, self.read(size)))
                data = self._get_line()
            self._append_untagged(kind, data)
        if kind in ("OK", "NO", "BAD") and self._match(Response_code, data):
            self._append_untagged(str(self.mo.group("type"), self._encoding), self.mo.group("data"))
        if __debug__ and self.debug >= 1 and kind in ("NO", "BAD", "BYE"):
            self._mesg(f"{kind} response: {data!r}")
        return line

    def _get_tagged_response(self, tag, expect_bye=False):
        while True:
            answer = self.tagged_commands[tag]
            if answer is not None:
                del self.tagged_commands[tag]
                return answer
            if expect_bye:
                bye = self.untagged_responses.pop("BYE", None)
                if bye is not None:  # some servers say no more
                    return "BYE", bye
            self._check_bye()  # else a server that has gone is waited for
            try:
                self._get_response()
            except self.abort as error:
                if __debug__ and self.debug >= 1:
                    self.print_log()
                raise

    def _get_line(self):
        line = self.readline()
        if not line:
            raise self.abort("socket error: EOF")
        if not line.endswith(CRLF):
            raise self.abort(f"socket error: unterminated line: {line!r}")
        line = line[:-2]
        if __debug__:
            if self.debug >= 4:
                self._mesg(f"< {line!r}")
            else:
                self._log(f"< {line!r}")
        return line

    def _match(self, pattern, text):
        """Keeps what a pattern finds in self.mo."""
        self.mo = pattern.match(text)
        if __debug__ and self.mo is not None and self.debug >= 5:
            self._mesg(f"\tmatched {pattern.pattern!r} => {self.mo.groups()!r}")
        return self.mo is not None

    def _new_tag(self):
        tag = self.tagpre + bytes(str(self.tagnum), self._encoding)
        self.tagnum += 1
        self.tagged_commands[tag] = None
        return tag

    def _quote(self, arg):
        return '"' + arg.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def _simple_command(self, name, *args):
        return self._command_complete(name, self._command(name, *args))

    def _asked(self, name, *args, answer=None):
        """A command that is answered by untagged data, of its own name unless said otherwise."""
        kind, data = self._simple_command(name, *args)
        return self._untagged_response(kind, data, answer or name)

    def _untagged_response(self, kind, data, name):
        if kind == "NO":
            return kind, data
        if name not in self.untagged_responses:
            return kind, [None]
        data = self.untagged_responses.pop(name)
        if __debug__ and self.debug >= 5:
            self._mesg(f"untagged_responses[{name}] => {data}")
        return kind, data

    # ---- what is said with debug, and kept for print_log()

    if __debug__:
        def _mesg(self, s, secs=None):
            secs = time.time() if secs is None else secs
            clock = time.strftime("%M:%S", time.localtime(secs))
            sys.stderr.write("  %s.%02d %s\n" % (clock, secs * 100 % 100, s))
            sys.stderr.flush()

        def _dump_ur(self, untagged_resp_dict):
            if untagged_resp_dict:
                self._mesg("untagged responses dump:" + "\n\t\t".join(f"{key}: {value!r}" for key, value in untagged_resp_dict.items()))

        def _log(self, line):
            self._cmd_log[self._cmd_log_idx] = line, time.time()
            self._cmd_log_idx = (self._cmd_log_idx + 1) % self._cmd_log_len

        def print_log(self):
            """The last lines of the session."""
            self._mesg(f"last {len(self._cmd_log)} IMAP4 interactions:")
            for at in range(self._cmd_log_len):
                line = self._cmd_log.get((self._cmd_log_idx + at) % self._cmd_log_len)
                if line is not None:
                    self._mesg(*line)


if HAVE_SSL:
    class IMAP4_SSL(IMAP4):
        """A session that is encrypted from the beginning."""

        def __init__(self, host="", port=IMAP4_SSL_PORT, *, ssl_context=None, timeout=None):
            self.ssl_context = ssl._create_stdlib_context() if ssl_context is None else ssl_context
            super().__init__(host, port, timeout)

        def _create_socket(self, timeout):
            return self.ssl_context.wrap_socket(super()._create_socket(timeout), server_hostname=self.host)

        def open(self, host="", port=IMAP4_SSL_PORT, timeout=None):
            """Connects to a server, encrypted."""
            super().open(host, port, timeout)

    __all__.append("IMAP4_SSL")


class IMAP4_stream(IMAP4):
    """A session with a program that is started, and reads and writes as a server does."""

    def __init__(self, command):
        self.command = command
        super().__init__()

    def open(self, host=None, port=None, timeout=None):
        """Starts the program."""
        self.host = self.port = self.sock = self.file = None
        self.process = subprocess.Popen(self.command, bufsize=-1, stdin=subprocess.PIPE, stdout=subprocess.PIPE, shell=True, close_fds=True)
        self.writefile, self.readfile = self.process.stdin, self.process.stdout

    def read(self, size):
        """That many bytes of the program."""
        return self.readfile.read(size)

    def readline(self):
        """A line of the program."""
        return self.readfile.readline()

    def send(self, data):
        """Sends bytes to the program."""
        self.writefile.write(data)
        self.writefile.flush()

    def shutdown(self):
        """Waits for the program to end."""
        self.readfile.close()
        self.writefile.close()
        self.process.wait()


class _Authenticator:
    """Challenges and answers in base64."""

    def __init__(self, mechinst):
        self.mech = mechinst

    def process(self, data):
        """The answer to a challenge; '*' gives up."""
        answer = self.mech(self.decode(data))
        return b"*" if answer is None else self.encode(answer)

    def encode(self, inp):
        if isinstance(inp, str):
            inp = inp.encode("utf-8")
        return binascii.b2a_base64(inp, newline=False)

    def decode(self, inp):
        return binascii.a2b_base64(inp) if inp else b""


# ---- dates, numbers, flags

Months = " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
Mon2num = {name.encode(): number for number, name in enumerate(Months) if name}


def Internaldate2tuple(resp):
    """The local time of an INTERNALDATE in bytes, None if there is none."""
    found = InternalDate.match(resp)
    if not found:
        return None
    day, year, hour, minute, second, zone_hours, zone_minutes = map(int, found.group("day", "year", "hour", "min", "sec", "zoneh", "zonem"))
    zone = (zone_hours * 60 + zone_minutes) * 60
    if found["zonen"] == b"-":
        zone = -zone
    return time.localtime(calendar.timegm((year, Mon2num[found["mon"]], day, hour, minute, second, -1, -1, -1)) - zone)


def Int2AP(num):
    """A number in letters, A for 0 to P for 15."""
    num = int(abs(num))
    letters = b""
    while num:
        num, digit = divmod(num, 16)
        letters = b"%c" % (ord("A") + digit) + letters
    return letters


def ParseFlags(resp):
    """The flags of a FLAGS answer."""
    found = Flags.match(resp)
    return tuple(found["flags"].split()) if found else ()


def Time2Internaldate(date_time):
    """An INTERNALDATE, in quotes, of seconds, a time tuple, an aware datetime, or of one already."""
    if isinstance(date_time, (int, float)):
        made = datetime.fromtimestamp(date_time, timezone.utc).astimezone()
    elif isinstance(date_time, tuple):
        offset = getattr(date_time, "tm_gmtoff", None)
        if offset is None:
            summer = date_time[8] if date_time[8] != -1 else time.localtime(time.mktime(date_time))[8]
            offset = -(time.timezone, time.altzone)[summer]
        made = datetime(*date_time[:6], tzinfo=timezone(timedelta(seconds=offset)))
    elif isinstance(date_time, datetime):
        if date_time.tzinfo is None:
            raise ValueError("date_time must be aware")
        made = date_time
    elif isinstance(date_time, str) and (date_time[0], date_time[-1]) == ('"', '"'):
        return date_time
    else:
        raise ValueError("date_time not of a known type")
    return made.strftime(f'"%d-{Months[made.month]}-%Y %H:%M:%S %z"')
