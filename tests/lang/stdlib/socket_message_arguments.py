# What recvmsg_into() and sendmsg() refuse before anything is received or sent; addresses of AF_UNIX with any bytes, and without a name (library reference, "socket").
import os
import socket
import tempfile


def shown(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__


ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
room = bytearray(5)
for arguments in ((), (5,), (room,), ([object()],), ([b"read-only"],), ([room, b"x"],), ([room], -1), ([room], object()), ([room], 0, object())):
    theirs.send(b"datagram") if not arguments else None
    print(shown(ours.recvmsg_into, *arguments), end=" ")
print(ours.recvmsg_into([room, bytearray(9)])[:3], room)
for arguments in ((), (5,), (b"bytes",), ([5],), ([b"x", "text"],), ([b"x"], 5), ([b"x"], [(1, 2)]), ([b"x"], [], "flags")):
    print(shown(ours.sendmsg, *arguments), end=" ")
print(ours.sendmsg([b"one ", bytearray(b"two "), memoryview(b"three")]), theirs.recv(100))
ours.close(), theirs.close()
limit = 0x7FFFFFFF
print(shown(socket.CMSG_LEN, -1), socket.CMSG_LEN(limit - socket.CMSG_LEN(0)) == limit, shown(socket.CMSG_LEN, limit - socket.CMSG_LEN(0) + 1), shown(socket.CMSG_SPACE, limit))

with tempfile.TemporaryDirectory() as folder:
    for name in ("plain", "äöü", "bad\udcff\udc80"):
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            path = os.path.join(folder, name)
            server.bind(path)
            server.listen()
            client.connect(path)
            print(ascii(server.getsockname()[len(folder) + 1:]), client.getpeername() == path, os.fsencode(name) in os.listdir(os.fsencode(folder)))
with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
    server.bind("")
    server.listen()
    name = server.getsockname()
    print(type(name).__name__, len(name), name[:1])
    client.connect(name)
    print(client.getpeername() == name)
