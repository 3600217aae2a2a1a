# python3.12: urllib.request: ftp addresses: files, folders, accounts, kinds of transfer, errors, connections that are kept.
import socket
import threading
import urllib.request
from urllib.error import URLError

FILES = {"/a.txt": b"text\r\n", "/pub/data.bin": bytes(range(256)) * 300, "/pub/sub dir/x": b"x"}
FOLDERS = {"/", "/pub", "/pub/sub dir"}
log = []


def next_line(file):
    try:
        return file.readline()
    except ConnectionResetError:  # who is refused need not read all that is said
        return b""


def talk(connection):
    place, kind, passive = "/", "A", None
    file = connection.makefile("rwb", 0)

    def say(text):
        file.write(text.encode() + b"\r\n")

    def at(name):
        if name == ".":
            return place
        return (place.rstrip("/") + "/" + name if not name.startswith("/") else name).rstrip("/") or "/"

    say("220 ready")
    while line := next_line(file):
        command, _, rest = line.decode().rstrip("\r\n").partition(" ")
        log.append(f"{command} {rest}".strip() if command not in ("PASV", "EPSV") else "PASV")
        if command == "USER":
            say("331 password?")
        elif command == "PASS":
            say("530 no" if rest == "wrong" else "230 in")
        elif command == "TYPE":
            kind = rest
            say("200 ok")
        elif command == "CWD":
            if at(rest) in FOLDERS:
                place = at(rest)
                say("250 ok")
            else:
                say("550 no such folder")
        elif command == "PWD":
            say(f'257 "{place}"')
        elif command == "PASV":
            passive = socket.create_server(("127.0.0.1", 0))
            port = passive.getsockname()[1]
            say(f"227 here (127,0,0,1,{port >> 8},{port & 255})")
        elif command == "RETR" or command == "LIST":
            name = at(rest)
            if command == "RETR" and name not in FILES:
                say("550 no such file")
                continue
            data = FILES[name] if command == "RETR" else "".join(f"-rw {each}\r\n" for each in sorted(FILES) if each.rpartition("/")[0] == name.rstrip("/")).encode()
            say(f"150 comes ({len(data)} bytes)" if command == "RETR" else "150 comes")
            with passive.accept()[0] as to:
                to.sendall(data)
            passive.close()
            say("226 done")
        elif command == "QUIT":
            say("221 bye")
            return
        else:
            say("502 what?")


def serve(server):
    talks = []
    while True:
        connection, _ = server.accept()
        if ended.is_set():
            break
        talks.append(threading.Thread(target=talk, args=(connection,)))
        talks[-1].start()
    for each in talks:
        each.join()


ended = threading.Event()
server = socket.create_server(("127.0.0.1", 0))
serving = threading.Thread(target=serve, args=(server,))
serving.start()
home = f"127.0.0.1:{server.getsockname()[1]}"

for address in "/a.txt", "/a.txt;type=a", "/pub/data.bin", "/pub/sub%20dir/x", "/pub/", "/", "/pub/sub%20dir", "/pub;type=d":
    log.clear()
    with urllib.request.urlopen(f"ftp://{home}{address}") as answer:
        data = answer.read()
        print(address, len(data), data[:30], answer.headers["Content-Type"], answer.headers["Content-Length"])
    print("   ", log)

log.clear()
with urllib.request.urlopen(f"ftp://me%40x:se%3Acret@{home}/a.txt") as answer:
    answer.read()
print(log[:2])
for wrong in f"ftp://{home}/none/a.txt", f"ftp://{home}/none.txt", f"ftp://a:wrong@{home}/a.txt", "ftp:///a.txt":
    try:
        urllib.request.urlopen(wrong)
    except URLError as error:
        print("URLError", [code for code in ("550", "530", "no host given") if code in str(error)])

opener = urllib.request.build_opener(kept := urllib.request.CacheFTPHandler())
log.clear()
for _ in range(2):
    with opener.open(f"ftp://{home}/pub/data.bin") as answer:
        answer.read()
with opener.open(f"ftp://{home}/a.txt") as answer:
    answer.read()
print(len(kept.cache), [word for word in log if word.startswith(("USER", "RETR"))])
kept.setTimeout(-1)
with opener.open(f"ftp://{home}/a.txt") as answer:
    print(answer.read())
kept.clear_cache()
print(len(kept.cache))

ended.set()
socket.create_connection(server.getsockname()).close()
serving.join()
server.close()
