# python3.12: multiprocessing.connection: listeners and clients, keys that both have to know; connections and sockets that are sent to other processes
import multiprocessing as mp
import os
import socket
import threading
from multiprocessing.connection import Client, Listener, address_type, answer_challenge, deliver_challenge, wait


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)


def talk(address, key, results):
    client = attempt(Client, address, authkey=key)
    if isinstance(client, tuple):
        results.append(client)
        return
    with client:
        results.append(client.recv())
        client.send({"got": 1})
        client.send_bytes(b"bytes")


def meet(key, other, **kind):
    results = []
    with Listener(authkey=key, **kind) as listener:
        thread = threading.Thread(target=talk, args=(listener.address, other, results))
        thread.start()
        connection = attempt(listener.accept)
        if isinstance(connection, tuple):
            results.append(connection)
        else:
            with connection:
                connection.send([1, "two"])
                results += connection.recv(), connection.recv_bytes()
            results.append(listener.last_accepted is not None)
        thread.join()
        path = listener.address
    print(sorted(map(repr, results)), os.path.exists(path) if isinstance(path, str) else path[0])


def serve(connection):
    """Takes connections and sockets, and answers over them."""
    while (got := connection.recv()) is not None:
        if isinstance(got, socket.socket):
            with got:
                got.sendall(b"over a socket")
        else:
            with got:
                got.send(("over a connection", got.readable, got.writable))
        connection.send("done")


def main():
    meet(None, None)
    meet(b"key", b"key")
    meet(b"key", b"key", family="AF_UNIX")
    for family in "AF_INET", "AF_UNIX":
        meet(b"key", b"wrong", family=family)
    print(address_type(("host", 1)), address_type("/path"), attempt(address_type, 3))
    print(attempt(Listener, authkey="text"), attempt(Client, ("localhost", 1), authkey="text"), attempt(Listener, family="AF_PIPE", address="x"))
    listener = Listener()
    listener.close()
    print(attempt(listener.accept), listener.close())
    one, other = mp.Pipe()
    other.send_bytes(b"no challenge")
    print(attempt(answer_challenge, one, b"key"))
    other.send_bytes(b"#CHALLENGE#short")
    print(attempt(answer_challenge, one, b"key")[0])
    other.send_bytes(b"#CHALLENGE#" + b"m" * 20)  # as it once was: MD5
    other.send_bytes(b"#WELCOME#")
    print(answer_challenge(one, b"key"), other.recv_bytes())
    other.send_bytes(b"x" * 16)
    print(attempt(deliver_challenge, one, b"key"), attempt(deliver_challenge, one, "key"))

    for method in "fork", "spawn":
        context = mp.get_context(method)
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,))
        process.start()
        theirs.close()
        mine, sent = context.Pipe()
        ours.send(sent)
        print(mine.recv(), ours.recv())
        read, write = context.Pipe(duplex=False)
        ours.send(write)
        print(read.recv(), ours.recv())
        here, there = socket.socketpair()
        ours.send(there)
        there.close()
        print(here.recv(100), ours.recv(), here.recv(1))
        here.close()
        ours.send(None)
        process.join()
        print(process.exitcode)


if __name__ == "__main__":
    main()
