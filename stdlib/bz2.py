"""Files in the format of bzip2 (library reference, "bz2"). The work is done by the native module _bz2."""
from _operator import index
import _compressed_files
import _compression
from _bz2 import BZ2Compressor, BZ2Decompressor

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]


class BZ2File(_compressed_files.CompressedFile):
    """A file, compressed by bzip2, read or written as if it were not."""

    _errors = OSError

    def __init__(self, filename, mode="r", *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._level = compresslevel
        super().__init__(filename, mode)

    def readlines(self, size=0):
        """The lines from here on, about `size` bytes of them."""
        return super().readlines(index(size))

    def _new_compressor(self):
        return BZ2Compressor(self._level)

    def _new_decompressor(self):
        return BZ2Decompressor()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a file that is compressed by bzip2; in text mode ("rt"...) as text."""
    return _compressed_files.opened(lambda mode: BZ2File(filename, mode, compresslevel=compresslevel), mode, encoding, errors, newline)


def compress(data, compresslevel=9):
    """The data, compressed."""
    work = BZ2Compressor(compresslevel)
    return work.compress(data) + work.flush()


def decompress(data):
    """The data that was compressed: of one stream or several."""
    return _compression.decompressed(BZ2Decompressor, data, OSError, ValueError) if data else b""
