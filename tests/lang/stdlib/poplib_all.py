# poplib: sessions with a small server that plays its part line by line, in a thread that ends with it
import hashlib
import poplib
import ssl
import tempfile
from support import one_session
from support.certificates import AUTHORITY, SERVER

MESSAGE = ["Subject: dots", "", ".", ".. two", "end"]
LONG = {"LIST": ["1 120", "2 4000"], "RETR 1": MESSAGE, "TOP 1 2": MESSAGE[:3], "UIDL": ["1 aaa", "2 bbb"],
        "CAPA": ["TOP", "UIDL", "SASL PLAIN CRAM-MD5", "EXPIRE 60", "STLS"]}
SHORT = {"USER me": "+OK", "PASS secret": "+OK logged in", "PASS wrong": "-ERR no", "STAT": "+OK 2 4120", "LIST 2": "+OK 2 4000", "DELE 2": "+OK gone",
         "NOOP": "+OK", "RSET": "+OK back", "RPOP me": "+OK", "UIDL 2": "+OK 2 bbb", "UTF8": "+OK", "QUIT": "+OK bye", "STLS": "+OK begin"}


def serve(listener, greeting, seen, context=None, broken=None):
    client, _ = listener.accept()
    with client:
        file = client.makefile("rwb")

        def say(text):
            file.write(text if isinstance(text, bytes) else text.encode() + b"\r\n")
            file.flush()
        say(greeting)
        while line := file.readline():
            line = line.decode().rstrip("\r\n")
            seen.append(line)
            if broken is not None:
                say(broken)
                break
            if line in LONG:
                say("+OK here")
                for each in LONG[line]:
                    say("." + each if each.startswith(".") else each)
                say(".")
            else:
                say(SHORT.get(line, "+OK apop" if line.startswith("APOP") else "-ERR what?"))
            if line == "STLS":
                file.close()
                client = context.wrap_socket(client, server_side=True)
                file = client.makefile("rwb")
            if line == "QUIT":
                break
        file.close()
        client.close()


def Server(greeting="+OK ready <1896.697@box>", **more):
    return one_session.Server(serve, greeting, **more)


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


def session():
    with Server() as server:
        box = poplib.POP3("127.0.0.1", server.port, timeout=30)
        print(box.getwelcome(), box.host, box.port == server.port)
        for name, *args in (("user", "me"), ("pass_", "wrong"), ("pass_", "secret"), ("stat",), ("list",), ("list", 2), ("retr", 1), ("top", 1, 2), ("uidl",),
                            ("uidl", 2), ("dele", 2), ("noop",), ("rset",), ("rpop", "me"), ("utf8",), ("capa",), ("dele", 9)):
            print(name, end=": ")
            attempt(getattr(box, name), *args)
        print(box.apop("me", "secret"), server.seen[-1] == "APOP me " + hashlib.md5(b"<1896.697@box>secret").hexdigest())
        print(box.quit(), box.file, box.sock, box.close())
    print(server.seen[:3])


def wrong():
    for broken in b"", b"x" * 3000 + b"\r\n", b"+OK unended", b"garbage\r\n", b"+OK\r only\n":
        with Server(broken=broken) as server:
            box = poplib.POP3("127.0.0.1", server.port, 30)
            attempt(box.noop)
            attempt(box.apop, "me", "x") if not broken else None
            box.close()
    with Server("-ERR full") as server:
        try:
            poplib.POP3("127.0.0.1", server.port)
        except poplib.error_proto as error:
            print("refused:", error)
            error.__traceback__.tb_next.tb_frame.f_locals["self"].close()
    with Server("+OK no stamp") as server:
        box = poplib.POP3("127.0.0.1", server.port)
        attempt(box.apop, "me", "x")
        box.set_debuglevel(2)
        box.quit()
    attempt(poplib.POP3, "127.0.0.1", 1, timeout=0)


def encrypted():
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(SERVER)
        file.flush()
        theirs = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        theirs.load_cert_chain(file.name)
    ours = ssl.create_default_context(cadata=AUTHORITY)
    with Server(context=theirs) as server:
        box = poplib.POP3("localhost", server.port)
        print(box.stls(context=ours), type(box.sock).__name__, box.stat())
        attempt(box.stls)
        print(box.quit())
    print(poplib.POP3_SSL.__mro__[1] is poplib.POP3, sorted(poplib.__all__), poplib.POP3_PORT, poplib.POP3_SSL_PORT)


if __name__ == "__main__":
    session()
    wrong()
    encrypted()
