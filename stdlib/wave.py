"""Sound in WAVE files, uncompressed PCM (library reference, "wave").

A file is one RIFF chunk of kind WAVE; in it lie chunks: four letters, a size, that many bytes, and one more if that is odd.
"fmt " says how samples are kept, "data" are the samples.
"""
from collections import namedtuple
import builtins
import struct
import sys

__all__ = ["open", "Error", "Wave_read", "Wave_write"]


class Error(Exception):
    pass


WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE
KSDATAFORMAT_SUBTYPE_PCM = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x008\x9bq"  # how an extensible format says that it is PCM

_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")
_COMPRESSION = "NONE", "not compressed"


class _Chunk:
    """A chunk of a stream (a file, or the chunk around it): its name, its size, and its bytes as a stream that ends with it."""

    def __init__(self, stream):
        header = stream.read(8)
        if len(header) < 8:
            raise EOFError
        self.name, self.size = header[:4], int.from_bytes(header[4:], "little")
        self._stream, self._at = stream, 0
        try:
            self._start = stream.tell()
        except (AttributeError, OSError):
            self._start = None  # read in order, then

    def read(self, size=-1):
        left = self.size - self._at
        data = self._stream.read(left if size < 0 else min(size, left)) if left > 0 else b""
        self._at += len(data)
        if self._at == self.size and self.size % 2 and data:
            self._skip_padding()
        return data

    def _skip_padding(self):
        if self._start is None:
            self._stream.read(1)
        else:
            self._stream.seek(self._start + self.size + 1)

    def tell(self):
        return self._at

    def seek(self, position):
        if self._start is None:
            raise OSError("cannot seek")
        self._stream.seek(self._start + position)
        self._at = position

    def skip(self):
        """Goes to what follows the chunk."""
        if self._start is not None:
            try:
                self._stream.seek(self._start + self.size + self.size % 2)
                return
            except OSError:
                self._start = None
        while self._at < self.size:
            if not self.read(min(8192, self.size - self._at)):
                raise EOFError


class Wave_read:
    """Reads a WAVE file, given by its name or open for reading. The format is read at once, frames when they are asked for."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = self._i_opened_the_file = builtins.open(f, "rb")
        try:
            self.initfp(f)
        except:
            if self._i_opened_the_file:
                f.close()
            raise

    def initfp(self, file):
        """Reads up to the samples."""
        self._soundpos, self._moved = 0, False
        self._data_chunk = None
        self._file = riff = _Chunk(file)
        if riff.name != b"RIFF":
            raise Error("file does not start with RIFF id")
        if riff.read(4) != b"WAVE":
            raise Error("not a WAVE file")
        known = False
        while True:
            try:
                chunk = _Chunk(riff)
            except EOFError:
                break
            if chunk.name == b"fmt ":
                self._read_format(chunk)
                known = True
            elif chunk.name == b"data":
                if not known:
                    raise Error("data chunk before fmt chunk")
                self._data_chunk = chunk
                self._nframes = chunk.size // self._framesize
                break
            chunk.skip()
        if not known or self._data_chunk is None:
            raise Error("fmt chunk and/or data chunk missing")

    def _read_format(self, chunk):
        fields = chunk.read(16)
        if len(fields) < 14:
            raise EOFError
        kind, self._nchannels, self._framerate, _, _ = struct.unpack("<HHLLH", fields[:14])
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error(f"unknown format: {kind!r}")
        if len(fields) < 16:
            raise EOFError
        bits = int.from_bytes(fields[14:], "little")
        if kind == WAVE_FORMAT_EXTENSIBLE:
            more = chunk.read(8)
            if len(more) < 8:
                raise EOFError
            subkind = chunk.read(16)
            if len(subkind) < 16:
                raise EOFError
            if subkind != KSDATAFORMAT_SUBTYPE_PCM:
                try:
                    import uuid
                    name = uuid.UUID(bytes_le=subkind)
                except Exception:
                    name = subkind.hex()
                raise Error(f"unknown extended format: {name}")
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error("bad sample width")
        if not self._nchannels:
            raise Error("bad # of channels")
        self._framesize = self._nchannels * self._sampwidth
        self._comptype, self._compname = _COMPRESSION

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def getfp(self):
        return self._file

    def rewind(self):
        """Goes back to the first frame."""
        self._soundpos, self._moved = 0, True

    def close(self):
        """Closes the file if it was opened here."""
        self._file = None
        opened, self._i_opened_the_file = getattr(self, "_i_opened_the_file", None), None
        if opened:
            opened.close()

    def tell(self):
        return self._soundpos

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getparams(self):
        """All of these in one named tuple."""
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error("no marks")

    def setpos(self, pos):
        """Goes to a frame."""
        if not 0 <= pos <= self._nframes:
            raise Error("position not in range")
        self._soundpos, self._moved = pos, True

    def readframes(self, nframes):
        """At most so many frames, as bytes."""
        if self._moved:
            self._data_chunk.seek(self._soundpos * self._framesize)
            self._moved = False
        if nframes == 0:
            return b""
        data = self._data_chunk.read(nframes * self._framesize if nframes > 0 else -1)
        if self._sampwidth != 1 and sys.byteorder == "big":
            data = _swapped(data, self._sampwidth)
        self._soundpos += len(data) // self._framesize
        return data


def _swapped(data, width):
    """Samples in the other byte order."""
    whole = len(data) - len(data) % width
    swapped = bytearray(data)
    for i in range(width):
        swapped[i:whole:width] = data[width - 1 - i:whole:width]
    return bytes(swapped)


class Wave_write:
    """Writes a WAVE file, given by its name or open for writing. The header is written with the first frames, and mended at the end."""

    _file = None

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = self._i_opened_the_file = builtins.open(f, "wb")
        try:
            self.initfp(f)
        except:
            if self._i_opened_the_file:
                f.close()
            raise

    def initfp(self, file):
        self._file = file
        self._nchannels = self._sampwidth = self._framerate = 0
        self._nframes = self._nframeswritten = 0
        self._datawritten = self._datalength = 0  # bytes of samples; as the header says
        self._headerwritten = False
        self._sizes_at = None  # where the sizes stand in a file that can seek

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _changeable(self):
        if self._datawritten:
            raise Error("cannot change parameters after starting to write")

    def setnchannels(self, nchannels):
        self._changeable()
        if nchannels < 1:
            raise Error("bad # of channels")
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error("number of channels not set")
        return self._nchannels

    def setsampwidth(self, sampwidth):
        """Bytes of one sample: 1 to 4."""
        self._changeable()
        if not 1 <= sampwidth <= 4:
            raise Error("bad sample width")
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error("sample width not set")
        return self._sampwidth

    def setframerate(self, framerate):
        """Frames a second, rounded."""
        self._changeable()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error("frame rate not set")
        return self._framerate

    def setnframes(self, nframes):
        """How many frames there will be: need not be true, the header is mended."""
        self._changeable()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._changeable()
        if comptype not in ("NONE",):
            raise Error("unsupported compression type")
        self._comptype, self._compname = comptype, compname

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def setparams(self, params):
        """All of these from one tuple."""
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._changeable()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not (self._nchannels and self._sampwidth and self._framerate):
            raise Error("not all parameters set")
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

    def setmark(self, id, pos, name):
        raise Error("setmark() not supported")

    def getmark(self, id):
        raise Error("no marks")

    def getmarkers(self):
        return None

    def tell(self):
        return self._nframeswritten

    def writeframesraw(self, data):
        """Writes frames; the header is not mended."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast("B")
        self._need_header(len(data))
        frames = len(data) // (self._sampwidth * self._nchannels)
        if self._sampwidth != 1 and sys.byteorder == "big":
            data = _swapped(bytes(data), self._sampwidth)
        self._file.write(data)
        self._datawritten += len(data)
        self._nframeswritten += frames

    def writeframes(self, data):
        """Writes frames, and mends the header if it does not agree."""
        self.writeframesraw(data)
        if self._datalength != self._datawritten:
            self._patchheader()

    def close(self):
        """Mends the header; closes the file if it was opened here."""
        try:
            if self._file:
                self._need_header(0)
                if self._datalength != self._datawritten:
                    self._patchheader()
                self._file.flush()
        finally:
            self._file = None
            opened, self._i_opened_the_file = getattr(self, "_i_opened_the_file", None), None
            if opened:
                opened.close()

    def _need_header(self, size):
        if self._headerwritten:
            return
        for value, name in ((self._nchannels, "# channels"), (self._sampwidth, "sample width"), (self._framerate, "sampling rate")):
            if not value:
                raise Error(f"{name} not specified")
        frame = self._nchannels * self._sampwidth
        self._file.write(b"RIFF")
        if not self._nframes:
            self._nframes = size // frame
        self._datalength = self._nframes * frame
        try:
            self._sizes_at = self._file.tell()
        except (AttributeError, OSError):
            self._sizes_at = None
        self._file.write(struct.pack("<L4s4sLHHLLHH4sL", 36 + self._datalength, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, self._nchannels, self._framerate,
                                     frame * self._framerate, frame, self._sampwidth * 8, b"data", self._datalength))
        self._headerwritten = True

    def _patchheader(self):
        if self._datawritten == self._datalength:
            return
        end = self._file.tell()
        for offset, size in ((0, 36 + self._datawritten), (36, self._datawritten)):
            self._file.seek(self._sizes_at + offset)
            self._file.write(struct.pack("<L", size))
        self._file.seek(end)
        self._datalength = self._datawritten


def open(f, mode=None):
    """A Wave_read or a Wave_write, as the mode says: "r", "rb", "w" or "wb"; without one that of the file counts."""
    if mode is None:
        mode = getattr(f, "mode", "rb")
    if mode not in ("r", "rb", "w", "wb"):
        raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
    return Wave_read(f) if mode[0] == "r" else Wave_write(f)
