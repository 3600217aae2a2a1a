"""The thread of logging.config.listen()."""
import socket
import threading

from . import config


class Listener(threading.Thread):
    """Takes connections at `port` until stop() is called. `ready` is set when it has begun (then `port` is the real one), and each time a
    configuration has been dealt with."""

    def __init__(self, port, verify):
        super().__init__()
        self.port, self.verify = port, verify
        self.ready, self.stopped = threading.Event(), threading.Event()

    def stop(self):
        self.stopped.set()

    def run(self):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(("localhost", self.port))
            server.listen()
            server.settimeout(0.2)  # how long stop() may take
            self.port = server.getsockname()[1]
            self.ready.set()
            while not self.stopped.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        """Uses what comes over one connection."""
        with connection, connection.makefile("rb") as stream:
            size = stream.read(4)
            data = stream.read(int.from_bytes(size, "big")) if len(size) == 4 else b""
            try:
                self.configure(data)
            except Exception:
                import traceback
                traceback.print_exc()
            finally:
                self.ready.set()

    def configure(self, data):
        if data and self.verify is not None:
            data = self.verify(data)
        if not data:
            return
        text = data.decode("utf-8")
        import json
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        if isinstance(found, dict):
            config.dictConfig(found)
        else:
            import io
            config.fileConfig(io.StringIO(text))
