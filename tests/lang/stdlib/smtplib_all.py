"""smtplib against a server of canned replies: what is sent, what comes back, what is raised."""
import email.message
import smtplib
import socket
import sys
import threading


class Server:
    """Answers each line with the next reply; after DATA it reads up to the dot."""

    def __init__(self, replies, greeting=b"220 ready\r\n"):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.said, self.replies, self.greeting = [], list(replies), greeting
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        connection, _ = self.listener.accept()
        with connection, connection.makefile("rb") as lines:
            if self.greeting is None:
                return
            connection.sendall(self.greeting)
            in_data = False
            for line in lines:
                self.said.append(line)
                if in_data and line != b".\r\n":
                    continue
                if not self.replies:
                    break
                reply = self.replies.pop(0)
                if reply is None:
                    break
                in_data = reply.startswith(b"354")
                connection.sendall(reply)

    def end(self):
        self.thread.join()
        self.listener.close()
        for line in self.said:
            print("   C:", line)


def session(*replies, greeting=b"220 ready\r\n", kind=smtplib.SMTP):
    server = Server(replies, greeting)
    return server, kind("127.0.0.1", server.port, local_hostname="me.example")


def attempt(label, call, *args, **kwargs):
    try:
        print(label, "->", call(*args, **kwargs))
    except smtplib.SMTPException as error:
        print(label, "!", type(error).__name__, error.args, {k: v for k, v in vars(error).items() if k != "args"})
    except Exception as error:
        print(label, "!", type(error).__name__, error)


EHLO = b"250-hi me\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250-AUTH=OLD\r\n250-SMTPUTF8\r\n250 HELP\r\n"
OK = b"250 ok\r\n"

print("-- texts")
for text in ("a@b", "Name <a@b>", "<a@b>", "", "<", "a", "<>", '"Q, r" <x@y>', "a b", "  <odd", "(c) a@b"):
    print(repr(text), repr(smtplib.quoteaddr(text)))
for text in ("a\nb", ".x\n..y\r\n.\r", "", "a\r\rb", "\n.\n"):
    print(repr(smtplib.quotedata(text)))
print(smtplib.SMTP_PORT, smtplib.SMTP_SSL_PORT, smtplib.LMTP_PORT, [c.__mro__[1].__name__ for c in (smtplib.SMTPException, smtplib.SMTPDataError, smtplib.SMTPSenderRefused)])

print("-- commands")
server, smtp = session(EHLO, b"250-a\r\n250-b\r\n250 c\r\n", b"252 vrfy\r\n", b"252 expn\r\n", OK, OK, b"214 helped\r\n", b"500 what\r\n", b"garbage\r\n", b"221 bye\r\n")
attempt("ehlo", smtp.ehlo)
print(sorted(smtp.esmtp_features.items()), smtp.does_esmtp, smtp.ehlo_resp, smtp.has_extn("Size"), smtp.has_extn("x"))
attempt("helo", smtp.helo, "other")
attempt("vrfy", smtp.vrfy, "Name <a@b>")
attempt("expn", smtp.expn, "list")
attempt("noop", smtp.noop)
attempt("rset", smtp.rset)
attempt("help", smtp.help, "mail")
attempt("docmd", smtp.docmd, "STRANGE", "words here")
attempt("docmd", smtp.docmd, "STRANGER")
attempt("newline", smtp.docmd, "a\r\nb", "c\nd")
attempt("quit", smtp.quit)
print(smtp.sock, smtp.file, smtp.ehlo_resp, smtp.esmtp_features)
attempt("after", smtp.noop)
server.end()

print("-- a message")
server, smtp = session(EHLO, OK, OK, b"550 no\r\n", b"354 go\r\n", b"250 taken\r\n", b"221 bye\r\n")
attempt("sendmail", smtp.sendmail, "From <me@x>", ["a@b", "c@d"], "Subject: s\n\n.dot\n..dots\rmore", ["BODY=8BITMIME"], ["NOTIFY=NEVER"])
attempt("quit", smtp.quit)
server.end()
server, smtp = session(b"500 no ehlo\r\n", b"250 helo\r\n", OK, b"251 later\r\n", b"354 go\r\n", OK, b"221 bye\r\n")
with smtp:
    attempt("old", smtp.sendmail, "me@x", "one@y", b"bytes \xff\r\n.\r\n", ["BODY=8BITMIME"])
print(smtp.does_esmtp)
server.end()

print("-- refused")
for label, replies in (("sender", (EHLO, b"501 bad\r\n", OK)), ("sender gone", (EHLO, b"421 gone\r\n")), ("all", (EHLO, OK, b"550 no\r\n", b"551 no\r\n", OK)),
                       ("recipient gone", (EHLO, OK, b"421 gone\r\n")), ("data", (EHLO, OK, OK, OK, b"451 no\r\n", OK)),
                       ("text", (EHLO, OK, OK, OK, b"354 go\r\n", b"554 spam\r\n", OK)), ("text gone", (EHLO, OK, OK, OK, b"354 go\r\n", b"421 off\r\n")),
                       ("greeting", (b"500 no\r\n", b"500 no\r\n")), ("cut", (EHLO, None)), ("rset cut", (EHLO, b"501 bad\r\n", None))):
    server, smtp = session(*replies)
    attempt(label, smtp.sendmail, "me@x", ["a@b", "c@d"], "text")
    print(smtp.sock is None)
    smtp.close()
    server.end()
server, smtp = session(EHLO, OK)
attempt("text", smtp.sendmail, "me@x", "a@b", "é")
smtp.close()
server.end()
attempt("connect", session, greeting=b"554 go away\r\n")
attempt("connect", session, greeting=None)
attempt("timeout", smtplib.SMTP, "127.0.0.1", 9, timeout=0)
attempt("port", smtplib.SMTP, "127.0.0.1:x")
attempt("not connected", smtplib.SMTP().noop)

print("-- login")
for label, replies, more in (
        ("cram", (EHLO, b"334 " + b"PDEyMzQ1QGhvc3Q+" + b"\r\n", b"235 in\r\n"), {}),
        ("plain", (EHLO.replace(b" CRAM-MD5", b""), b"235 in\r\n"), {}),
        ("plain later", (EHLO.replace(b" CRAM-MD5", b""), b"334 \r\n", b"235 in\r\n"), {"initial_response_ok": False}),
        ("login", (EHLO.replace(b"PLAIN ", b"").replace(b" CRAM-MD5", b""), b"334 UGFzc3dvcmQ6\r\n", b"503 already\r\n"), {}),
        ("login later", (EHLO.replace(b"PLAIN ", b"").replace(b" CRAM-MD5", b""), b"334 VXNlcg==\r\n", b"334 UGFzc3dvcmQ6\r\n", b"235 in\r\n"), {"initial_response_ok": False}),
        ("all refused", (EHLO, b"535 no\r\n", b"535 nor\r\n", b"535 neither\r\n"), {}),
        ("no way", (b"250-x\r\n250 AUTH GSSAPI\r\n",), {}),
        ("no auth", (b"250-x\r\n250 SIZE\r\n",), {})):
    server, smtp = session(*replies)
    attempt(label, smtp.login, "user", "secret", **more)
    smtp.close()
    server.end()
server, smtp = session(*[b"334 \r\n"] * 8)
attempt("endless", smtp.auth, "x", lambda challenge=None: "again")
smtp.close()
server.end()
server, smtp = session(EHLO)
attempt("starttls", smtp.starttls)
smtp.close()
server.end()

print("-- Message")
message = email.message.EmailMessage()
message["From"], message["To"], message["Cc"], message["Bcc"] = "Me <me@x>", "a@b, C <c@d>", "e@f", "hidden@g"
message["Subject"] = "Grüße"
message.set_content("Text with é\n.dot\n")
server, smtp = session(EHLO, OK, OK, OK, OK, OK, b"354 go\r\n", OK, b"221 bye\r\n")
with smtp:
    attempt("send_message", smtp.send_message, message)
server.end()
print(message["Bcc"])
message["Sender"] = "Secretary <sec@x>"
server, smtp = session(EHLO, OK, OK, b"354 go\r\n", OK, b"221 bye\r\n")
with smtp:
    attempt("send_message", smtp.send_message, message, to_addrs=["only@one"])
server.end()
message.replace_header("To", "é@b")
server, smtp = session(EHLO, OK, OK, b"354 go\r\n", OK, OK, b"221 bye\r\n")
with smtp:
    attempt("utf8", smtp.send_message, message, from_addr="me@x", to_addrs="é@b")
    print(smtp.command_encoding, smtp.rset(), smtp.command_encoding)
server.end()
server, smtp = session(b"250-x\r\n250 SIZE\r\n", b"221 bye\r\n")
with smtp:
    attempt("no utf8", smtp.send_message, message, to_addrs=["é@b"])
server.end()
for header in ("1", "2"):
    message["Resent-Date"] = header
    if header == "1":
        message["Resent-From"], message["Resent-To"], message["Resent-Bcc"] = "again@x", "r@s", "h@i"
        server, smtp = session(EHLO, OK, OK, OK, b"354 go\r\n", OK, b"221 bye\r\n")
    else:
        server, smtp = session(EHLO, b"221 bye\r\n")
    with smtp:
        attempt("resent", smtp.send_message, message)
    server.end()

print("-- debug, LMTP")
sys.stderr = sys.stdout
server, smtp = session(b"250 hi\r\n", b"500 bad\r\n")
smtp.set_debuglevel(1)
attempt("lhlo", smtp.ehlo)
attempt("exit", smtp.__exit__)
server.end()
server, smtp = session(b"250-hi\r\n250 X-THING a b\r\n", kind=smtplib.LMTP)
attempt("lhlo", smtp.ehlo, "name")
print(smtp.esmtp_features)
smtp.close()
server.end()
