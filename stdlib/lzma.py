"""Files in the formats of xz and of older LZMA (library reference, "lzma"). The work is done by liblzma, through the native module _lzma."""
from _operator import index
import _compressed_files
import _compression
import _lzma
from _lzma import LZMAError, is_check_supported

__all__ = ["CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN", "FILTER_LZMA1", "FILTER_LZMA2",
           "FILTER_DELTA", "FILTER_X86", "FILTER_IA64", "FILTER_ARM", "FILTER_ARMTHUMB", "FILTER_POWERPC", "FILTER_SPARC", "FORMAT_AUTO",
           "FORMAT_XZ", "FORMAT_ALONE", "FORMAT_RAW", "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3", "MF_BT4", "MODE_FAST", "MODE_NORMAL",
           "PRESET_DEFAULT", "PRESET_EXTREME", "LZMACompressor", "LZMADecompressor", "LZMAFile", "LZMAError", "open", "compress", "decompress",
           "is_check_supported"]

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
FILTER_LZMA1, FILTER_LZMA2, FILTER_DELTA = 0x4000000000000001, 0x21, 3
FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = range(4, 10)
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 0x03, 0x04, 0x12, 0x13, 0x14
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 1 << 31

# kind of filter -> its name in messages, and its options
_LZMA_OPTIONS = "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"
_OPTIONS = {FILTER_LZMA1: ("LZMA", _LZMA_OPTIONS), FILTER_LZMA2: ("LZMA", _LZMA_OPTIONS), FILTER_DELTA: ("delta", ("dist",))}
_OPTIONS.update(dict.fromkeys(range(FILTER_X86, FILTER_SPARC + 1), ("BCJ", ("start_offset",))))


def _filter(specifier):
    """A filter's numbers, as _lzma wants them: its id, the options of LZMA, the one of the others; -1 for what is not given."""
    try:
        number = specifier["id"]
    except KeyError:
        raise ValueError('Filter specifier must have an "id" entry') from None
    except (TypeError, IndexError):
        raise TypeError("Filter specifier must be a dict or dict-like object") from None
    if number not in _OPTIONS:
        raise ValueError(f"Invalid filter ID: {number}")
    kind, names = _OPTIONS[number]
    given = dict(specifier)
    del given["id"]
    if not all(name in names and isinstance(value, int) and 0 <= value < 1 << 32 for name, value in given.items()):
        raise ValueError(f"Invalid filter specifier for {kind} filter")
    numbers = [given.get(name, -1) for name in _LZMA_OPTIONS]
    return number, *numbers, given.get("dist", given.get("start_offset", -1))


def _filters(specifiers):
    if isinstance(specifiers, dict):
        raise TypeError("dict is not a sequence")
    if len(specifiers) > 4:
        raise ValueError("Too many filters - liblzma supports a maximum of 4")
    return tuple([_filter(each) for each in specifiers])


def _encode_filter_properties(filter):
    """A filter's options, as they stand in files."""
    return _lzma.encode_properties(_filter(filter))


def _decode_filter_properties(filter_id, encoded_props):
    """The filter that the options in a file mean."""
    if filter_id not in _OPTIONS:
        raise ValueError(f"Invalid filter ID: {filter_id}")
    values = _lzma.decode_properties(filter_id, encoded_props)
    names = {FILTER_LZMA1: ("lc", "lp", "pb", "dict_size"), FILTER_DELTA: ("dist",), FILTER_LZMA2: ("dict_size",)}.get(filter_id, ("start_offset",))
    return {"id": filter_id} | dict(zip(names, values[-len(names):]))


class LZMACompressor:
    """Compresses data piece by piece."""

    __module__, __slots__ = "_lzma", ("_stream", "compress", "flush")

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        format = index(format)
        if preset is not None and filters is not None:
            raise ValueError("Cannot specify both preset and filter chain")
        if preset is None:
            preset = PRESET_DEFAULT
        elif not isinstance(preset, int):
            raise TypeError("an integer is required")
        elif not 0 <= preset < 1 << 32:
            raise OverflowError("can't convert negative int to unsigned" if preset < 0 else "Value too large for uint32_t type")
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError("Integrity checks are only supported by FORMAT_XZ")
        if format not in (FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError(f"Invalid container format: {format}")
        if format == FORMAT_RAW and filters is None:
            raise ValueError("Must specify filters for FORMAT_RAW")
        chain = None if filters is None else _filters(filters)
        if format == FORMAT_ALONE and chain is not None and [each[0] for each in chain] != [FILTER_LZMA1]:
            raise ValueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter")
        self._stream = _lzma.encoder(format, check, preset, chain)
        self.compress, self.flush = self._stream.compress, self._stream.flush

    def __reduce__(self):
        raise TypeError(f"cannot pickle {'_lzma.LZMACompressor'!r} object")


class LZMADecompressor:
    """Decompresses data piece by piece."""

    __module__, __slots__ = "_lzma", ("_stream",)

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        format = index(format)
        if memlimit is not None:
            if format == FORMAT_RAW:
                raise ValueError("Cannot specify memory limit with FORMAT_RAW")
            if not isinstance(memlimit, int):
                raise TypeError("an integer is required")
        if format == FORMAT_RAW and filters is None:
            raise ValueError("Must specify filters for FORMAT_RAW")
        if format != FORMAT_RAW and filters is not None:
            raise ValueError("Cannot specify filters except with FORMAT_RAW")
        if format not in (FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError(f"Invalid container format: {format}")
        self._stream = _lzma.decoder(format, -1 if memlimit is None else memlimit, None if filters is None else _filters(filters))

    def decompress(self, data, max_length=-1):
        """Takes compressed data; what it holds, max_length bytes at most."""
        return self._stream.decompress(data, max_length)

    @property
    def check(self):
        """Which integrity check the stream has."""
        return self._stream.check

    @property
    def eof(self):
        """Whether the end of the stream has been read."""
        return self._stream.eof

    @property
    def needs_input(self):
        """Whether nothing more comes out without more data."""
        return self._stream.needs_input

    @property
    def unused_data(self):
        """What stands behind the end of the stream."""
        return self._stream.unused_data

    def __reduce__(self):
        raise TypeError(f"cannot pickle {'_lzma.LZMADecompressor'!r} object")


class LZMAFile(_compressed_files.CompressedFile):
    """A file, compressed by LZMA, read or written as if it were not."""

    _errors = LZMAError

    def __init__(self, filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
        if mode == "":
            raise ValueError(f"Invalid mode: {mode!r}")
        reading = mode in ("r", "rb")
        if reading and check != -1:
            raise ValueError("Cannot specify an integrity check when opening a file for reading")
        if reading and preset is not None:
            raise ValueError("Cannot specify a preset compression level when opening a file for reading")
        if format is None:
            format = FORMAT_AUTO if reading else FORMAT_XZ
        self._how = dict(format=format, filters=filters) if reading else dict(format=format, check=check, preset=preset, filters=filters)
        super().__init__(filename, mode)
        if reading:
            try:
                self._new_decompressor()  # refuses a format that is none
            except BaseException:
                self.close()
                raise

    def _new_compressor(self):
        return LZMACompressor(**self._how)

    def _new_decompressor(self):
        return LZMADecompressor(**self._how)


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    """Opens a file that is compressed by LZMA; in text mode ("rt"...) as text."""
    def make(mode):
        return LZMAFile(filename, mode, format=format, check=check, preset=preset, filters=filters)
    return _compressed_files.opened(make, mode, encoding, errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """The data, compressed."""
    work = LZMACompressor(format, check, preset, filters)
    return work.compress(data) + work.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """The data that was compressed: of one stream or several."""
    return _compression.decompressed(lambda: LZMADecompressor(format, memlimit, filters), data, LZMAError, LZMAError)
