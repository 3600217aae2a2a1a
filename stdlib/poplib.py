"""Mail boxes over POP3 (library reference, "poplib"; RFC 1939, STLS of RFC 2595, UTF8 of RFC 6856)."""
import errno
import re
import socket
import sys

try:
    import ssl
    HAVE_SSL = True
except ImportError:
    HAVE_SSL = False

__all__ = ["POP3", "error_proto"]

POP3_PORT = 110
POP3_SSL_PORT = 995
CR, LF = b"\r", b"\n"
CRLF = CR + LF
_MAXLINE = 2048  # a longer one is no server's


class error_proto(Exception):
    pass


class POP3:
    """A session with a server. Answers are bytes; numbers of messages are what the server counts, from 1."""

    encoding = "UTF-8"

    def __init__(self, host, port=POP3_PORT, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host, self.port = host, port
        self._tls_established = False
        sys.audit("poplib.connect", self, host, port)
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")
        self._debugging = 0
        self.welcome = self._getresp()

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        return socket.create_connection((self.host, self.port), timeout)

    # ---- lines

    def _putline(self, line):
        if self._debugging > 1:
            print("*put*", repr(line))
        sys.audit("poplib.putline", self, line)
        self.sock.sendall(line + CRLF)

    def _putcmd(self, line):
        if self._debugging:
            print("*cmd*", repr(line))
        self._putline(line.encode(self.encoding))

    def _getline(self):
        """A line without its end, and how many bytes it had with it."""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise error_proto("line too long")
        if self._debugging > 1:
            print("*get*", repr(line))
        if not line:
            raise error_proto("-ERR EOF")
        octets = len(line)
        if line[-2:] == CRLF:
            return line[:-2], octets
        return line[line[:1] == CR:-1], octets

    def _getresp(self):
        resp, _ = self._getline()
        if self._debugging > 1:
            print("*resp*", repr(resp))
        if not resp.startswith(b"+"):
            raise error_proto(resp)
        return resp

    def _getlongresp(self):
        """(answer, the lines after it, their size): a single dot ends them, one more stands before lines that begin with one."""
        resp, lines, octets = self._getresp(), [], 0
        while True:
            line, size = self._getline()
            if line == b".":
                return resp, lines, octets
            if line.startswith(b".."):
                line, size = line[1:], size - 1
            octets += size
            lines.append(line)

    def _shortcmd(self, line):
        self._putcmd(line)
        return self._getresp()

    def _longcmd(self, line):
        self._putcmd(line)
        return self._getlongresp()

    # ---- commands

    def getwelcome(self):
        """The server's greeting."""
        return self.welcome

    def set_debuglevel(self, level):
        """1 prints commands, 2 all lines."""
        self._debugging = level

    def user(self, user):
        """Send user name, return response (should indicate password required)."""
        return self._shortcmd(f"USER {user}")

    def pass_(self, pswd):
        """Send password; the box is locked until quit()."""
        return self._shortcmd(f"PASS {pswd}")

    def stat(self):
        """(number of messages, their size)"""
        words = self._shortcmd("STAT").split()
        if self._debugging:
            print("*stat*", repr(words))
        return int(words[1]), int(words[2])

    def list(self, which=None):
        """The sizes of all messages: (answer, [b'number size', ...], octets); of one: the answer."""
        return self._longcmd("LIST") if which is None else self._shortcmd(f"LIST {which}")

    def retr(self, which):
        """A whole message: (answer, lines, octets)."""
        return self._longcmd(f"RETR {which}")

    def dele(self, which):
        """Marks a message to be removed at the end of the session."""
        return self._shortcmd(f"DELE {which}")

    def noop(self):
        """Nothing: the server answers."""
        return self._shortcmd("NOOP")

    def rset(self):
        """No message is to be removed any more."""
        return self._shortcmd("RSET")

    def quit(self):
        """Ends the session, and removes what is marked."""
        resp = self._shortcmd("QUIT")
        self.close()
        return resp

    def close(self):
        """Close the connection without assuming anything about it."""
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError as error:
                    if error.errno != errno.ENOTCONN:  # the server may have gone before
                        raise
                finally:
                    sock.close()

    def rpop(self, user):
        """The user of this machine, for servers that trust it."""
        return self._shortcmd(f"RPOP {user}")

    timestamp = re.compile(br"\+OK.[^<]*(<.*>)")

    def apop(self, user, password):
        """A login in which the password is not sent: a digest of the greeting's time stamp and it is."""
        secret = bytes(password, self.encoding)
        stamp = self.timestamp.match(self.welcome)
        if not stamp:
            raise error_proto("-ERR APOP not supported by server")
        import hashlib
        return self._shortcmd(f"APOP {user} {hashlib.md5(stamp[1] + secret).hexdigest()}")

    def top(self, which, howmuch):
        """The head of a message and that many lines: (answer, lines, octets)."""
        return self._longcmd(f"TOP {which} {howmuch}")

    def uidl(self, which=None):
        """What each message is called in all sessions: as list()."""
        return self._longcmd("UIDL") if which is None else self._shortcmd(f"UIDL {which}")

    def utf8(self):
        """Try to enter UTF-8 mode (see RFC 6856). Returns server response."""
        return self._shortcmd("UTF8")

    def capa(self):
        """What the server can: {name: [parameters]}."""
        try:
            _, lines, _ = self._longcmd("CAPA")
        except error_proto:
            raise error_proto("-ERR CAPA not supported by server") from None
        words = (line.decode("ascii").split() for line in lines)
        return {name: parameters for name, *parameters in words}

    def stls(self, context=None):
        """Goes on encrypted."""
        if not HAVE_SSL:
            raise error_proto("-ERR TLS support missing")
        if self._tls_established:
            raise error_proto("-ERR TLS session already established")
        if "STLS" not in self.capa():
            raise error_proto("-ERR STLS not supported by server")
        if context is None:
            context = ssl._create_stdlib_context()
        resp = self._shortcmd("STLS")
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
        self.file = self.sock.makefile("rb")
        self._tls_established = True
        return resp


if HAVE_SSL:
    class POP3_SSL(POP3):
        """A session that is encrypted from the beginning."""

        def __init__(self, host, port=POP3_SSL_PORT, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, context=None):
            self.context = ssl._create_stdlib_context() if context is None else context
            super().__init__(host, port, timeout)

        def _create_socket(self, timeout):
            return self.context.wrap_socket(super()._create_socket(timeout), server_hostname=self.host)

        def stls(self, context=None):
            """Refused: the session is encrypted."""
            raise error_proto("-ERR TLS session already established")

    __all__.append("POP3_SSL")
