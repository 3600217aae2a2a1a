"""Files of other machines by FTP (library reference, "ftplib"; RFC 959, RFC 2428, RFC 3659).

Commands and replies go over one connection, each transfer over a connection of its own, which the server opens, or this side (passive). A
reply is its text, with its code of three digits before; 4 and 5 are raised as errors.
"""
import re
import socket
import sys

__all__ = ["FTP", "error_reply", "error_temp", "error_perm", "error_proto", "all_errors", "FTP_TLS"]

MSG_OOB = 0x1
FTP_PORT = 21
MAXLINE = 8192
CRLF, B_CRLF = "\r\n", b"\r\n"
_GLOBAL_DEFAULT_TIMEOUT = socket._GLOBAL_DEFAULT_TIMEOUT


class Error(Exception):
    """The base class of this module's errors."""


class error_reply(Error):
    """A reply that was not expected."""


class error_temp(Error):
    """An error that may pass: 4xx."""


class error_perm(Error):
    """An error that stays: 5xx."""


class error_proto(Error):
    """A reply that is none."""


all_errors = (Error, OSError, EOFError)
_ERRORS = {"1": None, "2": None, "3": None, "4": error_temp, "5": error_perm}


class FTP:
    """A session with a server, connected and logged in at once if a host and a user are given. A context manager, which quits."""

    debugging = 0
    host, port, maxline = "", FTP_PORT, MAXLINE
    sock = file = welcome = None
    passiveserver = True
    trust_server_pasv_ipv4_address = False  # else data comes from where the server is, whatever it says

    def __init__(self, host="", user="", passwd="", acct="", timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, encoding="utf-8"):
        self.encoding, self.source_address, self.timeout = encoding, source_address, timeout
        if host:
            self.connect(host)
            if user:
                self.login(user, passwd, acct)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        if self.sock is None:
            return
        try:
            self.quit()
        except (OSError, EOFError):
            pass
        finally:
            self.close()

    # ---- the connection

    def connect(self, host="", port=0, timeout=-999, source_address=None):
        """Connects; the server's greeting."""
        self.host, self.port = host or self.host, port if port > 0 else self.port
        if timeout != -999:
            self.timeout = timeout
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        if source_address is not None:
            self.source_address = source_address
        sys.audit("ftplib.connect", self, self.host, self.port)
        self.sock = socket.create_connection((self.host, self.port), self.timeout, source_address=self.source_address)
        self.af = self.sock.family
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        """The server's greeting."""
        self._show(1, "*welcome*", self.welcome)
        return self.welcome

    def login(self, user="", passwd="", acct=""):
        """Says who we are: nobody in particular, if no user is given."""
        user, passwd = user or "anonymous", passwd or ""
        if user == "anonymous" and passwd in ("", "-"):
            passwd += "anonymous@"
        for command in (f"USER {user}", f"PASS {passwd}", f"ACCT {acct or ''}"):
            reply = self.sendcmd(command)
            if not reply.startswith("3"):  # there is more to say
                break
        return _expected("2", reply)

    def quit(self):
        """Says goodbye and closes the connection."""
        reply = self.voidcmd("QUIT")
        self.close()
        return reply

    def close(self):
        """Closes the connection without a word."""
        file, sock, self.file, self.sock = self.file, self.sock, None, None
        try:
            if file is not None:
                file.close()
        finally:
            if sock is not None:
                sock.close()

    def set_debuglevel(self, level):
        """Shows what is said: 1 commands and replies, 2 each line."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Whether this side opens the connections for transfers."""
        self.passiveserver = val

    def _show(self, level, what, line):
        if self.debugging >= level:
            print(what, self.sanitize(line))

    def sanitize(self, s):
        """A line as it is shown: without the password."""
        if s[:5].lower() == "pass ":
            end = len(s.rstrip("\r\n"))
            s = s[:5] + "*" * (end - 5) + s[end:]
        return repr(s)

    # ---- commands and replies

    def putline(self, line):
        """Sends a line."""
        if "\r" in line or "\n" in line:
            raise ValueError("an illegal newline character should not be contained")
        sys.audit("ftplib.sendcmd", self, line)
        line += CRLF
        self._show(2, "*put*", line)
        self.sock.sendall(line.encode(self.encoding))

    def putcmd(self, line):
        """Sends a command."""
        self._show(1, "*cmd*", line)
        self.putline(line)

    def getline(self):
        """A line of a reply, without its end."""
        line = _line(self.file, self.maxline)
        self._show(2, "*get*", line)
        if not line:
            raise EOFError
        return line.removesuffix("\n").removesuffix("\r")

    def getmultiline(self):
        """A reply; its lines are divided by line feeds. More lines follow one that has a dash behind the code."""
        lines = [self.getline()]
        code = lines[0][:3]
        if lines[0][3:4] == "-":
            while len(lines) < 2 or lines[-1][:3] != code or lines[-1][3:4] == "-":
                lines.append(self.getline())
        return "\n".join(lines)

    def getresp(self):
        """A reply; raises errors."""
        reply = self.getmultiline()
        self._show(1, "*resp*", reply)
        self.lastresp = reply[:3]
        error = _ERRORS.get(reply[:1], error_proto)
        if error is not None:
            raise error(reply)
        return reply

    def voidresp(self):
        """A reply that should be 2xx."""
        return _expected("2", self.getresp())

    def sendcmd(self, cmd):
        """Sends a command; the reply."""
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        """Sends a command; the reply, which should be 2xx."""
        self.putcmd(cmd)
        return self.voidresp()

    def abort(self):
        """Ends a transfer. May not work."""
        line = b"ABOR" + B_CRLF
        self._show(2, "*put urgent*", line.decode("ascii"))
        self.sock.sendall(line, MSG_OOB)
        reply = self.getmultiline()
        if reply[:3] not in ("426", "225", "226"):
            raise error_proto(reply)
        return reply

    def acct(self, password):
        """Sends a name of an account."""
        return self.voidcmd("ACCT " + password)

    # ---- transfers

    def sendport(self, host, port):
        """Says where this side listens."""
        return self.voidcmd("PORT " + ",".join([*host.split("."), str(port // 256), str(port % 256)]))

    def sendeprt(self, host, port):
        """The same for addresses of any family."""
        family = {socket.AF_INET: 1, socket.AF_INET6: 2}.get(self.af)
        if family is None:
            raise error_proto("unsupported address family")
        return self.voidcmd(f"EPRT |{family}|{host}|{port}|")

    def makeport(self):
        """A socket that listens, where the server knows of it."""
        listener = socket.create_server(("", 0), family=self.af, backlog=1)
        announce = self.sendport if self.af == socket.AF_INET else self.sendeprt
        announce(self.sock.getsockname()[0], listener.getsockname()[1])
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            listener.settimeout(self.timeout)
        return listener

    def makepasv(self):
        """(host, port) where the server listens."""
        peer = self.sock.getpeername()
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd("EPSV"), peer)
        host, port = parse227(self.sendcmd("PASV"))
        return host if self.trust_server_pasv_ipv4_address else peer[0], port

    def ntransfercmd(self, cmd, rest=None):
        """Begins a transfer: (its connection, how many bytes are expected or None). rest: where it goes on, as the server has said."""
        if self.passiveserver:
            connection = socket.create_connection(self.makepasv(), self.timeout, source_address=self.source_address)
            try:
                reply = self._begin(cmd, rest)
            except BaseException:
                connection.close()
                raise
        else:
            with self.makeport() as listener:
                reply = self._begin(cmd, rest)
                connection, _ = listener.accept()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    connection.settimeout(self.timeout)
        return connection, parse150(reply) if reply.startswith("150") else None

    def _begin(self, cmd, rest):
        if rest is not None:
            self.sendcmd(f"REST {rest}")
        reply = self.sendcmd(cmd)
        if reply.startswith("2"):  # some servers say that first
            reply = self.getresp()
        return _expected("1", reply)

    def transfercmd(self, cmd, rest=None):
        """Begins a transfer: its connection."""
        return self.ntransfercmd(cmd, rest)[0]

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Takes a file as it is: callback(block)."""
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as connection:
            while block := connection.recv(blocksize):
                callback(block)
            self._end_transfer(connection)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Takes a file of text, or a list: callback(line), print(line) without one."""
        take = callback or print_line
        self.sendcmd("TYPE A")
        with self.transfercmd(cmd) as connection, connection.makefile("r", encoding=self.encoding) as lines:
            while line := _line(lines, self.maxline):
                if self.debugging > 2:
                    print("*retr*", repr(line))
                take(line.removesuffix("\n").removesuffix("\r"))
            self._end_transfer(connection)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Sends a file as it is."""
        self.voidcmd("TYPE I")
        return self._store(cmd, iter(lambda: fp.read(blocksize), b""), callback, rest)

    def storlines(self, cmd, fp, callback=None):
        """Sends a file of text, opened in binary mode."""
        self.voidcmd("TYPE A")
        return self._store(cmd, self._lines_to_send(fp), callback, None)

    def _lines_to_send(self, fp):
        while line := _line(fp, self.maxline):
            if not line.endswith(B_CRLF):
                line = (line[:-1] if line[-1] in B_CRLF else line) + B_CRLF
            yield line

    def _store(self, cmd, blocks, callback, rest):
        with self.transfercmd(cmd, rest) as connection:
            for block in blocks:
                connection.sendall(block)
                if callback:
                    callback(block)
            self._end_transfer(connection)
        return self.voidresp()

    def _end_transfer(self, connection):
        pass

    # ---- files and folders

    def nlst(self, *args):
        """The names of files, as a list."""
        names = []
        self.retrlines(" ".join(["NLST", *args]), names.append)
        return names

    def dir(self, *args):
        """A list of files to be read; the last argument may be a function that gets the lines."""
        take = None
        if args and not isinstance(args[-1], str):
            *args, take = args
        self.retrlines(" ".join(["LIST", *filter(None, args)]), take)

    def mlsd(self, path="", facts=[]):
        """(name, {fact: value}) of the files in a folder."""
        if facts:
            self.sendcmd(f"OPTS MLST {';'.join(facts)};")
        lines = []
        self.retrlines(f"MLSD {path}" if path else "MLSD", lines.append)
        for line in lines:
            found, _, name = line.rstrip(CRLF).partition(" ")
            pairs = [fact.partition("=") for fact in found[:-1].split(";")]
            yield name, {fact.lower(): value for fact, _, value in pairs}

    def rename(self, fromname, toname):
        """Gives a file another name."""
        _expected("3", self.sendcmd("RNFR " + fromname))
        return self.voidcmd("RNTO " + toname)

    def delete(self, filename):
        """Removes a file."""
        reply = self.sendcmd("DELE " + filename)
        if reply[:3] not in ("250", "200"):
            raise error_reply(reply)
        return reply

    def cwd(self, dirname):
        """Goes to a folder."""
        if dirname == "..":
            try:
                return self.voidcmd("CDUP")
            except error_perm as refused:
                if not refused.args[0].startswith("500"):
                    raise
        return self.voidcmd("CWD " + (dirname or "."))

    def size(self, filename):
        """How many bytes a file has; None: the server does not say."""
        reply = self.sendcmd("SIZE " + filename)
        return int(reply[3:].strip()) if reply.startswith("213") else None

    def mkd(self, dirname):
        """Makes a folder; its full name."""
        return _path_of(self.voidcmd("MKD " + dirname))

    def rmd(self, dirname):
        """Removes a folder."""
        return self.voidcmd("RMD " + dirname)

    def pwd(self):
        """The name of the folder where we are."""
        return _path_of(self.voidcmd("PWD"))


class FTP_TLS(FTP):
    """A session that is encrypted (RFC 4217): commands from login() on, transfers after prot_p()."""

    def __init__(self, host="", user="", passwd="", acct="", *, context=None, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, encoding="utf-8"):
        if context is None:
            import ssl
            context = ssl._create_stdlib_context()
        self.context = context
        self._prot_p = False
        super().__init__(host, user, passwd, acct, timeout, source_address, encoding=encoding)

    def login(self, user="", passwd="", acct="", secure=True):
        if secure and not self._is_secure(self.sock):
            self.auth()
        return super().login(user, passwd, acct)

    def _is_secure(self, sock):
        return isinstance(sock, self.context.sslsocket_class)

    def auth(self):
        """Encrypts what is said from now on."""
        if self._is_secure(self.sock):
            raise ValueError("Already using TLS")
        reply = self.voidcmd("AUTH TLS")
        self._goes_over(self.context.wrap_socket(self.sock, server_hostname=self.host))
        return reply

    def ccc(self):
        """Goes back to clear text."""
        if not self._is_secure(self.sock):
            raise ValueError("not using TLS")
        reply = self.voidcmd("CCC")
        self._goes_over(self.sock.unwrap())
        return reply

    def _goes_over(self, sock):
        self.sock = sock
        self.file = sock.makefile("r", encoding=self.encoding)

    def prot_p(self):
        """Encrypts transfers, too."""
        self.voidcmd("PBSZ 0")
        reply = self.voidcmd("PROT P")
        self._prot_p = True
        return reply

    def prot_c(self):
        """Transfers in clear text."""
        reply = self.voidcmd("PROT C")
        self._prot_p = False
        return reply

    def ntransfercmd(self, cmd, rest=None):
        connection, size = super().ntransfercmd(cmd, rest)
        if self._prot_p:
            connection = self.context.wrap_socket(connection, server_hostname=self.host)
        return connection, size

    def _end_transfer(self, connection):
        if self._is_secure(connection):
            connection.unwrap()

    def abort(self):
        """Ends a transfer. There is nothing urgent over TLS."""
        self.sock.sendall(b"ABOR" + B_CRLF)
        reply = self.getmultiline()
        if reply[:3] not in ("426", "225", "226"):
            raise error_proto(reply)
        return reply


# ---- lines and replies

def _line(file, longest):
    line = file.readline(longest + 1)
    if len(line) > longest:
        raise Error(f"got more than {longest} bytes")
    return line


def _expected(digit, reply):
    if not reply.startswith(digit):
        raise error_reply(reply)
    return reply


def _path_of(reply):
    return parse257(reply) if reply.startswith("257") else ""  # other replies are in use, too


def parse150(resp):
    """How many bytes follow, if the reply says so."""
    found = re.match(r"150 .* \((\d+) bytes\)", _expected("150", resp), re.IGNORECASE | re.ASCII)
    return int(found[1]) if found else None


def parse227(resp):
    """(host, port) of the reply to PASV."""
    found = re.search(r"(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)", _expected("227", resp), re.ASCII)
    if not found:
        raise error_proto(resp)
    *host, high, low = found.groups()
    return ".".join(host), int(high) * 256 + int(low)


def parse229(resp, peer):
    """(host, port) of the reply to EPSV: (|||port|), with any sign."""
    left = _expected("229", resp).find("(")
    right = resp.find(")", left + 1)
    inside = resp[left + 1:right] if 0 <= left < right else ""
    parts = inside.split(inside[0]) if inside and inside[0] == inside[-1] else []
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The name in the reply to MKD or PWD: in quotes, those inside doubled."""
    found = re.match(r' "((?:[^"]|"")*)', _expected("257", resp)[3:])
    return found[1].replace('""', '"') if found else ""


def print_line(line):
    """What retrlines() does without a callback."""
    print(line)


def ftpcp(source, sourcename, target, targetname="", type="I"):
    """Copies a file from one server to another, over connections between both."""
    for server in (source, target):
        server.voidcmd("TYPE " + type)
    target.sendport(*parse227(source.sendcmd("PASV")))
    # The one that sends must not begin before the other one listens.
    for server, command in ((target, "STOR " + (targetname or sourcename)), (source, "RETR " + sourcename)):
        if server.sendcmd(command)[:3] not in ("125", "150"):
            raise error_proto
    source.voidresp()
    target.voidresp()


def test():
    """The command line: ftplib [-d] [-p] HOST [-lFOLDER] [-dFOLDER] [FILE]..."""
    words = sys.argv[1:]
    if not words:
        print("Test program.\n\nUsage: ftp [-d] [-r[file]] host [-l[dir]] [-d[dir]] [-p] [file] ...")
        sys.exit(0)
    level = 0
    while words and words[0] == "-d":
        level += 1
        words.pop(0)
    host, *wishes = words
    session = FTP(host)
    session.set_debuglevel(level)
    session.login()
    for wish in wishes:
        if wish[:2] == "-l":
            session.dir(wish[2:])
        elif wish[:2] == "-d":
            session.sendcmd("CWD" + (" " + wish[2:] if wish[2:] else ""))
        elif wish == "-p":
            session.set_pasv(not session.passiveserver)
        else:
            session.retrbinary("RETR " + wish, sys.stdout.buffer.write, 1024)
    sys.stdout.flush()
    session.quit()


if __name__ == "__main__":
    test()
