"""Importing Python modules from ZIP archives (library reference, "zipimport").

An archive is read from its end: the last record says where the directory is, which lists the files; only what is imported is unpacked.
`_files` maps a name to (path, compression, packed size, size, offset, time, date, checksum), as zipimport has it everywhere.
"""
import os
from importlib import _machinery
from importlib._machinery import _LoaderBasics

__all__ = ["ZipImportError", "zipimporter"]

_zip_directory_cache = {}  # archive: its _files

# Sizes of the fields of records, which begin with four letters.
_END = (2, 2, 2, 2, 4, 4, 2)
_ENTRY = (2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4)
_LOCAL = (2, 2, 2, 2, 2, 4, 4, 4, 2, 2)
_WIDE_LOCATOR = (4, 8, 4)
_WIDE_END = (8, 2, 2, 4, 4, 8, 8, 8, 8)


def _size_of(sizes):
    return 4 + sum(sizes)


def _unpack(sizes, data, at=0):
    """The letters and the numbers of a record."""
    fields = [data[at:at + 4]]
    at += 4
    for size in sizes:
        fields.append(int.from_bytes(data[at:at + size], "little"))
        at += size
    return fields


_STORED, _DEFLATED = 0, 8
_UTF_8_NAME = 0x800
_CANDIDATES = (("/__init__.py", True), ("/__init__.pyc", True), (".py", False), (".pyc", False))  # the source first: other programs' bytecode does not run here


class ZipImportError(ImportError):
    pass


# ---- the archive

def _read_directory(archive):
    try:
        with open(archive, "rb") as file:
            return _read_open_directory(archive, file)
    except OSError:
        raise ZipImportError(f"can't open Zip file: {archive!r}", path=archive) from None


def _find_end(archive, file):
    """(place of the last record, its fields). A comment may follow it."""
    size = file.seek(0, 2)
    if size < _size_of(_END):
        raise ZipImportError(f"can't read Zip file: {archive!r}", path=archive)
    start = max(0, size - _size_of(_END) - 0xFFFF)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise ZipImportError(f"not a Zip file: {archive!r}", path=archive)
    if len(tail) - at < _size_of(_END):
        raise ZipImportError(f"corrupt Zip file: {archive!r}", path=archive)
    return start + at, _unpack(_END, tail, at)


def _read_open_directory(archive, file):
    end, fields = _find_end(archive, file)
    count, size, offset = fields[4:7]
    if end >= _size_of(_WIDE_LOCATOR):  # ZIP64 has another record before it
        file.seek(end - _size_of(_WIDE_LOCATOR))
        locator = _unpack(_WIDE_LOCATOR, file.read(_size_of(_WIDE_LOCATOR)))
        if locator[0] == b"PK\x06\x07":
            end -= _size_of(_WIDE_LOCATOR) + _WIDE_size_of(_END)
            file.seek(max(0, end))
            record = file.read(_WIDE_size_of(_END))
            if len(record) < _WIDE_size_of(_END) or record[:4] != b"PK\x06\x06":
                raise ZipImportError(f"bad central directory: {archive!r}", path=archive)
            count, size, offset = _WIDE_unpack(_END, record)[7:]
    if end < size:
        raise ZipImportError(f"bad central directory size: {archive!r}", path=archive)
    if end < offset:
        raise ZipImportError(f"bad central directory offset: {archive!r}", path=archive)
    start = end - size
    before = start - offset  # what stands before the archive: it may follow a program
    if before < 0:
        raise ZipImportError(f"bad central directory size or offset: {archive!r}", path=archive)
    file.seek(start)
    return _entries(archive, file.read(size), before)


def _entries(archive, directory, before):
    files, at = {}, 0
    while at + _size_of(_ENTRY) <= len(directory) and directory[at:at + 4] == b"PK\x01\x02":
        (_, _, _, flags, method, time, date, checksum, packed, size, name_size, extra_size, comment_size, _, _, _, offset) = _unpack(_ENTRY, directory, at)
        at += _size_of(_ENTRY)
        name = directory[at:at + name_size]
        if len(name) < name_size:
            raise EOFError("EOF read where not expected")
        extra = directory[at + name_size:at + name_size + extra_size]
        at += name_size + extra_size + comment_size
        if 0xFFFFFFFF in (packed, size, offset):
            size, packed, offset = _wide_sizes(extra, size, packed, offset)
        text = name.decode("utf-8") if flags & _UTF_8_NAME else name.decode("cp437")
        text = text.replace("/", os.sep)
        files[text] = (archive + os.sep + text if not text.endswith(os.sep) else (archive + os.sep + text)[:-1], method, packed, size, offset + before, time,
                       date, checksum)
    return files


def _wide_sizes(extra, size, packed, offset):
    """Sizes that did not fit their field, from the extra record of ZIP64."""
    values = [size, packed, offset]
    while len(extra) >= 4:
        tag, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if tag == 1:
            wide = (int.from_bytes(extra[i:i + 8], "little") for i in range(4, 4 + length - 7, 8))
            return [next(wide, value) if value == 0xFFFFFFFF else value for value in values]
        extra = extra[4 + length:]
    return values


def _read_file(archive, entry):
    """The contents of a file."""
    _, method, packed, size, offset, _, _, _ = entry
    with open(archive, "rb") as file:
        file.seek(offset)
        header = file.read(_size_of(_LOCAL))
        if len(header) < _size_of(_LOCAL):
            raise EOFError("EOF read where not expected")
        if header[:4] != b"PK\x03\x04":
            raise ZipImportError(f"bad local file header: {archive!r}", path=archive)
        name_size, extra_size = _unpack(_LOCAL, header)[9:]
        file.seek(offset + _size_of(_LOCAL) + name_size + extra_size)
        data = file.read(packed)
    if len(data) < packed:
        raise OSError("zipimport: can't read data")
    if method == _STORED:
        return data
    try:
        from zlib import decompress
    except ImportError:
        raise ZipImportError("can't decompress data; zlib not available") from None
    return decompress(data, -15)


# ---- the importer

class zipimporter(_LoaderBasics):
    """Finds and loads modules of an archive, or of a folder in it: zipimporter("x.zip/folder")."""

    def __init__(self, path):
        if not isinstance(path, str):
            raise TypeError(f"expected str, not {type(path)!r}")
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, below = path, []
        while not os.path.isfile(archive):
            if os.path.exists(archive):
                raise ZipImportError(f"not a Zip file: {path!r}" if below else "not a Zip file", path=path)
            head, tail = os.path.split(archive)
            if head == archive or not head:
                raise ZipImportError("not a Zip file", path=path)
            archive = head
            below.insert(0, tail)
        if archive not in _zip_directory_cache:
            _zip_directory_cache[archive] = _read_directory(archive)
        self._files = _zip_directory_cache[archive]
        self.archive = archive
        self.prefix = "".join(name + os.sep for name in below if name)

    def _path_in_archive(self, fullname):
        return self.prefix + fullname.rpartition(".")[2]

    def _find(self, fullname):
        """(name in the archive, whether it is a package) of a module; None."""
        for suffix, is_package in _CANDIDATES:
            name = self._path_in_archive(fullname) + suffix.replace("/", os.sep)
            if name in self._files:
                return name, is_package
        return None

    def _need(self, fullname):
        found = self._find(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        """The spec of a module; None if the archive does not have it."""
        found = self._find(fullname)
        if found is not None:
            return _machinery.spec_from_loader(fullname, self, is_package=found[1])
        folder = self._path_in_archive(fullname)
        if folder + os.sep not in self._files:
            return None
        spec = _machinery.ModuleSpec(name=fullname, loader=None, is_package=True)
        spec.submodule_search_locations.append(self.archive + os.sep + folder)
        return spec

    def get_code(self, fullname):
        """The code of a module."""
        name, _ = self._need(fullname)
        path = self.archive + os.sep + name
        data = _read_file(self.archive, self._files[name])
        if name.endswith(".pyc"):
            return _machinery._code_of_bytecode(data, fullname, path)
        return compile(data, path, "exec", dont_inherit=True)

    def get_data(self, pathname):
        """The contents of a file of the archive; its path may begin with that of the archive."""
        key = pathname.removeprefix(self.archive + os.sep)
        if key not in self._files:
            raise OSError(0, "", key)
        return _read_file(self.archive, self._files[key])

    def get_filename(self, fullname):
        """What __file__ of a module is."""
        return self.archive + os.sep + self._need(fullname)[0]

    def get_source(self, fullname):
        """The text of a module; None if the archive has only its byte code."""
        name, is_package = self._need(fullname)
        name = self._path_in_archive(fullname) + (os.sep + "__init__.py" if is_package else ".py")
        if name not in self._files:
            return None
        return _read_file(self.archive, self._files[name]).decode()

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._need(fullname)[1]

    def load_module(self, fullname):
        """Imports a module; exec_module() is meant to be used."""
        import warnings
        warnings.warn("zipimport.zipimporter.load_module() is deprecated and slated for removal in Python 3.12; use exec_module() instead", DeprecationWarning,
                      stacklevel=2)
        return _machinery._load_module_shim(self, fullname)

    def get_resource_reader(self, fullname):
        """What importlib.resources reads the files of a package with; None: it is no package."""
        found = self._find(fullname)
        if found is None or not found[1]:
            return None
        from importlib.resources import _ZipReader
        return _ZipReader(self, fullname)

    def invalidate_caches(self):
        """Reads the directory of the archive again."""
        try:
            self._files = _zip_directory_cache[self.archive] = _read_directory(self.archive)
        except ZipImportError:
            _zip_directory_cache.pop(self.archive, None)
            self._files = {}

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{os.sep}{self.prefix}">'
