"""ftplib against a small server: commands, replies, transfers both ways, in both modes."""
import ftplib
import io
import re
import socket
import threading


class Server:
    """A server with a few files; `canned` are replies to commands that it does not know."""

    def __init__(self, canned=(), greeting=b"220-hi\r\n 220 not yet\r\n220 ready\r\n"):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.canned, self.greeting, self.said, self.got = dict(canned), greeting, [], {}
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        self.control, _ = self.listener.accept()
        with self.control, self.control.makefile("rb") as lines:
            self.control.settimeout(20)
            self.control.sendall(self.greeting)
            for line in lines:
                text = line.decode("latin-1").rstrip("\r\n")
                self.said.append(re.sub(r"(PORT 127,0,0,1|EPRT .*\|)[,\d|]+", r"\1...", text))
                word, _, rest = text.partition(" ")
                handle = getattr(self, "do_" + word, None)
                if text in self.canned or word in self.canned:
                    reply = self.canned.get(text, self.canned.get(word))
                    if reply is None:
                        return
                    self.control.sendall(reply)
                elif handle is not None:
                    handle(rest)
                else:
                    self.control.sendall(b"200 fine\r\n")
                if word == "QUIT":
                    return

    def do_PASV(self, rest):
        self.data = socket.create_server(("127.0.0.1", 0))
        port = self.data.getsockname()[1]
        self.control.sendall(f"227 listening (9,9,9,9,{port // 256},{port % 256})\r\n".encode())

    def do_PORT(self, rest):
        numbers = [int(number) for number in rest.split(",")]
        self.data = (".".join(map(str, numbers[:4])), numbers[4] * 256 + numbers[5])
        self.control.sendall(b"200 port\r\n")

    def connection(self):
        if isinstance(self.data, tuple):
            return socket.create_connection(self.data)
        with self.data:
            return self.data.accept()[0]

    def send(self, data, reply=b"150 here (9 bytes)\r\n"):
        self.control.sendall(reply)
        with self.connection() as connection:
            connection.sendall(data)
        self.control.sendall(b"226 done\r\n")

    def do_RETR(self, rest):
        self.send(b"bin\r\n\x00\xff\n" if rest == "bin" else b"one\r\ntwo\nthr\xc3\xa9e" if rest == "text" else b"", b"125 no size\r\n" if rest == "text" else b"150 here (9 bytes)\r\n")

    def do_LIST(self, rest):
        self.send(b"-rw file\r\n-rw other\r\n")

    def do_NLST(self, rest):
        self.send(b"file\r\nother\r\n" + rest.encode())

    def do_MLSD(self, rest):
        self.send(b"type=file;size=3;Perm=r; a name; x\r\ntype=dir; d\r\n")

    def do_STOR(self, rest):
        self.control.sendall(b"150 send\r\n")
        pieces = []
        with self.connection() as connection:
            while data := connection.recv(100):
                pieces.append(data)
        self.got[rest] = b"".join(pieces)
        self.control.sendall(b"226 stored\r\n")

    def end(self):
        self.thread.join()
        self.listener.close()
        print("   said:", self.said, self.got or "")


def attempt(label, call, *args, **kwargs):
    try:
        print(label, "->", call(*args, **kwargs))
    except Exception as error:
        print(label, "!", type(error).__name__, error)


def session(canned=(), user="", **options):
    server = Server(canned, **options)
    ftp = ftplib.FTP()
    attempt("connect", ftp.connect, "127.0.0.1", server.port)
    if user:
        ftp.login(user, "pw")
    return server, ftp


print("-- replies")
for function, texts in ((ftplib.parse150, ("150 x (12 bytes)", "150 x", "151 x")), (ftplib.parse227, ("227 (1,2,3,4,5,6)", "227 1,2,3,4,5,6.", "227 no", "226 x")),
                        (ftplib.parse257, ('257 "a b"', '257 "a ""q"" b" more', "257 none", '257 "open', "250 x", '257 ""')),
                        (lambda text: ftplib.parse229(text, ("peer", 1)), ("229 (|||77|)", "229 (!!!5!)", "229 (|||77!)", "229 nothing", "229 (||7|)", "228 x", "229 ("))):
    for text in texts:
        attempt(text, function, text)
print([issubclass(e, ftplib.Error) for e in (ftplib.error_reply, ftplib.error_temp, ftplib.error_perm, ftplib.error_proto)], ftplib.all_errors[:3])
print(ftplib.FTP().sanitize("PASS secret\r\n"), ftplib.FTP().sanitize("pass x"), ftplib.FTP().sanitize("USER x"))

print("-- commands")
server, ftp = session({"USER": b"331 password\r\n", "PASS": b"230 in\r\n", "CDUP": b"500 what\r\n", "PWD": b'257 "/a ""b"""\r\n', "MKD new": b'257 "/new" made\r\n', "MKD old": b"250 ok\r\n",
                       "RNFR": b"350 to?\r\n", "RNFR no": b"250 hm\r\n", "DELE": b"250 gone\r\n", "DELE no": b"550 not there\r\n", "DELE odd": b"226 odd\r\n", "SIZE": b"213 1234\r\n", "SIZE no": b"200 no\r\n",
                       "TEMP": b"421-busy\r\n 421 x\r\n421 later\r\n", "ODD": b"999 odd\r\n", "NONE": b"text\r\n", "MULTI": b"211-a\r\nb\r\n211-c\r\n211 d\r\n", "INTER": b"331 more\r\n", "LONG": b"200 " + b"x" * 9000 + b"\r\n"})
print(ftp.getwelcome() == ftp.welcome, ftp.lastresp)
attempt("login", ftp.login, "me", "secret")
for call in (lambda: ftp.cwd(".."), lambda: ftp.cwd(""), lambda: ftp.cwd("x"), ftp.pwd, lambda: ftp.mkd("new"), lambda: ftp.mkd("old"), lambda: ftp.rmd("r"), lambda: ftp.rename("a", "b"),
             lambda: ftp.rename("no", "b"), lambda: ftp.delete("f"), lambda: ftp.delete("no"), lambda: ftp.delete("odd"), lambda: ftp.size("f"), lambda: ftp.size("no"), lambda: ftp.sendcmd("TEMP"),
             lambda: ftp.sendcmd("ODD"), lambda: ftp.sendcmd("NONE"), lambda: ftp.sendcmd("MULTI"), lambda: ftp.voidcmd("INTER"), lambda: ftp.acct("acc"), lambda: ftp.sendcmd("a\nb"), lambda: ftp.sendcmd("LONG")):
    attempt("call", call)
ftp.close()
server.end()
for answers in ({"USER": b"230 in\r\n"}, {"USER": b"331 pw\r\n", "PASS": b"332 acct\r\n", "ACCT": b"230 in\r\n"}, {"USER": b"331 pw\r\n", "PASS": b"332 acct\r\n", "ACCT": b"332 more\r\n"}, {"USER": b"530 no\r\n"}):
    server, ftp = session(answers)
    attempt("login", ftp.login)
    ftp.close()
    server.end()

print("-- transfers")
for passive in (True, False):
    server, ftp = session()
    ftp.set_pasv(passive)
    blocks, lines = [], []
    attempt("retrbinary", ftp.retrbinary, "RETR bin", blocks.append, 4, 3)
    attempt("retrlines", ftp.retrlines, "RETR text", lines.append)
    attempt("retrlines", ftp.retrlines, "RETR text")
    print(b"".join(blocks), lines)
    attempt("nlst", ftp.nlst, "folder")
    attempt("dir", ftp.dir)
    attempt("dir", ftp.dir, "-a", "", lines.append)
    attempt("mlsd", lambda: list(ftp.mlsd("p", ["type", "size"])))
    sent = []
    attempt("storbinary", ftp.storbinary, "STOR b", io.BytesIO(b"0123456789"), 4, sent.append)
    attempt("storlines", ftp.storlines, "STOR t", io.BytesIO(b"a\nb\r\nc\rd\n\ne"), sent.append)
    print(sent, lines)
    connection, size = ftp.ntransfercmd("RETR empty")
    connection.close()
    print(size, ftp.voidresp())
    attempt("quit", ftp.quit)
    print(ftp.sock, ftp.file)
    server.end()
server, ftp = session({"RETR": b"550 no\r\n", "STOR": b"226 odd\r\n", "PASV": b"227 (127,0,0,1,0,1)\r\n"})
attempt("refused", ftp.retrbinary, "RETR x", print)
ftp.close()
server.end()
server, ftp = session({"RETR": b"550 no\r\n"})
attempt("no file", ftp.retrbinary, "RETR x", print)
attempt("abort", ftp.sendcmd, "NOOP")
with ftp:
    pass
server.end()
server, ftp = session({"NOOP": None})
with ftp:
    attempt("cut", ftp.sendcmd, "NOOP")
server.end()
server, ftp = session(greeting=b"421 busy\r\n")
ftp.close()
server.end()
attempt("timeout", lambda: ftplib.FTP(timeout=0).connect("127.0.0.1", 1))

print("-- debug")
server, ftp = session()
ftp.set_debuglevel(1)
ftp.login("x", "secret")
ftp.getwelcome()
ftp.set_debuglevel(2)
ftp.sendcmd("PASS secret")
ftp.quit()
server.end()
