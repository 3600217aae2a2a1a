"""A server for one session, in a thread that ends with it."""
import socket
import threading


class Server:
    """`serve(listener, greeting, seen, **more)` plays the server; what it has read it appends to `seen`."""
    def __init__(self, serve, greeting, **more):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.seen = []
        self.thread = threading.Thread(target=serve, args=(self.listener, greeting, self.seen), kwargs=more)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.thread.join()
        self.listener.close()
