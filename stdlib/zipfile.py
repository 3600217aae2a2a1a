"""Archives in the ZIP format (library reference, "zipfile"; PKWARE's APPNOTE)."""
import binascii
import io
import os
import posixpath
import shutil
import stat
import struct
import sys
import threading
import time

try:
    import zlib
except ImportError:
    zlib = None

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo", "ZipFile", "PyZipFile",
           "LargeZipFile", "Path"]


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """Raised when writing a zipfile, the zipfile requires ZIP64 extensions and those extensions are disabled."""


error = BadZipfile = BadZipFile

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1

ZIP_STORED = 0
ZIP_DEFLATED = 8
ZIP_BZIP2 = 12
ZIP_LZMA = 14
_METHOD_NAMES = {0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize", 8: "deflate", 9: "deflate64",
                 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd"}
DEFAULT_VERSION = 20
ZIP64_VERSION = 45

_FLAG_ENCRYPTED = 1
_FLAG_DESCRIPTOR = 8
_FLAG_PATCHED = 0x20
_FLAG_STRONG = 0x40
_FLAG_UTF8 = 0x800

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s2B4HL2L2H")


def _find_end(file):
    """The end record as [signature, disk, first disk, entries here, entries, size, offset, comment, place of the record]; None: no archive."""
    file.seek(0, 2)
    size = file.tell()
    start = max(size - (1 << 16) - _END.size, 0)
    file.seek(start)
    data = file.read()
    at = data.rfind(b"PK\5\6")
    while at >= 0:
        if at + _END.size <= len(data):
            record = list(_END.unpack(data[at:at + _END.size]))
            comment_size = record[7]
            if at + _END.size + comment_size <= len(data):
                record[7] = data[at + _END.size:at + _END.size + comment_size]
                record.append(start + at)
                return _find_end64(file, record)
        at = data.rfind(b"PK\5\6", 0, at)
    return None


def _find_end64(file, record):
    place = record[8] - _END64_LOCATOR.size
    if place < 0:
        return record
    file.seek(place)
    data = file.read(_END64_LOCATOR.size)
    if len(data) != _END64_LOCATOR.size:
        return record
    signature, disk, offset, disks = _END64_LOCATOR.unpack(data)
    if signature != b"PK\6\7":
        return record
    if disk != 0 or disks > 1:
        raise BadZipFile("zipfiles that span multiple disks are not supported")
    file.seek(place - _END64.size)
    data = file.read(_END64.size)
    if len(data) != _END64.size or data[:4] != b"PK\6\6":
        return record
    _, _, _, _, disk, first, here, entries, size, offset = _END64.unpack(data)
    record[1:7] = [disk, first, here, entries, size, offset]
    record[8] = place - _END64.size
    return record


def is_zipfile(filename):
    """Quickly see if a file is a ZIP file by checking the magic number."""
    try:
        if hasattr(filename, "read"):
            place = filename.tell() if hasattr(filename, "tell") else 0
            found = _find_end(filename) is not None
            filename.seek(place)
            return found
        with open(filename, "rb") as file:
            return _find_end(file) is not None
    except (OSError, BadZipFile):
        return False


class ZipInfo:
    """Class with attributes describing each file in the ZIP archive."""

    __slots__ = ("orig_filename", "filename", "date_time", "compress_type", "_compresslevel", "comment", "extra", "create_system", "create_version",
                 "extract_version", "_end_offset", "reserved", "flag_bits", "volume", "internal_attr", "external_attr", "header_offset", "CRC", "compress_size",
                 "file_size", "_raw_time", "_end_offset")

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        end = filename.find("\0")
        if end >= 0:
            filename = filename[:end]
        self.filename = filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self._compresslevel = None
        self.comment = b""
        self.extra = b""
        self.create_system = 3
        self.create_version = DEFAULT_VERSION
        self.extract_version = DEFAULT_VERSION
        self.reserved = 0
        self.flag_bits = 0
        self.volume = 0
        self.internal_attr = 0
        self.external_attr = 0
        self.compress_size = 0
        self.file_size = 0
        self.CRC = 0
        self.header_offset = 0
        self._end_offset = None  # of an archive that is read: where what follows begins
        self._end_offset = None

    def __repr__(self):
        text = "<%s filename=%r" % (self.__class__.__name__, self.filename)
        if self.compress_type != ZIP_STORED:
            text += " compress_type=%s" % _METHOD_NAMES.get(self.compress_type, self.compress_type)
        high = self.external_attr >> 16
        low = self.external_attr & 0xffff
        if high:
            text += " filemode=%r" % stat.filemode(high)
        if low:
            text += " external_attr=%#x" % low
        is_dir = self.is_dir()
        if not is_dir or self.file_size:
            text += " file_size=%r" % self.file_size
        if (not is_dir or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            text += " compress_size=%r" % self.compress_size
        return text + ">"

    def _dos_time(self):
        t = self.date_time
        return t[3] << 11 | t[4] << 5 | t[5] // 2, (t[0] - 1980) << 9 | t[1] << 5 | t[2]

    def _encoded_name(self):
        try:
            return self.filename.encode("ascii"), self.flag_bits & ~_FLAG_UTF8
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | _FLAG_UTF8

    def FileHeader(self, zip64=None):
        """Return the per-file header as a bytes object."""
        dos_time, dos_date = self._dos_time()
        if self.flag_bits & _FLAG_DESCRIPTOR:
            crc = compress_size = file_size = 0
        else:
            crc, compress_size, file_size = self.CRC, self.compress_size, self.file_size
        extra = self.extra
        least = 0
        if zip64 is None:
            zip64 = file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, file_size, compress_size)
            file_size = compress_size = 0xffffffff
            least = ZIP64_VERSION
        self.extract_version = max(least, self.extract_version)
        self.create_version = max(least, self.create_version)
        name, flags = self._encoded_name()
        return _LOCAL.pack(b"PK\3\4", self.extract_version, self.reserved, flags, self.compress_type, dos_time, dos_date, crc, compress_size, file_size,
                           len(name), len(extra)) + name + extra

    def _decode_extra(self):
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack("<HH", extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile("Corrupt extra field %04x (size=%d)" % (kind, size))
            if kind == 1:
                data = extra[4:size + 4]
                try:
                    for name, mark in (("file_size", (0xffffffffffffffff, 0xffffffff)), ("compress_size", (0xffffffff,)), ("header_offset", (0xffffffff,))):
                        if getattr(self, name) in mark:
                            setattr(self, name, struct.unpack("<Q", data[:8])[0])
                            data = data[8:]
                except struct.error:
                    raise BadZipFile(f"Corrupt zip64 extra field. {name.replace('_', ' ').capitalize()} not found.") from None
            extra = extra[size + 4:]

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """Construct an appropriate ZipInfo for a file on the filesystem."""
        if isinstance(filename, os.PathLike):
            filename = os.fspath(filename)
        st = os.stat(filename)
        is_dir = stat.S_ISDIR(st.st_mode)
        date_time = time.localtime(st.st_mtime)[:6]
        if not strict_timestamps:
            date_time = (1980, 1, 1, 0, 0, 0) if date_time[0] < 1980 else (2107, 12, 31, 23, 59, 59) if date_time[0] > 2107 else date_time
        if arcname is None:
            arcname = filename
        arcname = os.path.normpath(arcname).lstrip("/")
        if is_dir:
            arcname += "/"
        info = cls(arcname, date_time)
        info.external_attr = (st.st_mode & 0xffff) << 16
        if is_dir:
            info.file_size = 0
            info.external_attr |= 0x10
        else:
            info.file_size = st.st_size
        return info

    def is_dir(self):
        """Return True if this archive member is a directory."""
        return self.filename.endswith("/")


def _check_compression(compression):
    if compression == ZIP_STORED:
        return
    if compression == ZIP_DEFLATED:
        if not zlib:
            raise RuntimeError("Compression requires the (missing) zlib module")
    elif compression in (ZIP_BZIP2, ZIP_LZMA):
        name = "bz2" if compression == ZIP_BZIP2 else "lzma"
        try:
            __import__(name)
        except ImportError:
            raise RuntimeError(f"Compression requires the (missing) {name} module") from None
    else:
        raise NotImplementedError("That compression method is not supported")


def _compressor(kind, level):
    if kind == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if kind == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor(level) if level is not None else bz2.BZ2Compressor()
    if kind == ZIP_LZMA:
        return _LzmaCompressor()
    return None


class _LzmaCompressor:
    """LZMA as archives have it: a version, the size of the filter's properties, the properties, and the raw stream."""

    def __init__(self):
        import lzma
        how = {"id": lzma.FILTER_LZMA1}
        properties = lzma._encode_filter_properties(how)
        self.head = struct.pack("<BBH", 9, 4, len(properties)) + properties
        self.stream = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[lzma._decode_filter_properties(lzma.FILTER_LZMA1, properties)])

    def compress(self, data):
        head, self.head = self.head, b""
        return head + self.stream.compress(data)

    def flush(self):
        return self.compress(b"") + self.stream.flush()


class _LzmaDecompressor:
    def __init__(self):
        self.head, self.stream, self.eof = b"", None, False

    def decompress(self, data, max_length=-1):
        if self.stream is None:
            self.head += data
            size = struct.unpack("<H", self.head[2:4])[0] if len(self.head) >= 4 else None
            if size is None or len(self.head) <= 4 + size:
                return b""
            import lzma
            how = lzma._decode_filter_properties(lzma.FILTER_LZMA1, self.head[4:4 + size])
            self.stream = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[how])
            data = self.head[4 + size:]
        result = self.stream.decompress(data)
        self.eof = self.stream.eof
        return result

    @property
    def unused_data(self):
        return self.stream.unused_data if self.stream is not None else b""


def _decompressor(kind):
    if kind == ZIP_STORED:
        return None
    if kind == ZIP_DEFLATED and zlib:
        return zlib.decompressobj(-15)
    if kind == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    if kind == ZIP_LZMA:
        return _LzmaDecompressor()
    name = _METHOD_NAMES.get(kind)
    raise NotImplementedError("compression type %d (%s)" % (kind, name) if name else "compression type %d" % (kind,))


# ---- encryption: the old kind, to be read only ---------------------------------------------------------------------------------

_crc_table = None


def _table():
    global _crc_table
    if _crc_table is None:
        _crc_table = []
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ 0xedb88320 if n & 1 else n >> 1
            _crc_table.append(n)
    return _crc_table


def _decrypter(password):
    table = _table()
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(c):
        keys[0] = keys[0] >> 8 ^ table[(keys[0] ^ c) & 0xff]
        keys[1] = ((keys[1] + (keys[0] & 0xff)) * 134775813 + 1) & 0xffffffff
        keys[2] = keys[2] >> 8 ^ table[(keys[2] ^ keys[1] >> 24) & 0xff]
    for c in password:
        update(c)

    def decrypt(data):
        made = bytearray()
        for c in data:
            k = keys[2] | 2
            c ^= k * (k ^ 1) >> 8 & 0xff
            update(c)
            made.append(c)
        return bytes(made)
    return decrypt


class _Shared:
    "The archive's file, for one member that is read: with a place of its own."

    def __init__(self, archive, place):
        self._archive = archive
        self._place = place

    def read(self, n):
        with self._archive._lock:
            if self._archive._writing:
                raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
            file = self._archive.fp
            file.seek(self._place)
            data = file.read(n)
            self._place = file.tell()
            return data


class ZipExtFile(io.BufferedIOBase):
    """File-like object for reading an archive member."""

    def __init__(self, shared, archive, mode, info, password=None):
        self._shared = shared
        self._archive = archive
        self.mode = mode
        self.name = info.filename
        self._info = info
        self.newlines = None
        self._password = password
        self._start = shared._place
        self._check_crc = hasattr(info, "CRC")
        self._restart()
        archive._open_members += 1

    def _restart(self):
        self._shared._place = self._start
        self._left = self._info.compress_size
        self._to_come = self._info.file_size
        self._crc = 0
        self._ahead = b""
        self._position = 0
        self._decompress = _decompressor(self._info.compress_type)
        self._decrypt = None
        self._eof = False
        if self._password:
            self._decrypt = _decrypter(self._password)
            check = self._decrypt(self._shared.read(12))[11]
            self._left -= 12
            flags = self._info.flag_bits
            wanted = self._info._raw_time >> 8 & 0xff if flags & _FLAG_DESCRIPTOR else self._info.CRC >> 24 & 0xff
            if check != wanted:
                raise RuntimeError("Bad password for file %r" % self._info.orig_filename)

    def __repr__(self):
        text = f"<{self.__class__.__module__}.{self.__class__.__qualname__}"
        if self.closed:
            return text + " [closed]>"
        text += f" name={self.name!r} mode={self.mode!r}"
        if self._info.compress_type != ZIP_STORED:
            text += f" compress_type={_METHOD_NAMES.get(self._info.compress_type, self._info.compress_type)}"
        return text + ">"

    def _fill(self):
        "More decompressed bytes; False at the end."
        while not self._eof:
            tail = getattr(self._decompress, "unconsumed_tail", b"")
            data = tail
            if not data and self._left > 0:
                data = self._shared.read(min(self._left, 65536))
                if not data:
                    raise EOFError
                self._left -= len(data)
                if self._decrypt is not None:
                    data = self._decrypt(data)
            if self._decompress is None:
                self._eof = self._left <= 0
            elif self._info.compress_type == ZIP_DEFLATED:
                data = self._decompress.decompress(data, 1 << 20)
                self._eof = self._decompress.eof or self._left <= 0 and not self._decompress.unconsumed_tail
                if self._eof:
                    data += self._decompress.flush()
            else:
                data = self._decompress.decompress(data)
                self._eof = self._decompress.eof or self._left <= 0
            data = data[:self._to_come]
            self._to_come -= len(data)
            if self._to_come <= 0:
                self._eof = True
            self._crc = binascii.crc32(data, self._crc)
            if self._eof and self._check_crc and self._crc != self._info.CRC:
                raise BadZipFile("Bad CRC-32 for file %r" % self.name)
            if data:
                self._ahead = self._ahead + data if self._ahead else data
                return True
        return False

    def _take(self, size):
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        self._position += len(data)
        return data

    def readable(self):
        self._check_closed_file()
        return True

    def _check_closed_file(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def read(self, n=-1):
        """Read and return up to n bytes."""
        if self.closed:
            raise ValueError("read from closed file.")
        if n is None or n < 0:
            parts = [self._ahead]
            self._ahead = b""
            while self._fill():
                parts.append(self._ahead)
                self._ahead = b""
            data = b"".join(parts)
            self._position += len(data)
            return data
        while len(self._ahead) < n and self._fill():
            pass
        return self._take(n)

    def read1(self, n=-1):
        if not self._ahead and n:
            self._fill()
        return self._take(len(self._ahead) if n is None or n < 0 else n)

    def peek(self, n=1):
        if not self._ahead:
            self._fill()
        return self._ahead[:max(n, 512)]

    def readline(self, limit=-1):
        looked = 0
        while True:
            at = self._ahead.find(b"\n", looked)
            looked = len(self._ahead)
            if at >= 0 or 0 <= limit <= looked or not self._fill():
                break
        end = len(self._ahead) if at < 0 else at + 1
        return self._take(end if limit < 0 else min(limit, end))

    def seekable(self):
        self._check_closed_file()
        return True

    def tell(self):
        self._check_closed_file()
        return self._position

    def seek(self, offset, whence=os.SEEK_SET):
        if self.closed:
            raise ValueError("seek on closed file.")
        if whence == os.SEEK_CUR:
            offset += self._position
        elif whence == os.SEEK_END:
            offset += self._info.file_size
        elif whence != os.SEEK_SET:
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
        offset = max(0, min(offset, self._info.file_size))
        if offset < self._position:
            self._restart()
        while self._position < offset and self.read(min(1 << 20, offset - self._position)):
            pass
        return self._position

    def close(self):
        if not self.closed:
            self._archive._member_closed()
        super().close()


class _ZipWriteFile(io.BufferedIOBase):
    "What open(name, 'w') gives."

    def __init__(self, archive, info, zip64):
        self._info = info
        self._zip64 = zip64
        self._archive = archive
        self._compress = _compressor(info.compress_type, info._compresslevel)
        self._file_size = 0
        self._compress_size = 0
        self._crc = 0

    @property
    def name(self):
        return self._info.filename

    @property
    def mode(self):
        return "w"

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = bytes(data) if not isinstance(data, (bytes, bytearray)) else data
        self._file_size += len(data)
        self._crc = binascii.crc32(data, self._crc)
        n = len(data)
        if self._compress:
            data = self._compress.compress(data)
            self._compress_size += len(data)
        self._archive.fp.write(data)
        return n

    def close(self):
        if self.closed:
            return
        try:
            super().close()
            archive, info = self._archive, self._info
            if self._compress:
                rest = self._compress.flush()
                self._compress_size += len(rest)
                archive.fp.write(rest)
                info.compress_size = self._compress_size
            else:
                info.compress_size = self._file_size
            info.CRC = self._crc
            info.file_size = self._file_size
            if not self._zip64 and max(info.file_size, info.compress_size) > ZIP64_LIMIT:
                raise RuntimeError("File size too large, try using force_zip64")
            if info.flag_bits & _FLAG_DESCRIPTOR:
                archive.fp.write(struct.pack("<LLQQ" if self._zip64 else "<LLLL", 0x08074b50, info.CRC, info.compress_size, info.file_size))
                archive.start_dir = archive.fp.tell()
            else:
                archive.start_dir = archive.fp.tell()
                archive.fp.seek(info.header_offset)
                archive.fp.write(info.FileHeader(self._zip64))
                archive.fp.seek(archive.start_dir)
            archive.filelist.append(info)
            archive.NameToInfo[info.filename] = info
        finally:
            self._archive._writing = False


class _Tellable:
    "An output that cannot tell where it stands."

    def __init__(self, fp):
        self.fp = fp
        self.offset = 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()


class ZipFile:
    """Class with methods to open, read, write, close, list zip files."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b""
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        if isinstance(file, str):
            self._filePassed = 0
            self.filename = file
            modes = {"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}
            try:
                self.fp = io.open(file, modes[mode])
            except FileNotFoundError:
                if mode != "a":
                    raise
                self.fp = io.open(file, "w+b")
        else:
            self._filePassed = 1
            self.fp = file
            self.filename = getattr(file, "name", None)
        self._open_members = 0
        self._close_wanted = False
        self._lock = threading.RLock()
        self._seekable = True
        self._writing = False
        try:
            if mode == "r":
                self._read_directory()
            elif mode in ("w", "x"):
                self._didModify = True
                try:
                    self.start_dir = self.fp.tell()
                except (AttributeError, OSError):
                    self.fp = _Tellable(self.fp)
                    self.start_dir = 0
                    self._seekable = False
                else:
                    try:
                        self.fp.seek(self.start_dir)
                    except (AttributeError, OSError):
                        self._seekable = False
            else:
                try:
                    self._read_directory()
                    self.fp.seek(self.start_dir)
                except BadZipFile:
                    self.fp.seek(0, 2)
                    self._didModify = True
                    self.start_dir = self.fp.tell()
        except:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        text = f"<{self.__class__.__module__}.{self.__class__.__qualname__}"
        if self.fp is None:
            return text + " [closed]>"
        if self._filePassed:
            text += f" file={self.fp!r}"
        elif self.filename is not None:
            text += f" filename={self.filename!r}"
        return text + f" mode={self.mode!r}>"

    def _read_directory(self):
        fp = self.fp
        try:
            end = _find_end(fp)
        except OSError:
            raise BadZipFile("File is not a zip file") from None
        if not end:
            raise BadZipFile("File is not a zip file")
        size, offset, self._comment, place = end[5], end[6], end[7], end[8]
        # Archives may have something before them: everything is so much later then.
        shift = place - size - offset
        self.start_dir = offset + shift
        if self.start_dir < 0:
            raise BadZipFile("Bad offset for central directory")
        fp.seek(self.start_dir)
        data = io.BytesIO(fp.read(size))
        total = 0
        while total < size:
            central = data.read(_CENTRAL.size)
            if len(central) != _CENTRAL.size:
                raise BadZipFile("Truncated central directory")
            c = _CENTRAL.unpack(central)
            if c[0] != b"PK\1\2":
                raise BadZipFile("Bad magic number for central directory")
            (_, create_version, create_system, extract_version, reserved, flags, method, dos_time, dos_date, crc, compress_size, file_size, name_size,
             extra_size, comment_size, volume, internal, external, header_offset) = c
            name = data.read(name_size)
            orig = name.decode("utf-8" if flags & _FLAG_UTF8 else self.metadata_encoding or "cp437")
            info = ZipInfo(orig)
            info.extra = data.read(extra_size)
            info.comment = data.read(comment_size)
            info.header_offset = header_offset
            info.create_version, info.create_system, info.extract_version, info.reserved = create_version, create_system, extract_version, reserved
            if extract_version > 63:
                raise NotImplementedError("zip file version %.1f" % (extract_version / 10))
            info.flag_bits, info.compress_type, info._raw_time = flags, method, dos_time
            info.CRC, info.compress_size, info.file_size = crc, compress_size, file_size
            info.volume, info.internal_attr, info.external_attr = volume, internal, external
            info.date_time = ((dos_date >> 9) + 1980, dos_date >> 5 & 15, dos_date & 31, dos_time >> 11, dos_time >> 5 & 63, (dos_time & 31) * 2)
            info._decode_extra()
            info.header_offset += shift
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            total += _CENTRAL.size + name_size + extra_size + comment_size
        # Each ends where the next one begins, or the directory.
        end = self.start_dir
        for info in sorted(self.filelist, key=lambda info: info.header_offset, reverse=True):
            info._end_offset = end
            end = info.header_offset

    def namelist(self):
        """Return a list of file names in the archive."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """Return a list of class ZipInfo instances for files in the archive."""
        return self.filelist

    def printdir(self, file=None):
        """Print a table of contents for the zip file."""
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        """Read all the files and check the CRC: the name of the first bad file, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename, "r") as f:
                    while f.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        """Return the instance of ZipInfo given 'name'."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError("There is no item named %r in the archive" % name)
        return info

    def setpassword(self, pwd):
        """Set default password for encrypted files."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        """The comment text associated with the ZIP file."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError("comment: expected bytes, got %s" % type(comment).__name__)
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn("Archive comment is too long; truncating to %d bytes" % ZIP_MAX_COMMENT, stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """Return file bytes for name."""
        with self.open(name, "r", pwd) as f:
            return f.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """Return file-like object for 'name'."""
        if mode not in {"r", "w"}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type = self.compression
            info._compresslevel = self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
        shared = _Shared(self, info.header_offset)
        header = shared.read(_LOCAL.size)
        if len(header) != _LOCAL.size:
            raise BadZipFile("Truncated file header")
        fields = _LOCAL.unpack(header)
        if fields[0] != b"PK\3\4":
            raise BadZipFile("Bad magic number for file header")
        name_size, extra_size = fields[10:12]
        local_name = shared.read(name_size)
        if extra_size:
            shared._place += extra_size
        if info.flag_bits & _FLAG_PATCHED:
            raise NotImplementedError("compressed patched data (flag bit 5)")
        if info.flag_bits & _FLAG_STRONG:
            raise NotImplementedError("strong encryption (flag bit 6)")
        text = local_name.decode("utf-8" if fields[3] & _FLAG_UTF8 else self.metadata_encoding or "cp437")
        if text != info.orig_filename:
            raise BadZipFile("File name in directory %r and header %r differ." % (info.orig_filename, local_name))
        if info._end_offset is not None and shared._place + info.compress_size > info._end_offset:
            raise BadZipFile(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)")
        if info.flag_bits & _FLAG_ENCRYPTED:
            pwd = pwd or self.pwd
            if pwd and not isinstance(pwd, bytes):
                raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
            if not pwd:
                raise RuntimeError("File %r is encrypted, password required for extraction" % name)
        else:
            pwd = None
        return ZipExtFile(shared, self, mode, info, pwd)

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before opening another.")
        info.compress_size = 0
        info.CRC = 0
        info.flag_bits = 2 if info.compress_type == ZIP_LZMA else 0  # its streams have an end mark
        if not self._seekable:
            info.flag_bits |= _FLAG_DESCRIPTOR
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._writecheck(info)
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return _ZipWriteFile(self, info, zip64)

    def _writecheck(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn("Duplicate name: %r" % info.filename, stacklevel=4)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        _check_compression(info.compress_type)
        if not self._allowZip64:
            reason = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                reason = "Files count"
            elif info.file_size > ZIP64_LIMIT:
                reason = "Filesize"
            elif info.header_offset > ZIP64_LIMIT:
                reason = "Zipfile size"
            if reason:
                raise LargeZipFile(reason + " would require ZIP64 extensions")

    # ---- extracting

    def extract(self, member, path=None, pwd=None):
        """Extract a member from the archive to the current working directory, using its full name: where it was put."""
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Extract all members from the archive to the current working directory."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, folder, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        name = member.filename
        # Nothing may come to lie outside the folder.
        name = "/".join(part for part in name.split("/") if part not in ("", ".", ".."))
        target = os.path.normpath(os.path.join(folder, name))
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if member.is_dir():
            if not os.path.isdir(target):
                try:
                    os.mkdir(target)
                except FileExistsError:
                    if not os.path.isdir(target):
                        raise
            return target
        with self.open(member, pwd=pwd) as source, open(target, "wb") as out:
            shutil.copyfileobj(source, out)
        return target

    # ---- adding

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Put the bytes from filename into the archive under the name arcname."""
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = 0
            info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        with open(filename, "rb") as source, self.open(info, "w") as out:
            shutil.copyfileobj(source, out, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Write a file into the archive: its contents is data."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type = self.compression
            info._compresslevel = self.compresslevel
            if info.filename.endswith("/"):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info._compresslevel = compresslevel
        info.file_size = len(data)
        with self._lock, self.open(info, "w") as out:
            out.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Creates a directory inside the zip archive."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith("/") else name + "/")
            info.compress_size = 0
            info.CRC = 0
            info.external_attr = ((0o40000 | mode) & 0xffff) << 16
            info.file_size = 0
            info.external_attr |= 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            info.header_offset = self.fp.tell()
            if info.compress_type == ZIP_LZMA:
                info.flag_bits |= 2
            self._writecheck(info)
            self._didModify = True
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            self.fp.write(info.FileHeader(False))
            self.start_dir = self.fp.tell()

    # ---- the end

    def _member_closed(self):
        self._open_members -= 1
        if self._close_wanted and not self._open_members:
            self._close_file()

    def _close_file(self):
        fp, self._fp_to_close = self._fp_to_close, None
        if not self._filePassed and fp is not None:
            fp.close()

    def __del__(self):
        try:
            self.close()
        except (AttributeError, ValueError):
            pass

    def close(self):
        """Close the file, and for mode 'w', 'x' and 'a' write the ending records."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
        try:
            if self.mode in ("w", "x", "a") and self._didModify:
                with self._lock:
                    if self._seekable:
                        self.fp.seek(self.start_dir)
                    self._write_end_record()
        finally:
            self._fp_to_close = self.fp
            if self._open_members:
                self._close_wanted = True
            else:
                self.fp = None
                self._close_file()

    def _write_end_record(self):
        for info in self.filelist:
            dos_time, dos_date = info._dos_time()
            extra = []
            file_size, compress_size = info.file_size, info.compress_size
            if file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT:
                extra += [file_size, compress_size]
                file_size = compress_size = 0xffffffff
            header_offset = info.header_offset
            if header_offset > ZIP64_LIMIT:
                extra.append(header_offset)
                header_offset = 0xffffffff
            extra_data = info.extra
            least = 0
            if extra:
                extra_data = struct.pack("<HH" + "Q" * len(extra), 1, 8 * len(extra), *extra) + extra_data
                least = ZIP64_VERSION
            extract_version = max(least, info.extract_version)
            create_version = max(least, info.create_version)
            name, flags = info._encoded_name()
            self.fp.write(_CENTRAL.pack(b"PK\1\2", create_version, info.create_system, extract_version, info.reserved, flags, info.compress_type, dos_time,
                                        dos_date, info.CRC, compress_size, file_size, len(name), len(extra_data), len(info.comment), 0, info.internal_attr,
                                        info.external_attr, header_offset) + name + extra_data + info.comment)
        end = self.fp.tell()
        count, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        reason = "Files count" if count > ZIP_FILECOUNT_LIMIT else "Central directory offset" if offset > ZIP64_LIMIT else \
            "Central directory size" if size > ZIP64_LIMIT else None
        if reason:
            if not self._allowZip64:
                raise LargeZipFile(reason + " would require ZIP64 extensions")
            self.fp.write(_END64.pack(b"PK\6\6", _END64.size - 12, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(_END64_LOCATOR.pack(b"PK\6\7", 0, end, 1))
            count, size, offset = min(count, 0xffff), min(size, 0xffffffff), min(offset, 0xffffffff)
        self.fp.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()


class PyZipFile(ZipFile):
    """Class to create ZIP archives with Python library files and packages."""

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
        ZipFile.__init__(self, file, mode=mode, compression=compression, allowZip64=allowZip64)
        self._optimize = optimize

    def writepy(self, pathname, basename="", filterfunc=None):
        """Add all files from "pathname" to the ZIP archive: sources, as Typhon has no files of bytecode."""
        pathname = os.fspath(pathname)
        if filterfunc and not filterfunc(pathname):
            return
        folder, name = os.path.split(pathname)
        if os.path.isdir(pathname):
            is_package = os.path.isfile(os.path.join(pathname, "__init__.py"))
            if is_package:
                basename = f"{basename}/{name}" if basename else name
            for each in sorted(os.listdir(pathname)):
                path = os.path.join(pathname, each)
                if os.path.isdir(path):
                    if is_package and os.path.isfile(os.path.join(path, "__init__.py")):
                        self.writepy(path, basename, filterfunc)
                elif each.endswith(".py") and not (filterfunc and not filterfunc(path)):
                    self.write(path, f"{basename}/{each}" if basename else each)
        elif pathname.endswith(".py"):
            self.write(pathname, f"{basename}/{name}" if basename else name)
        else:
            raise RuntimeError('Files added with writepy() must end with ".py"')


# ---- Path ------------------------------------------------------------------------------------------------------------------------

def _ancestors(name):
    name = name.rstrip("/")
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name + "/"


class CompleteDirs(ZipFile):
    """A ZipFile that lists the directories its files imply."""

    _complete = 0, {}  # how many files were looked at; the names, in order

    @staticmethod
    def _implied_dirs(names):
        given = dict.fromkeys(names)
        return [folder for folder in dict.fromkeys(parent for name in given for parent in _ancestors(name)) if folder not in given]

    def _names(self):
        count, names = self._complete
        if count != len(self.filelist) or not count:
            given = super().namelist()
            names = dict.fromkeys(given)
            names.update(dict.fromkeys(self._implied_dirs(given)))
            self._complete = len(self.filelist), names
        return names

    def namelist(self):
        return list(self._names())

    def getinfo(self, name):
        try:
            return super().getinfo(name)
        except KeyError:
            if not name.endswith("/") or name not in self._names():
                raise
            return ZipInfo(filename=name)

    def __reduce__(self):
        if self.mode != "r" or self._filePassed:
            raise TypeError("only an archive that is read, from a file with a name, can be pickled")
        return self.__class__, (self.filename,)

    @classmethod
    def make(cls, source):
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, ZipFile):
            return cls(source)
        source.__class__ = cls
        return source


class Path:
    """A pathlib-compatible interface for zip files."""

    def __init__(self, root, at=""):
        self.root = CompleteDirs.make(root)
        self.at = at

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode="r", *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        zip_mode = mode[0]
        if not self.exists() and zip_mode == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, zip_mode, pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    def _pure(self):
        import pathlib
        return pathlib.PurePosixPath(self.at or self.root.filename)

    @property
    def name(self):
        return self._pure().name

    @property
    def suffix(self):
        return self._pure().suffix

    @property
    def suffixes(self):
        return self._pure().suffixes

    @property
    def stem(self):
        return self._pure().stem

    @property
    def filename(self):
        import pathlib
        return pathlib.Path(self.root.filename).joinpath(self.at)

    def read_text(self, *args, **kwargs):
        with self.open("r", *args, **kwargs) as stream:
            return stream.read()

    def read_bytes(self):
        with self.open("rb") as stream:
            return stream.read()

    def _is_child(self, path):
        return posixpath.dirname(path.at.rstrip("/")) == self.at.rstrip("/")

    def _next(self, at):
        return self.__class__(self.root, at)

    def is_dir(self):
        return not self.at or self.at.endswith("/")

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self.root._names()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        return filter(self._is_child, map(self._next, self.root.namelist()))

    def match(self, path_pattern):
        import pathlib
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def is_symlink(self):
        return self.at != "" and stat.S_ISLNK(self.root.getinfo(self.at).external_attr >> 16)

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        import fnmatch
        import re
        parts = []
        for part in pattern.split("/"):
            parts.append(".*" if part == "**" else fnmatch.translate(part)[4:-3].replace(".*", "[^/]*"))
        matches = re.compile(re.escape(self.at) + "/".join(parts).replace(".*/", "(?:.*/)?") + "/?").fullmatch
        return (self._next(name) for name in self.root.namelist() if matches(name))

    def rglob(self, pattern):
        return self.glob(f"**/{pattern}")

    def relative_to(self, other, *extra):
        return posixpath.relpath(str(self), str(other.joinpath(*extra)))

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"

    def joinpath(self, *other):
        at = posixpath.join(self.at, *other)
        names = self.root._names()
        return self._next(at + "/" if at not in names and at + "/" in names else at)

    __truediv__ = joinpath

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        parent = posixpath.dirname(self.at.rstrip("/"))
        return self._next(parent + "/" if parent else parent)


def main(args=None):
    """Run as a command: list, extract, create or test an archive."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(description="A simple command-line interface for zipfile module.")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("-l", "--list", metavar="<zipfile>", help="Show listing of a zipfile")
    action.add_argument("-e", "--extract", nargs=2, metavar=("<zipfile>", "<output_dir>"), help="Extract zipfile into target dir")
    action.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create zipfile from sources")
    action.add_argument("-t", "--test", metavar="<zipfile>", help="Test if a zipfile is valid")
    parser.add_argument("--metadata-encoding", metavar="<encoding>", help="Specify encoding of member names for -l, -e and -t")
    options = parser.parse_args(args)
    encoding = options.metadata_encoding
    if options.test is not None:
        with ZipFile(options.test, "r", metadata_encoding=encoding) as archive:
            bad = archive.testzip()
        if bad:
            print(f"The following enclosed file is corrupted: {bad!r}")
        print("Done testing")
    elif options.list is not None:
        with ZipFile(options.list, "r", metadata_encoding=encoding) as archive:
            archive.printdir()
    elif options.extract is not None:
        source, folder = options.extract
        with ZipFile(source, "r", metadata_encoding=encoding) as archive:
            archive.extractall(folder)
    else:
        if encoding:
            print("Non-conforming encodings not supported with -c.", file=sys.stderr)
            sys.exit(1)
        _create(options.create[0], options.create[1:])


def _create(name, sources):
    with ZipFile(name, "w") as archive:

        def add(path, inside):
            if os.path.isfile(path):
                archive.write(path, inside, ZIP_DEFLATED)
            elif os.path.isdir(path):
                if inside:
                    archive.write(path, inside)
                for entry in sorted(os.listdir(path)):
                    add(os.path.join(path, entry), os.path.join(inside, entry))
        for path in sources:
            base = os.path.basename(path) or os.path.basename(os.path.dirname(path))
            add(path, "" if base in ("", os.curdir, os.pardir) else base)


def __getattr__(name):
    import _zip_layout  # names of the format, which a program may ask for
    if name.startswith("__") or not hasattr(_zip_layout, name):
        raise AttributeError(f"module 'zipfile' has no attribute {name!r}")
    return getattr(_zip_layout, name)


if __name__ == "__main__":
    from zipfile import main  # for errors of that module's names
    main()
