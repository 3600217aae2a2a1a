"""Sending mail (library reference, "smtplib"; RFC 5321, with the extensions of RFC 1869 and authentication by RFC 4954).

A conversation: each command is a line, each reply one or more lines with a code of three digits. A reply is (code, text as bytes); the
method of a command gives it as it is, sendmail() and what is built on it raise if it is not what it should be. There is no TLS.
"""
import base64
import email.utils
import re
import socket
import sys

__all__ = ["SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException", "SMTPSenderRefused", "SMTPRecipientsRefused",
           "SMTPDataError", "SMTPConnectError", "SMTPHeloError", "SMTPAuthenticationError", "quoteaddr", "quotedata", "SMTP", "SMTP_SSL"]

SMTP_PORT, SMTP_SSL_PORT, LMTP_PORT = 25, 465, 2003
CRLF, bCRLF = "\r\n", b"\r\n"

_LONGEST_REPLY = 8192  # of one line
_MOST_CHALLENGES = 5
_LINE_END = re.compile(r"\r\n|\r|\n")
_FEATURE = re.compile(r"([A-Za-z0-9][A-Za-z0-9\-]*) ?")
_OLD_AUTH = re.compile(r"auth=(.*)", re.IGNORECASE)  # of servers from before RFC 2554
_no_timeout_given = socket._GLOBAL_DEFAULT_TIMEOUT


# ---- errors

class SMTPException(OSError):
    """All that this module raises by itself."""


class SMTPNotSupportedError(SMTPException):
    """The server does not offer what is asked for."""


class SMTPServerDisconnected(SMTPException):
    """The server is not connected any more, or not yet."""


class SMTPResponseException(SMTPException):
    """The server has answered with an error: `smtp_code`, `smtp_error`."""

    def __init__(self, code, msg):
        self.smtp_code, self.smtp_error = self.args = (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    """The address of the sender, `sender`, was refused."""

    def __init__(self, code, msg, sender):
        self.smtp_code, self.smtp_error, self.sender = self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """All recipients were refused: `recipients` has the reply for each."""

    def __init__(self, recipients):
        self.recipients, = self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    """The message was refused."""


class SMTPConnectError(SMTPResponseException):
    """The server does not want to talk."""


class SMTPHeloError(SMTPResponseException):
    """The server has refused the greeting."""


class SMTPAuthenticationError(SMTPResponseException):
    """The server does not accept the name and the password."""


# ---- texts

def quoteaddr(addrstring):
    """An address as commands have it: in angle brackets, without a name."""
    name, address = email.utils.parseaddr(addrstring)
    if name or address:
        return f"<{address}>"
    return addrstring if addrstring.strip().startswith("<") else f"<{addrstring}>"


def quotedata(data):
    """Text as it is sent: each line ends with CRLF, a dot at the beginning of a line is doubled."""
    return re.sub(r"(?m)^\.", "..", _with_crlf(data))


def _with_crlf(text):
    return CRLF.join(_LINE_END.split(text))


def _bare_address(addrstring):
    """An address without a name; what is none stays as it is."""
    name, address = email.utils.parseaddr(addrstring)
    return address if name or address else addrstring


def _own_name():
    """How this machine is called by others: by its address, if it has no full name."""
    name = socket.getfqdn()
    if "." in name:
        return name
    try:
        address = socket.gethostbyname(socket.gethostname())
    except socket.gaierror:
        address = "127.0.0.1"
    return f"[{address}]"


# ---- the conversation

class SMTP:
    """A session with a server; connected at once if a host is given. A context manager, which quits."""

    default_port = SMTP_PORT
    ehlo_msg = "ehlo"
    debuglevel = 0
    sock = file = helo_resp = ehlo_resp = None
    does_esmtp = False
    _source_address = None

    def __init__(self, host="", port=0, local_hostname=None, timeout=_no_timeout_given, source_address=None):
        self._host, self.timeout, self.source_address = host, timeout, source_address
        self.esmtp_features, self.command_encoding = {}, "ascii"
        self._auth_challenge_count = 0
        if host:
            code, text = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, text)
        self.local_hostname = _own_name() if local_hostname is None else local_hostname

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        try:
            reply = self.docmd("QUIT")
            if reply[0] != 221:
                raise SMTPResponseException(*reply)
        except SMTPServerDisconnected:
            pass
        finally:
            self.close()

    def set_debuglevel(self, debuglevel):
        """Shows what is said, on the error stream: 1, or 2 with the time."""
        self.debuglevel = debuglevel

    def _show(self, *words):
        if self.debuglevel > 1:
            import datetime
            words = (datetime.datetime.now().time(), *words)
        if self.debuglevel > 0:
            print(*words, file=sys.stderr)

    # Lines.

    def connect(self, host="localhost", port=0, source_address=None):
        """Connects; the greeting of the server."""
        if source_address:
            self.source_address = source_address
        if not port and host.count(":") == 1:
            host, _, number = host.partition(":")
            try:
                port = int(number)
            except ValueError:
                raise OSError("nonnumeric port")
        port = port or self.default_port
        sys.audit("smtplib.connect", self, host, port)
        self.sock = self._get_socket(host, port, self.timeout)
        self.file = None
        return self._greeting()

    def _greeting(self):
        reply = self.getreply()
        self._show("connect:", repr(reply[1]))
        return reply

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        self._show("connect: to", (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)

    def send(self, s):
        """Sends text or bytes."""
        self._show("send:", repr(s))
        if not self.sock:
            raise SMTPServerDisconnected("please run connect() first")
        data = s.encode(self.command_encoding) if isinstance(s, str) else s
        sys.audit("smtplib.send", self, data)
        try:
            self.sock.sendall(data)
        except OSError:
            self.close()
            raise SMTPServerDisconnected("Server not connected") from None

    def putcmd(self, cmd, args=""):
        """Sends a command."""
        line = cmd if args == "" else f"{cmd} {args}"
        if not {"\r", "\n"}.isdisjoint(line):
            shown = line.replace("\n", "\\n").replace("\r", "\\r")
            raise ValueError(f"command and arguments contain prohibited newline characters: {shown}")
        self.send(f"{line}{CRLF}")

    def getreply(self):
        """The reply to the last command: (code, text), the lines of the text without their codes. The code is -1 if there is none."""
        if self.file is None:
            self.file = self.sock.makefile("rb")
        texts, more = [], True
        while more:
            line = self._reply_line()
            texts.append(line[4:].strip(b" \t\r\n"))
            digits = line[:3]
            try:
                code = int(digits)
            except ValueError:
                code = -1
                break
            more = line[3:4] == b"-"
        text = b"\n".join(texts)
        if self.debuglevel > 0:
            self._show("reply: retcode (%s); Msg: %a" % (code, text))
        return code, text

    def _reply_line(self):
        try:
            line = self.file.readline(_LONGEST_REPLY + 1)
        except OSError as problem:
            self.close()
            raise SMTPServerDisconnected(f"Connection unexpectedly closed: {problem}")
        if not line:
            self.close()
            raise SMTPServerDisconnected("Connection unexpectedly closed")
        self._show("reply:", repr(line))
        if len(line) > _LONGEST_REPLY:
            self.close()
            raise SMTPResponseException(500, "Line too long.")
        return line

    def docmd(self, cmd, args=""):
        """Sends a command; the reply."""
        self.putcmd(cmd, args)
        return self.getreply()

    def close(self):
        """Closes the connection without a word."""
        file, sock, self.file, self.sock = self.file, self.sock, None, None
        try:
            if file:
                file.close()
        finally:
            if sock:
                sock.close()

    # Greetings.

    def helo(self, name=""):
        """The old greeting."""
        code, self.helo_resp = self.docmd("helo", name or self.local_hostname)
        return code, self.helo_resp

    def ehlo(self, name=""):
        """The greeting that is answered with the server's extensions: `esmtp_features`."""
        self.esmtp_features = {}
        code, text = self.docmd(self.ehlo_msg, name or self.local_hostname)
        if code == -1 and not text:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = text
        if code == 250:
            self.does_esmtp = True
            for line in text.decode("latin-1").split("\n")[1:]:
                self._note_feature(line)
        return code, text

    def _note_feature(self, line):
        known = self.esmtp_features
        if (old := _OLD_AUTH.match(line)):
            known["auth"] = f"{known.get('auth', '')} {old[1]}"
        elif (found := _FEATURE.match(line)):
            name, parameters = found[1].lower(), line[found.end(1):].strip()
            known[name] = f"{known.get('auth', '')} {parameters}" if name == "auth" else parameters

    def has_extn(self, opt):
        """Whether the server offers an extension."""
        return opt.lower() in self.esmtp_features

    def ehlo_or_helo_if_needed(self):
        """Greets the server if that was not done."""
        if self.ehlo_resp is not None or self.helo_resp is not None:
            return
        if not 200 <= self.ehlo()[0] <= 299:
            reply = self.helo()
            if not 200 <= reply[0] <= 299:
                raise SMTPHeloError(*reply)

    # Commands.

    def help(self, args=""):
        """The server's help, as bytes."""
        return self.docmd("help", args)[1]

    def noop(self):
        """Does nothing."""
        return self.docmd("noop")

    def rset(self):
        """Forgets the message that was begun."""
        self.command_encoding = "ascii"
        return self.docmd("rset")

    def mail(self, sender, options=()):
        """Begins a message."""
        words = [f"FROM:{quoteaddr(sender)}"]
        if options and self.does_esmtp:
            if "smtputf8" in [option.lower() for option in options]:
                if not self.has_extn("smtputf8"):
                    raise SMTPNotSupportedError("SMTPUTF8 not supported by server")
                self.command_encoding = "utf-8"
            words.extend(options)
        return self.docmd("mail", " ".join(words))

    def rcpt(self, recip, options=()):
        """Names a recipient."""
        words = [f"TO:{quoteaddr(recip)}", *(options if self.does_esmtp else ())]
        return self.docmd("rcpt", " ".join(words))

    def data(self, msg):
        """Sends the text of a message; the reply to that."""
        code, text = reply = self.docmd("data")
        self._show("data:", reply)
        if code != 354:
            raise SMTPDataError(code, text)
        if isinstance(msg, str):
            msg = _with_crlf(msg).encode("ascii")
        lines = re.sub(rb"(?m)^\.", b"..", msg)
        self.send(lines + (b"" if lines.endswith(bCRLF) else bCRLF) + b"." + bCRLF)
        reply = self.getreply()
        self._show("data:", reply)
        return reply

    def verify(self, address):
        """Asks whether there is such an address."""
        return self.docmd("vrfy", _bare_address(address))

    vrfy = verify

    def expn(self, address):
        """Asks who is on a mailing list."""
        return self.docmd("expn", _bare_address(address))

    def quit(self):
        """Says goodbye and closes the connection."""
        reply = self.docmd("quit")
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        self.close()
        return reply

    # Who we are.

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """Proves who we are: authobject(challenge) gives the answers, authobject() the one that is sent with the command, or None."""
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        self._auth_challenge_count = 0 if first is None else 1
        code, text = self.docmd("AUTH", mechanism if first is None else f"{mechanism} {_base64(first)}")
        while code == 334:
            self._auth_challenge_count += 1
            code, text = self.docmd(_base64(authobject(base64.decodebytes(text))))
            if self._auth_challenge_count > _MOST_CHALLENGES:
                raise SMTPException(f"Server AUTH mechanism infinite loop. Last response: {(code, text)!r}")
        if code in (235, 503):
            return code, text
        raise SMTPAuthenticationError(code, text)

    def auth_cram_md5(self, challenge=None):
        """Answers of CRAM-MD5: the password is not sent."""
        if challenge is None:
            return None
        import hmac
        return f"{self.user} {hmac.new(self.password.encode('ascii'), challenge, 'md5').hexdigest()}"

    def auth_plain(self, challenge=None):
        """The answer of PLAIN."""
        return "\0".join(["", self.user, self.password])

    def auth_login(self, challenge=None):
        """The answers of LOGIN: first the name, then the password."""
        is_first = challenge is None or self._auth_challenge_count < 2
        return self.user if is_first else self.password

    def login(self, user, password, *, initial_response_ok=True):
        """Proves who we are by a name and a password, in the best way the server knows."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
        offered = self.esmtp_features["auth"].split()
        ways = [way for way in ("CRAM-MD5", "PLAIN", "LOGIN") if way in offered]
        if not ways:
            raise SMTPException("No suitable authentication method found.")
        self.user, self.password = user, password
        refusal = None
        for way in ways:
            answers = getattr(self, "auth_" + way.lower().replace("-", "_"))
            try:
                return self.auth(way, answers, initial_response_ok=initial_response_ok)
            except SMTPAuthenticationError as refused:
                refusal = refused
        raise refusal

    def starttls(self, *, context=None):
        """Goes on over TLS."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
        code, text = self.docmd("STARTTLS")
        if code != 220:
            raise SMTPResponseException(code, text)
        if context is None:
            import ssl
            context = ssl._create_stdlib_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
        # What was said in the clear counts no more (RFC 3207).
        self.file = self.helo_resp = self.ehlo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        return code, text

    # Messages.

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Sends a message (text of ASCII, or bytes) to all recipients; {recipient: reply} of those that were refused.

        If that are all, or the sender or the text is refused, it raises, and the server forgets the message.
        """
        self.ehlo_or_helo_if_needed()
        if isinstance(msg, str):
            msg = _with_crlf(msg).encode("ascii")
        options = []
        if self.does_esmtp:
            options = [f"size={len(msg)}"] * self.has_extn("size") + [*mail_options]
        code, text = self.mail(from_addr, options)
        if code != 250:
            self._give_up(code, SMTPSenderRefused(code, text, from_addr))
        recipients, refused = [to_addrs] if isinstance(to_addrs, str) else to_addrs, {}
        for recipient in recipients:
            code, text = self.rcpt(recipient, rcpt_options)
            if code not in (250, 251):
                refused[recipient] = code, text
            if code == 421:
                self._give_up(code, SMTPRecipientsRefused(refused))
        if len(refused) == len(recipients):
            self._give_up(None, SMTPRecipientsRefused(refused))
        code, text = self.data(msg)
        if code != 250:
            self._give_up(code, SMTPDataError(code, text))
        return refused

    def _give_up(self, code, error):
        "421: the server has closed the connection."
        if code == 421:
            self.close()
        else:
            self._rset()
        raise error

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Sends an email.message.Message. Who is not given is taken from its headers; Bcc is not sent."""
        self.ehlo_or_helo_if_needed()
        prefix = _resent_prefix(msg)
        if from_addr is None:
            sender = msg[prefix + "Sender"] if prefix + "Sender" in msg else msg[prefix + "From"]
            from_addr = email.utils.getaddresses([sender])[0][1]
        if to_addrs is None:
            fields = [msg[prefix + name] for name in ("To", "Bcc", "Cc")]
            to_addrs = [address for _, address in email.utils.getaddresses([field for field in fields if field is not None])]
        policy = None
        if not all(address.isascii() for address in [from_addr, *to_addrs]):
            if not self.has_extn("smtputf8"):
                raise SMTPNotSupportedError("One or more source or delivery addresses require internationalized email support, "
                                            "but the server does not advertise the required SMTPUTF8 capability")
            policy = msg.policy.clone(utf8=True)
            mail_options = (*mail_options, "SMTPUTF8", "BODY=8BITMIME")
        return self.sendmail(from_addr, to_addrs, _message_bytes(msg, policy), mail_options, rcpt_options)


def _base64(text):
    return base64.b64encode(text.encode("ascii")).decode("ascii")


def _resent_prefix(msg):
    blocks = msg.get_all("Resent-Date")
    if blocks is None:
        return ""
    if len(blocks) > 1:
        raise ValueError("message has more than one 'Resent-' header block")
    return "Resent-"


def _message_bytes(msg, policy):
    import copy
    from email.generator import BytesGenerator
    from io import BytesIO
    shown, written = copy.copy(msg), BytesIO()
    for hidden in ("Bcc", "Resent-Bcc"):
        del shown[hidden]
    BytesGenerator(written, policy=policy).flatten(shown, linesep=CRLF)
    return written.getvalue()


class SMTP_SSL(SMTP):
    """A session over TLS from the beginning."""

    default_port = SMTP_SSL_PORT

    def __init__(self, host="", port=0, local_hostname=None, *, timeout=_no_timeout_given, source_address=None, context=None):
        if context is None:
            import ssl
            context = ssl._create_stdlib_context()
        self.context = context
        super().__init__(host, port, local_hostname, timeout, source_address)

    def _get_socket(self, host, port, timeout):
        return self.context.wrap_socket(super()._get_socket(host, port, timeout), server_hostname=self._host)


class LMTP(SMTP):
    """Local delivery (RFC 2033): the same but for the greeting; a host that begins with a slash is a socket's file."""

    ehlo_msg = "lhlo"

    def __init__(self, host="", port=LMTP_PORT, local_hostname=None, source_address=None, timeout=_no_timeout_given):
        super().__init__(host, port, local_hostname, timeout, source_address)

    def connect(self, host="localhost", port=0, source_address=None):
        """Connects; the greeting of the server."""
        if host[:1] != "/":
            return super().connect(host, port, source_address)
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        self.file, self.sock = None, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            if self.timeout is not _no_timeout_given:
                self.sock.settimeout(self.timeout)
            self.sock.connect(host)
        except OSError:
            self._show("connect fail:", host)
            self.close()
            raise
        return self._greeting()


if __name__ == "__main__":
    def _ask(prompt):
        sys.stdout.write(prompt + ": ")
        sys.stdout.flush()
        return sys.stdin.readline().strip()

    _sender, _recipients = _ask("From"), _ask("To").split(",")
    print("Enter message, end with ^D:")
    _session = SMTP("localhost")
    _session.set_debuglevel(1)
    _session.sendmail(_sender, _recipients, sys.stdin.read())
    _session.quit()
