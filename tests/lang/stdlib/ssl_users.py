# python3.12: TLS in the modules that use it: http, XML-RPC, mail, files
import ftplib, http.client, http.server, io, os, re, smtplib, socket, ssl, tempfile, threading, urllib.request, xmlrpc.client, xmlrpc.server
from support.certificates import AUTHORITY, SERVER

folder = tempfile.TemporaryDirectory()
server_file = os.path.join(folder.name, "server.pem")
with open(server_file, "w") as out:
    out.write(SERVER)
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain(server_file)
client_context = ssl.create_default_context(cadata=AUTHORITY)


def attempt(name, call):
    try:
        print(name, "->", call())
    except Exception as error:
        print(name, "->", type(error).__name__, re.sub(r" \(_ssl\.c:\d+\)", "", str(error)))


# ---- http
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = f"{self.command} {self.path} {self.headers['Connection']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[::-1])

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = False  # server_close() waits for them

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Handler)
server.socket = server_context.wrap_socket(server.socket, server_side=True)
port = server.server_port
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
connection = http.client.HTTPSConnection("127.0.0.1", port, context=client_context)
for path in ("/a", "/b"):
    connection.request("GET", path)
    response = connection.getresponse()
    print(response.status, response.read(), connection.sock.version())
connection.request("POST", "/", b"x" * 50000 + b"yz")
response = connection.getresponse()
print(response.status, response.read()[:5], http.client.HTTPSConnection.default_port, http.client.HTTPSConnection("x").port)
connection.close()
attempt("not verified", lambda: http.client.HTTPSConnection("127.0.0.1", port).request("GET", "/"))
with urllib.request.urlopen(f"https://127.0.0.1:{port}/c?d=e", context=client_context) as response:
    print(response.status, response.read())
with urllib.request.urlopen(urllib.request.Request(f"https://127.0.0.1:{port}/", b"abc"), context=client_context) as response:
    print(response.status, response.read())
attempt("not verified", lambda: urllib.request.urlopen(f"https://127.0.0.1:{port}/"))
opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=client_context))
with opener.open(f"https://127.0.0.1:{port}/opener") as response:
    print(response.read())
server.shutdown()
thread.join()
server.server_close()

# ---- XML-RPC
server = xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False)
server.register_function(pow)
server.socket = server_context.wrap_socket(server.socket, server_side=True)
thread = threading.Thread(target=server.handle_request)
thread.start()
with xmlrpc.client.ServerProxy(f"https://127.0.0.1:{server.server_address[1]}", context=client_context) as proxy:
    print(proxy.pow(2, 10))
thread.join()
server.server_close()


# ---- servers that talk by lines
def talking(talk):
    listener = socket.create_server(("127.0.0.1", 0))

    def run():
        sock, _ = listener.accept()
        try:
            talk(sock)
        except ssl.SSLError as error:
            print("server:", type(error).__name__)
        listener.close()
    worker = threading.Thread(target=run)
    worker.start()
    return listener.getsockname()[1], worker


class Lines:
    def __init__(self, sock):
        self.sock, self.file = sock, sock.makefile("rb")

    def say(self, text):
        self.sock.sendall(text.encode() + b"\r\n")

    def hear(self):
        return self.file.readline().decode().rstrip("\r\n")

    def secure(self):
        self.file.close()
        self.__init__(server_context.wrap_socket(self.sock, server_side=True))

    def close(self):
        self.file.close()
        self.sock.close()


def mail(lines, words):
    while True:
        line = lines.hear()
        line = line if line == "." else line.upper()
        words.append(line.split(" ")[0])
        if line.startswith("EHLO"):
            lines.say("250-here")
            lines.say("250 STARTTLS")
        elif line == "STARTTLS":
            lines.say("220 go on")
            lines.secure()
        elif line == "DATA":
            lines.say("354 go on")
            while lines.hear() != ".":
                pass
            lines.say("250 taken")
        elif line == "QUIT":
            lines.say("221 bye")
            return lines.close()
        else:
            lines.say("250 fine")


def smtp(is_secure):
    words = []

    def talk(sock):
        lines = Lines(sock)
        if is_secure:
            lines.secure()
        lines.say("220 ready")
        mail(lines, words)
        print(words)
    return talking(talk)


port, worker = smtp(False)
with smtplib.SMTP("127.0.0.1", port, local_hostname="me") as session:
    session.ehlo()
    print(session.has_extn("starttls"), session.starttls(context=client_context), session.ehlo_resp, session.sock.version())
    print(session.sendmail("a@example.org", ["b@example.org"], "Subject: x\n\ntext\n"))
worker.join()
port, worker = smtp(True)
with smtplib.SMTP_SSL("127.0.0.1", port, local_hostname="me", context=client_context) as session:
    print(session.ehlo()[0], session.sock.version())
worker.join()
port, worker = smtp(True)
with smtplib.SMTP_SSL("127.0.0.1", port, local_hostname="me") as session:
    print(session.noop())
worker.join()


# ---- files
def ftp(sock):
    lines, is_private, listener = Lines(sock), False, None
    lines.say("220 ready")
    while True:
        line = lines.hear()
        print("<", line)
        word = line.split(" ")[0]
        if word == "AUTH":
            lines.say("234 go on")
            lines.secure()
        elif word == "PROT":
            is_private = line.endswith("P")
            lines.say("200 fine")
        elif word == "PASV":
            listener = socket.create_server(("127.0.0.1", 0))
            number = listener.getsockname()[1]
            lines.say(f"227 here (127,0,0,1,{number // 256},{number % 256})")
        elif word in ("RETR", "STOR", "LIST"):
            lines.say("150 here it comes")
            data, _ = listener.accept()
            listener.close()
            if is_private:
                data = server_context.wrap_socket(data, server_side=True)
            if word == "STOR":
                got = b""
                while part := data.recv(1000):
                    got += part
                print("stored", got)
            else:
                data.sendall(b"a file\r\n")
            if is_private:
                data = data.unwrap()
            data.close()
            lines.say("226 done")
        elif word == "CCC":
            lines.say("200 in the clear")
            lines.file.close()
            lines = Lines(lines.sock.unwrap())
        elif word == "QUIT":
            lines.say("221 bye")
            return lines.close()
        else:
            lines.say("230 fine" if word in ("USER", "PASS") else "200 fine")


port, worker = talking(ftp)
session = ftplib.FTP_TLS(context=client_context)
session.connect("127.0.0.1", port)
attempt("not yet", session.ccc)
print(session.login("me", "secret"), session.sock.version())
attempt("again", session.auth)
session.retrbinary("RETR x", print)
print(session.prot_p())
session.retrbinary("RETR x", print)
session.retrlines("LIST", print)
print(session.storbinary("STOR y", io.BytesIO(b"contents")))
print(session.prot_c(), session.ccc(), type(session.sock).__name__)
print(session.quit())
worker.join()
folder.cleanup()
