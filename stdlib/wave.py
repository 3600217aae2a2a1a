"""Sound in WAVE files, uncompressed PCM (library reference, "wave").

A file is one RIFF chunk of kind WAVE; in it lie chunks: four letters, a size, that many bytes, and one more if that is odd.
"fmt " says how samples are kept, "data" are the samples. What is written here has these two chunks, so its header is always 44 bytes long.
"""
import collections
import functools
import struct
import sys

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xfffe
KSDATAFORMAT_SUBTYPE_PCM = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x008\x9bq"  # how an extensible format says that it is PCM

_wave_params = collections.namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")
_PLAIN = ("NONE", "not compressed")
_FORMAT = struct.Struct("<HHLLHH")  # kind, channels, frames a second, bytes a second, bytes a frame, bits a sample
_open_file = open


class Error(Exception):
    pass


class _Sound:
    """A file, its beginning and end: what reading and writing share. A subclass has `_mode`, initfp() and _end()."""

    _own_file = None

    def __init__(self, f):
        if isinstance(f, str):
            f = self._own_file = _open_file(f, self._mode)
        try:
            self.initfp(f)
        except BaseException:
            self._let_go()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        self.close()

    def close(self):
        """Ends the work; the file is closed if it was opened here."""
        try:
            self._end()
        finally:
            self._let_go()

    def _let_go(self):
        file, self._own_file = self._own_file, None
        if file is not None:
            file.close()

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error("no marks")


class _Chunk:
    """A chunk as a stream of its own. `outer` is the file, or the chunk around it; one that cannot seek is read in order."""

    closed = False

    def __init__(self, outer, header):
        self.name, self.size = header[:4], int.from_bytes(header[4:], "little")
        self.outer, self.position = outer, 0
        try:
            self.start = outer.tell()
        except (OSError, AttributeError):
            self.start = None

    @classmethod
    def all_of(cls, outer):
        """Those that follow in a stream, each left behind when the next is asked for."""
        while len(header := outer.read(8)) == 8:
            chunk = cls(outer, header)
            yield chunk
            chunk.skip()

    def read(self, size=-1):
        left = max(self.size - self.position, 0)
        data = self.outer.read(left if size < 0 else min(size, left)) if left else b""
        self.position += len(data)
        if data and self.size & 1 and self.position == self.size:  # the byte that makes it even
            if self.start is None:
                self.outer.read(1)
            else:
                self.outer.seek(self.start + self.size + 1)
        return data

    def tell(self):
        return self.position

    def seek(self, position):
        if self.start is None:
            raise OSError("cannot seek")
        self.outer.seek(self.start + position)
        self.position = position

    def skip(self):
        """Goes to the chunk behind this one."""
        if self.start is not None:
            try:
                self.outer.seek(self.start + self.size + (self.size & 1))
                return
            except OSError:
                self.start = None
        while self.position < self.size:
            if not self.read(8192):
                raise EOFError

    def close(self):
        self.closed = True


def _native(data, width):
    """Samples between the file's order of bytes and the machine's."""
    if width == 1 or sys.byteorder == "little":
        return data
    whole = len(data) // width * width
    turned = bytearray(data)
    for byte in range(width):
        turned[byte:whole:width] = data[width - 1 - byte:whole:width]
    return bytes(turned)


class Wave_read(_Sound):
    """Reads a WAVE file, given by its name or open for reading. The format is read at once, frames when they are asked for."""

    _mode = "rb"
    _riff = None

    def initfp(self, file):
        """Reads up to the samples."""
        self._frame, self._stands_elsewhere, self._samples = 0, False, None  # _frame: the next one to be read
        riff = self._riff = next(_Chunk.all_of(file), None)
        if riff is None:
            raise EOFError
        if riff.name != b"RIFF":
            raise Error("file does not start with RIFF id")
        if riff.read(4) != b"WAVE":
            raise Error("not a WAVE file")
        self._format = None
        for chunk in _Chunk.all_of(riff):
            if chunk.name == b"fmt ":
                self._read_format(chunk)
            elif chunk.name == b"data":
                if self._format is None:
                    raise Error("data chunk before fmt chunk")
                self._samples, self._nframes = chunk, chunk.size // self._frame_bytes
                return
        raise Error("fmt chunk and/or data chunk missing")

    def _read_format(self, chunk):
        fields = chunk.read(_FORMAT.size)
        kind = int.from_bytes(fields[:2], "little")
        if len(fields) >= _FORMAT.size - 2 and kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error(f"unknown format: {kind!r}")
        if len(fields) < _FORMAT.size:
            raise EOFError
        _, channels, rate, _, _, bits = _FORMAT.unpack(fields)
        if kind == WAVE_FORMAT_EXTENSIBLE:
            _exactly(chunk, 8)  # the size of what follows, bits that count, places of the channels
            _check_is_pcm(_exactly(chunk, 16))
        width = (bits + 7) // 8
        for value, what in ((width, "bad sample width"), (channels, "bad # of channels")):
            if not value:
                raise Error(what)
        self._format, self._frame_bytes = (channels, width, rate), channels * width
        self._comptype, self._compname = _PLAIN

    def _end(self):
        self._riff = None

    def getfp(self):
        return self._riff

    def getnchannels(self):
        return self._format[0]

    def getsampwidth(self):
        return self._format[1]

    def getframerate(self):
        return self._format[2]

    def getnframes(self):
        return self._nframes

    def getparams(self):
        """All that the file says of itself, in one named tuple."""
        return _wave_params(*self._format, self._nframes, *_PLAIN)

    def tell(self):
        return self._frame

    def setpos(self, pos):
        """Goes to a frame."""
        if pos < 0 or pos > self._nframes:
            raise Error("position not in range")
        self._frame, self._stands_elsewhere = pos, True

    def rewind(self):
        """Goes back to the first frame."""
        self.setpos(0)

    def readframes(self, nframes):
        """At most so many frames, as bytes; all that are left if it is negative."""
        if self._stands_elsewhere:
            self._samples.seek(self._frame * self._frame_bytes)
            self._stands_elsewhere = False
        if nframes == 0:
            return b""
        data = self._samples.read(max(nframes, -1) * self._frame_bytes)
        self._frame += len(data) // self._frame_bytes
        return _native(data, self._format[1])


def _exactly(stream, size):
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _check_is_pcm(subkind):
    if subkind == KSDATAFORMAT_SUBTYPE_PCM:
        return
    import uuid
    raise Error(f"unknown extended format: {uuid.UUID(bytes_le=subkind)}")


def _before_samples(setter):
    "A method that sets what the header says, and is refused when that is written."
    @functools.wraps(setter)
    def refusing(self, *args, **kwargs):
        if self._bytes_written:
            raise Error("cannot change parameters after starting to write")
        setter(self, *args, **kwargs)
    return refusing


class Wave_write(_Sound):
    """Writes a WAVE file, given by its name or open for writing. The header is written with the first frames, and mended at the end."""

    _mode = "wb"
    _file = None

    def initfp(self, file):
        self._file = file
        self._channels = self._width = self._rate = 0
        self._planned = 0  # frames, as the program says
        self._bytes_written = 0
        self._bytes_stated = None  # in the header; None: there is no header yet
        self._begin = None  # of a file that can seek

    # ---- parameters

    @_before_samples
    def setnchannels(self, nchannels):
        if nchannels < 1:
            raise Error("bad # of channels")
        self._channels = nchannels

    @_before_samples
    def setsampwidth(self, sampwidth):
        """Bytes of one sample: 1 to 4."""
        if sampwidth < 1 or sampwidth > 4:
            raise Error("bad sample width")
        self._width = sampwidth

    @_before_samples
    def setframerate(self, framerate):
        """Frames a second, rounded."""
        if framerate <= 0:
            raise Error("bad frame rate")
        self._rate = int(round(framerate))

    @_before_samples
    def setnframes(self, nframes):
        """How many frames there will be: need not be true, the header is mended."""
        self._planned = nframes

    @_before_samples
    def setcomptype(self, comptype, compname):
        if comptype != _PLAIN[0]:
            raise Error("unsupported compression type")
        self._comptype, self._compname = comptype, compname

    def setparams(self, params):
        """All of these from one tuple."""
        channels, width, rate, frames, comptype, compname = params
        for set_one, value in ((self.setnchannels, channels), (self.setsampwidth, width), (self.setframerate, rate), (self.setnframes, frames)):
            set_one(value)
        self.setcomptype(comptype, compname)

    def getnchannels(self):
        return self._known(self._channels, "number of channels not set")

    def getsampwidth(self):
        return self._known(self._width, "sample width not set")

    def getframerate(self):
        return self._known(self._rate, "frame rate not set")

    def getparams(self):
        self._known(self._channels and self._width and self._rate, "not all parameters set")
        return _wave_params(self._channels, self._width, self._rate, self._planned, self._comptype, self._compname)

    def _known(self, value, otherwise):
        if not value:
            raise Error(otherwise)
        return value

    def setmark(self, id, pos, name):
        raise Error("setmark() not supported")

    # ---- samples

    def getnframes(self):
        """Frames written so far."""
        return self._bytes_written and self._bytes_written // (self._channels * self._width)

    tell = getnframes

    def writeframesraw(self, data):
        """Writes frames; the header is not mended."""
        if not isinstance(data, (bytearray, bytes)):
            data = memoryview(data).cast("B")
        self._need_header(len(data))
        self._file.write(_native(data, self._width))
        self._bytes_written += len(data)

    def writeframes(self, data):
        """Writes frames, and mends the header if it does not agree."""
        self.writeframesraw(data)
        self._mend_header()

    def _end(self):
        if self._file is None:
            return
        try:
            self._need_header(0)
            self._mend_header()
            self._file.flush()
        finally:
            self._file = None

    # ---- the header

    def _need_header(self, first_bytes):
        if self._bytes_stated is not None:
            return
        for value, name in ((self._channels, "# channels"), (self._width, "sample width"), (self._rate, "sampling rate")):
            self._known(value, name + " not specified")
        frame = self._channels * self._width
        self._planned = self._planned or first_bytes // frame
        try:
            self._begin = self._file.tell()
        except (OSError, AttributeError):
            pass
        size = self._planned * frame
        self._file.write(struct.pack("<4sL8sL", b"RIFF", 36 + size, b"WAVEfmt ", _FORMAT.size)
                         + _FORMAT.pack(WAVE_FORMAT_PCM, self._channels, self._rate, frame * self._rate, frame, self._width * 8)
                         + struct.pack("<4sL", b"data", size))
        self._bytes_stated = size

    def _mend_header(self):
        if self._bytes_stated == self._bytes_written:
            return
        end = self._file.tell()
        for place, size in ((4, 36 + self._bytes_written), (40, self._bytes_written)):
            self._file.seek(self._begin + place)
            self._file.write(size.to_bytes(4, "little"))
        self._file.seek(end)
        self._bytes_stated = self._bytes_written


def open(f, mode=None):
    """A Wave_read or a Wave_write, as the mode says: "r", "rb", "w" or "wb"; without one that of the file counts."""
    kinds = {"r": Wave_read, "rb": Wave_read, "w": Wave_write, "wb": Wave_write}
    if mode is None:
        mode = getattr(f, "mode", "rb")
    if mode not in kinds:
        raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
    return kinds[mode](f)
