"""The classes of transports, and those over sockets and pipes (library reference, "Transports and Protocols")."""
import os

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport")


class BaseTransport:
    """Base class for transports."""
    _extra = None

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def is_closing(self):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def set_protocol(self, protocol):
        raise NotImplementedError

    def get_protocol(self):
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """Interface for read-only transports."""

    def is_reading(self):
        raise NotImplementedError

    def pause_reading(self):
        raise NotImplementedError

    def resume_reading(self):
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """Interface for write-only transports."""

    def set_write_buffer_limits(self, high=None, low=None):
        raise NotImplementedError

    def get_write_buffer_size(self):
        raise NotImplementedError

    def get_write_buffer_limits(self):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError

    def writelines(self, list_of_data):
        self.write(b"".join(list_of_data))

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """Interface representing a bidirectional transport."""


class DatagramTransport(BaseTransport):
    """Interface for datagram (UDP) transports."""

    def sendto(self, data, addr=None):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    def get_pid(self):
        raise NotImplementedError

    def get_returncode(self):
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        raise NotImplementedError

    def send_signal(self, signal):
        raise NotImplementedError

    def terminate(self):
        raise NotImplementedError

    def kill(self):
        raise NotImplementedError


# ---- over a descriptor ---------------------------------------------------------------------------------------------------------

class _FileTransport(Transport):
    """A stream over a descriptor that does not block. Subclasses say how to read, write and close it."""

    _most = 256 * 1024

    def __init__(self, loop, fd, protocol, extra, reads=True, writes=True):
        super().__init__(extra)
        self._loop = loop
        self._fd = fd
        self._reads = reads
        self._writes = writes
        self._paused = False
        self._closing = False
        self._closed = False
        self._eof_wanted = False
        self._buffer = bytearray()
        self._writing_paused = False
        self._set_limits()
        self.set_protocol(protocol)
        loop.call_soon(protocol.connection_made, self)
        if reads:
            loop.call_soon(self._start_reading)

    def __repr__(self):
        state = "closed" if self._closed else "closing" if self._closing else "open"
        return f"<{type(self).__name__} fd={self._fd} {state}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    # reading

    def _start_reading(self):
        if not self._closing and not self._paused:
            self._loop.add_reader(self._fd, self._read_ready)

    def is_reading(self):
        return self._reads and not self._paused and not self._closing

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop.remove_reader(self._fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop.add_reader(self._fd, self._read_ready)

    def _read_ready(self):
        try:
            data = self._read()
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            return self._fatal(exc)
        if not data:
            return self._read_eof()
        protocol = self._protocol
        if hasattr(protocol, "get_buffer"):
            while data:
                room = protocol.get_buffer(len(data))
                n = min(len(room), len(data))
                room[:n] = data[:n]
                protocol.buffer_updated(n)
                data = data[n:]
        else:
            protocol.data_received(data)

    def _read_eof(self):
        keep_open = self._protocol.eof_received()
        if keep_open and self._writes:
            self._loop.remove_reader(self._fd)
        else:
            self.close()

    # writing

    def _set_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_limits(high, low)
        self._maybe_pause()

    def get_write_buffer_limits(self):
        return self._low, self._high

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _maybe_pause(self):
        if len(self._buffer) > self._high and not self._writing_paused:
            self._writing_paused = True
            self._protocol.pause_writing()

    def _maybe_resume(self):
        if self._writing_paused and len(self._buffer) <= self._low:
            self._writing_paused = False
            self._protocol.resume_writing()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof_wanted:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data or self._closed:
            return
        if not self._buffer:
            try:
                sent = self._write(data)
            except (BlockingIOError, InterruptedError):
                sent = 0
            except OSError as exc:
                return self._fatal(exc)
            data = bytes(data)[sent:]
            if not data:
                return
            self._loop.add_writer(self._fd, self._write_ready)
        self._buffer += data
        self._maybe_pause()

    def _write_ready(self):
        try:
            sent = self._write(self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            self._loop.remove_writer(self._fd)
            self._buffer.clear()
            return self._fatal(exc)
        del self._buffer[:sent]
        self._maybe_resume()
        if not self._buffer:
            self._loop.remove_writer(self._fd)
            if self._closing:
                self._lost(None)
            elif self._eof_wanted:
                self._shut_down()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof_wanted:
            return
        self._eof_wanted = True
        if not self._buffer:
            self._shut_down()

    # the end

    def close(self):
        if self._closing:
            return
        self._closing = True
        if self._reads:
            self._loop.remove_reader(self._fd)
        if not self._buffer:
            self._loop.call_soon(self._lost, None)

    def abort(self):
        self._fatal(None)

    def _fatal(self, exc):
        if self._closed:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop.remove_writer(self._fd)
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._fd)
        self._loop.call_soon(self._lost, exc)

    def _lost(self, exc):
        if self._closed:
            return
        self._closed = True
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._close()

    def __del__(self):
        if not self._closed:
            self._close()


class _SocketTransport(_FileTransport):
    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, server=None):
        extra = {"socket": sock}
        for name in ("sockname", "peername"):
            try:
                extra[name] = getattr(sock, "get" + name)()
            except OSError:
                extra[name] = None
        self._sock = sock
        self._server = server
        if server is not None:
            server._attach()
        super().__init__(loop, sock.fileno(), protocol, extra)

    def _read(self):
        return self._sock.recv(self._most)

    def _write(self, data):
        return self._sock.send(data)

    def _shut_down(self):
        import socket
        try:
            self._sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def _close(self):
        self._sock.close()
        server, self._server = self._server, None
        if server is not None:
            server._detach()


class _PipeTransport(_FileTransport):
    "One end of a pipe: read or written."

    def __init__(self, loop, pipe, protocol, reads):
        self._pipe = pipe
        fd = pipe if isinstance(pipe, int) else pipe.fileno()
        os.set_blocking(fd, False)
        super().__init__(loop, fd, protocol, {"pipe": pipe}, reads, not reads)
        if not reads:
            loop.call_soon(self._watch_reader)

    def _watch_reader(self):
        "The reader of a pipe that is written has gone when the pipe itself becomes readable."
        import stat
        if not self._closing and not stat.S_ISREG(os.fstat(self._fd).st_mode):
            try:
                self._loop.add_reader(self._fd, self._reader_gone)
            except OSError:
                pass

    def _reader_gone(self):
        self._loop.remove_reader(self._fd)
        self._fatal(BrokenPipeError() if self._buffer else None)

    def _read(self):
        return os.read(self._fd, self._most)

    def _write(self, data):
        return os.write(self._fd, data)

    def _shut_down(self):
        self.close()

    def write_eof(self):
        self._eof_wanted = True
        self.close()

    def close(self):
        if not self._closing and not self._reads:
            self._loop.remove_reader(self._fd)
        super().close()

    def _close(self):
        if isinstance(self._pipe, int):
            os.close(self._pipe)
        else:
            self._pipe.close()


class _DatagramTransport(Transport, DatagramTransport):
    def __init__(self, loop, sock, protocol, address):
        super().__init__({"socket": sock, "sockname": sock.getsockname(), "peername": address})
        self._loop = loop
        self._sock = sock
        self._protocol = protocol
        self._address = address
        self._queue = []
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start)

    def _start(self):
        if not self._closing:
            self._loop.add_reader(self._sock.fileno(), self._read_ready)

    def is_closing(self):
        return self._closing

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def _read_ready(self):
        try:
            data, address = self._sock.recvfrom(256 * 1024)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            self._protocol.error_received(exc)
            return
        self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._address is not None and addr not in (None, self._address):
            raise ValueError(f"Invalid address: must be None or {self._address}")
        self._queue.append((bytes(data), addr))
        if len(self._queue) == 1:
            self._send_ready()

    def _send_ready(self):
        while self._queue:
            data, address = self._queue[0]
            try:
                if address is None or self._address is not None:
                    self._sock.send(data)
                else:
                    self._sock.sendto(data, address)
            except (BlockingIOError, InterruptedError):
                self._loop.add_writer(self._sock.fileno(), self._send_ready)
                return
            except OSError as exc:
                self._protocol.error_received(exc)
            self._queue.pop(0)
        self._loop.remove_writer(self._sock.fileno())
        if self._closing:
            self._lost()

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._sock.fileno())
        if not self._queue:
            self._loop.call_soon(self._lost)

    def abort(self):
        self._queue.clear()
        self.close()

    def _lost(self):
        if self._sock is not None:
            sock, self._sock = self._sock, None
            try:
                self._protocol.connection_lost(None)
            finally:
                sock.close()
