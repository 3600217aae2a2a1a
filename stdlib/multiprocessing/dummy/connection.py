"""Pipes between threads: pairs of queues."""
from queue import Queue

__all__ = ["Client", "Listener", "Pipe"]

families = [None]


class Connection:
    """One end of a pipe; what is sent is not copied."""

    def __init__(self, _in, _out):
        self._in, self._out = _in, _out
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        """Whether there is something to be received, within that time."""
        with self._in.not_empty:
            if not self._in.queue and timeout != 0:
                self._in.not_empty.wait(timeout)
            return len(self._in.queue) > 0

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class Listener:
    """Makes one end of a pipe for each client; `address` is what Client() is given."""

    def __init__(self, address=None, family=None, backlog=1):
        self._waiting = Queue(backlog)

    @property
    def address(self):
        return self._waiting

    def accept(self):
        return Connection(*self._waiting.get())

    def close(self):
        self._waiting = None

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def Client(address):
    """The other end of what the listener with that address accepts."""
    one, other = Queue(), Queue()
    address.put((one, other))
    return Connection(other, one)


def Pipe(duplex=True):
    """Two ends of a pipe, both of which send and receive."""
    one, other = Queue(), Queue()
    return Connection(one, other), Connection(other, one)
