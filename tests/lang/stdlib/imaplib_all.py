# imaplib: sessions with a small server that plays its part line by line, in a thread that ends with it
import base64
import contextlib
import datetime
import hmac
import imaplib
import os
import re
import ssl
import sys
import tempfile
import time
from support import one_session
from support.certificates import AUTHORITY, SERVER

os.environ["TZ"] = "XYZ-02:30"
time.tzset()
MAIL = b"Subject: x\r\n\r\nhello {3}\r\n"
# what is said before a command is done: text, or (text, a literal, the rest)
UNTAGGED = {
    "CAPABILITY": ["CAPABILITY IMAP4rev1 STARTTLS ENABLE AUTH=CRAM-MD5 UNSELECT"],
    "SELECT INBOX": ["2 EXISTS", "1 RECENT", "OK [UIDVALIDITY 7] ids", "FLAGS (\\Seen \\Deleted)"],
    "SELECT old": ["0 EXISTS", "OK [READ-ONLY] only"], "EXAMINE old": ["0 EXISTS", "OK [READ-ONLY] only"],
    "FETCH 1 (UID RFC822)": [("1 FETCH (UID 9 RFC822 {%d}" % len(MAIL), MAIL, " FLAGS (\\Seen))")], "FETCH 1:2 (FLAGS)": ["1 FETCH (FLAGS ())", "2 FETCH (FLAGS (\\Seen))"],
    "PARTIAL 1 RFC822 0 5": ["1 FETCH (RFC822 hello)"], 'LIST "" *': ['LIST (\\HasNoChildren) "/" INBOX', 'LIST () "/" old'], 'LSUB "" *': ['LSUB () "/" INBOX'],
    "SEARCH UNSEEN": ["SEARCH 1 2"], "SEARCH CHARSET UTF-8 ALL": ["SEARCH"], "SORT (SUBJECT) UTF-8 ALL": ["SORT 2 1"], "THREAD REFERENCES UTF-8 ALL": ["THREAD (1)(2)"],
    "STORE 1 +FLAGS (\\Deleted)": ["1 FETCH (FLAGS (\\Deleted))"], "EXPUNGE": ["1 EXPUNGE", "1 EXPUNGE"], "STATUS old (MESSAGES)": ["STATUS old (MESSAGES 3)"],
    "UID FETCH 9 (FLAGS)": ["1 FETCH (FLAGS ())"], "UID SEARCH ALL": ["SEARCH 9"], "GETACL old": ["ACL old me lr"], "MYRIGHTS old": ["MYRIGHTS old lr"],
    "GETQUOTA root": ["QUOTA root (STORAGE 1 2)"], "GETQUOTAROOT old": ["QUOTAROOT old root", "QUOTA root (STORAGE 1 2)"], "SETQUOTA root (STORAGE 9)": ["QUOTA root (STORAGE 9)"],
    "NAMESPACE": ['NAMESPACE (("" "/")) NIL NIL'], "LOGOUT": ["BYE until later"], "GETANNOTATION old /comment value": ["ANNOTATION old /comment (value x)"],
    "NOOP": ["3 EXISTS", "2 RECENT"], "XBYE": ["BYE going down"]}
STATUS = {"CREATE INBOX": "NO exists", "LOGIN me \"wrong\"": "NO [AUTHENTICATIONFAILED] who?", "XBAD": "BAD what?", "SELECT none": "NO none", "ENABLE X": "OK enabled"}


def serve(listener, greeting, seen, context=None):
    client, _ = listener.accept()
    with client, contextlib.suppress(BrokenPipeError, ConnectionResetError):  # some tests leave in the middle
        file = client.makefile("rwb")

        def say(*parts):
            for part in parts:
                file.write(part if isinstance(part, bytes) else part.encode())
            file.flush()
        say(greeting, "\r\n")
        while line := file.readline():
            line = line.decode().rstrip("\r\n")
            tag, command = line.split(" ", 1)
            name = command.split(" ")[0]
            status = STATUS.get(command, f"OK {name} done")
            while size := re.search(r"{(\d+)}$", command):
                if command.startswith("APPEND none"):
                    status = "NO no such box"
                    break
                say("+ go on\r\n")
                command += repr(file.read(int(size[1])).decode()) + file.readline().decode().rstrip("\r\n")
            if name == "AUTHENTICATE":
                say("+ ", base64.b64encode(b"<1@box>"), "\r\n")
                answer = file.readline().strip()
                if answer == b"*":
                    status = "NO cancelled"
                else:
                    command += " " + base64.b64decode(answer).decode()
            seen.append(command)
            for each in UNTAGGED.get(command, ()):
                say("* ", *(each if isinstance(each, tuple) and not each[1] else [each] if isinstance(each, str) else [each[0], "\r\n", each[1], each[2]]), "\r\n")
            if name == "XGARBAGE":
                say("? what\r\n")
            if name == "XGONE":
                break
            say(tag, " ", status, "\r\n")
            if name == "STARTTLS":
                file.close()
                client = context.wrap_socket(client, server_side=True)
                file = client.makefile("rwb")
            if name == "LOGOUT":
                break
        file.close()
        client.close()


def Server(greeting="* OK IMAP4rev1 ready", **more):
    return one_session.Server(serve, greeting, **more)


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__qualname__, re.sub(r"b'\w{4}\d+", "b'TAG", str(error)))


def calls(box, *calls):
    for name, *args in calls:
        print(name, end=": ")
        attempt(getattr(box, name), *args)


def session():
    with Server() as server:
        with imaplib.IMAP4("127.0.0.1", server.port) as box:
            print(box.welcome, box.state, box.capabilities, box.PROTOCOL_VERSION)
            calls(box, ("search", None, "ALL"), ("login", "me", "wrong"), ("login", "me", 'a "quoted\\ one'))
            print(box.state)
            calls(box, ("list",), ("lsub",), ("status", "old", "(MESSAGES)"), ("create", "INBOX"), ("create", "new"), ("rename", "new", "newer"), ("delete", "newer"),
                  ("subscribe", "old"), ("unsubscribe", "old"), ("namespace",), ("getacl", "old"), ("setacl", "old", "me", "lr"), ("deleteacl", "old", "me"), ("myrights", "old"),
                  ("getquota", "root"), ("getquotaroot", "old"), ("setquota", "root", "(STORAGE 9)"), ("getannotation", "old", "/comment", "value"),
                  ("setannotation", "old", "/comment", "(value x)"), ("proxyauth", "you"), ("fetch", "1", "(UID)"))
            calls(box, ("append", "INBOX", "\\Seen", '"01-Jan-2020 00:00:00 +0000"', b"a\nb\rc\r\n"), ("append", None, None, None, b"x"), ("append", "none", "(\\Seen)", None, b"x"))
            calls(box, ("select", "none"), ("select",), ("response", "UIDVALIDITY"), ("response", "UIDVALIDITY"), ("recent",), ("recent",), ("fetch", "1", "(UID RFC822)"),
                  ("fetch", "1:2", "(FLAGS)"), ("fetch", "7", "(FLAGS)"), ("partial", "1", "RFC822", "0", "5"), ("search", None, "UNSEEN"), ("search", "UTF-8", "ALL"),
                  ("sort", "SUBJECT", "UTF-8", "ALL"), ("thread", "REFERENCES", "UTF-8", "ALL"), ("store", "1", "+FLAGS", "\\Deleted"), ("copy", "1", "old"), ("expunge",),
                  ("uid", "fetch", "9", "(FLAGS)"), ("uid", "SEARCH", "ALL"), ("uid", "nothing"), ("uid", "login"), ("check",), ("noop",), ("xatom", "xtra", "1"),
                  ("xatom", "xbad"), ("enable", "X"), ("unselect",), ("enable", "X"), ("enable", "UTF8=ACCEPT"), ("append", "bücher", None, None, "ü\n".encode()),
                  ("select", "INBOX"), ("search", "UTF-8", "ALL"), ("close",), ("select", "old", True), ("close",), ("select", "old"), ("select",), ("noop",))
            print(box.state, box.EXPUNGE == box.expunge, box.is_readonly, box.utf8_enabled)
            attempt(getattr, box, "NOTHING")
        print(box.state)
    print([line for line in server.seen if line.startswith(("APPEND", "LOGIN", "SEARCH", "COPY", "XTRA"))])


def wrong():
    for greeting in ("* BYE full", "nothing", "* PREAUTH hello"):
        with Server(greeting) as server:
            try:
                box = imaplib.IMAP4("127.0.0.1", server.port, timeout=30)
                print(box.state, box.logout())
            except imaplib.IMAP4.error as error:
                print(type(error).__qualname__, error)
    for command in "XBYE", "XGARBAGE", "XGONE":
        with Server() as server:
            box = imaplib.IMAP4("127.0.0.1", server.port)
            attempt(box.xatom, command)
            attempt(box.noop) if command == "XBYE" else None
            box.shutdown()
    attempt(imaplib.IMAP4, "127.0.0.1", 1, timeout=0)
    print(issubclass(imaplib.IMAP4.readonly, imaplib.IMAP4.abort), issubclass(imaplib.IMAP4.abort, imaplib.IMAP4.error))


def logins():
    with Server() as server, imaplib.IMAP4("127.0.0.1", server.port) as box:
        attempt(box.authenticate, "other", lambda challenge: print("asked", challenge))
        attempt(box.authenticate, "plain", lambda challenge: "text")
        print(box.state)
    with Server() as server, imaplib.IMAP4("127.0.0.1", server.port) as box:
        attempt(box.login_cram_md5, "me", "secret")
    print(server.seen[1] == "AUTHENTICATE CRAM-MD5 me " + hmac.HMAC(b"secret", b"<1@box>", "md5").hexdigest())


def encrypted():
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(SERVER)
        file.flush()
        theirs = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        theirs.load_cert_chain(file.name)
    ours = ssl.create_default_context(cadata=AUTHORITY)
    with Server(context=theirs) as server:
        with imaplib.IMAP4("localhost", server.port) as box:
            print(box.starttls(ssl_context=ours), type(box.sock).__name__, box.login("me", "x"))
            attempt(box.starttls)
    print(imaplib.IMAP4_SSL.__mro__[1] is imaplib.IMAP4, imaplib.IMAP4_PORT, imaplib.IMAP4_SSL_PORT, sorted(imaplib.__all__))


PROGRAM = """\
import sys

def say(line):
    print(line, end="\\r\\n", flush=True)

say("* PREAUTH hello")
while True:
    tag, name = sys.stdin.readline().split()
    say("* CAPABILITY IMAP4" if name == "CAPABILITY" else "* BYE")
    if name == "LOGOUT":
        break
    say(tag + " OK done")
"""


def program():
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(PROGRAM)
        file.flush()
        with imaplib.IMAP4_stream(f"{sys.executable} {file.name}") as box:
            print(box.state, box.capabilities, box.command.endswith(".py"))


def dates():
    print(imaplib.Internaldate2tuple(b'25 (INTERNALDATE "01-Jan-2000 11:30:00 -0130")')[:6], imaplib.Internaldate2tuple(b"nothing"))
    print([imaplib.Int2AP(number) for number in (0, 1, 16, 4095, -5, 65535)], imaplib.ParseFlags(b'1 (FLAGS (\\Seen \\X) UID 3)'), imaplib.ParseFlags(b""))
    zone = datetime.timezone(datetime.timedelta(hours=-5))
    for date in (0, 2000000000.5, time.gmtime(0), time.localtime(86400), (2020, 2, 3, 4, 5, 6, 0, 0, 0), (2033, 5, 18, 5, 33, 20, -1, -1, -1), datetime.datetime(2033, 5, 8, 1, 2, 3, tzinfo=zone), '"already"'):
        print(imaplib.Time2Internaldate(date))
    for date in datetime.datetime(2033, 5, 8), "x", None:
        attempt(imaplib.Time2Internaldate, date)


if __name__ == "__main__":
    session()
    wrong()
    logins()
    encrypted()
    program()
    dates()
