"""What installed distributions say of themselves (library reference, "importlib.metadata").

    finder         MetadataPathFinder, or any of sys.meta_path with find_distributions(context), makes
    Distribution   read_text(name), locate_file(path): all else (metadata, files, requires, entry points) is read out of these two
    PathDistribution  the usual kind: a *.dist-info or *.egg-info folder (or file) in a folder of sys.path, or in a zip file there
"""
import abc
import os
import pathlib
import re
import sys
from importlib.abc import MetaPathFinder

__all__ = ["Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution", "distributions", "entry_points", "files",
           "metadata", "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    """No such distribution is installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


def _deprecated(text, level=3):
    import warnings
    warnings.warn(text, DeprecationWarning, level + 1)


def _normalized(name):
    "A name of a distribution in the form of PEP 503, fit for file names."
    return re.sub("[-_.]+", "_", name).lower()


# ---- the fields of a METADATA file

class PackageMetadata:
    """Fields in their order: a name may come several times, in any case of letters. What follows the empty line is the description."""

    _LISTS = frozenset("classifier obsoletes_dist platform project_url provides_dist provides_extra requires_dist requires_external "
                       "supported_platform dynamic".split())

    def __init__(self, text):
        head, _, self._body = text.replace("\r\n", "\n").partition("\n\n")
        folded = re.findall(r"^([^\s:]+):[ \t]*(.*(?:\n[ \t].*)*)", head, re.MULTILINE)
        self._fields = [(name, self._unfolded(value)) for name, value in folded]
        if self._body:
            self._fields.append(("Description", self._body))

    @staticmethod
    def _unfolded(value):
        if "\n" not in value:
            return value
        import textwrap
        return textwrap.dedent(" " * 8 + value)

    def __len__(self):
        return len(self._fields)

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return [name for name, _ in self._fields]

    def values(self):
        return [value for _, value in self._fields]

    def items(self):
        return self._fields.copy()

    def __contains__(self, name):
        return self.get_all(name) is not None

    def __getitem__(self, name):
        found = self.get_all(name)
        if found is None:
            _deprecated("Implicit None on return values is deprecated and will raise KeyErrors.", 2)
            return None
        return found[0]

    def get(self, name, failobj=None):
        return self.get_all(name, (failobj,))[0]

    def get_all(self, name, failobj=None):
        """All values of this field."""
        wanted = name.lower()
        return [value for given, value in self._fields if given.lower() == wanted] or failobj

    def get_payload(self):
        return self._body

    @property
    def json(self):
        """The fields as JSON has them (PEP 566): lower case, lists for what may come several times, words for the keywords."""
        made = {}
        for name in self.keys():
            key = name.lower().replace("-", "_")
            made[key] = self.get_all(name) if key in self._LISTS else self.get(name)
        if "keywords" in made:
            made["keywords"] = re.split(r"\s+", made["keywords"])
        return made


# ---- entry points

class EntryPoint:
    """A name in a group that stands for an object: "package.module:attribute.path [extra]"."""

    pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __getitem__(self, index):
        _deprecated("EntryPoint tuple interface is deprecated. Access members by name.", 2)
        return self._key()[index]

    def _key(self):
        return self.name, self.value, self.group

    def __eq__(self, other):
        return self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"

    module = property(lambda self: self.pattern.match(self.value)["module"])
    attr = property(lambda self: self.pattern.match(self.value)["attr"])
    extras = property(lambda self: re.findall(r"\w+", self.pattern.match(self.value)["extras"] or ""))

    def load(self):
        """The object: the module, or what the attribute path leads to in it."""
        from importlib import import_module
        found = import_module(self.module)
        for name in self.attr.split(".") if self.attr else ():
            found = getattr(found, name)
        return found

    def matches(self, **params):
        """Whether all these attributes have these values."""
        return all([getattr(self, name) == wanted for name, wanted in params.items()])

    def _of(self, dist):
        vars(self)["dist"] = dist
        return self


class EntryPoints(tuple):
    """Entry points to choose from."""

    __slots__ = ()

    def __getitem__(self, name):
        for found in self.select(name=name):
            return found
        raise KeyError(name)

    def select(self, **params):
        """Those that match: see EntryPoint.matches()."""
        return EntryPoints([point for point in self if point.matches(**params)])

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}


def _sections(text):
    """[(section, line)] of an INI-like text; the section of lines before the first one is None."""
    section = None
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif line and line[0] != "#":
            yield section, line


# ---- files

class FileHash:
    """A hash as RECORD files write it: "sha256=...", """

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition("=")

    def __repr__(self):
        return f"<FileHash mode: {self.mode} value: {self.value}>"


class PackagePath(pathlib.PurePosixPath):
    """The path of an installed file, relative to where its distribution is."""

    hash = size = dist = None

    def locate(self):
        """Where the file is."""
        return self.dist.locate_file(self)

    def read_text(self, encoding="utf-8"):
        with self.locate().open(encoding=encoding) as file:
            return file.read()

    def read_binary(self):
        with self.locate().open("rb") as file:
            return file.read()

    @classmethod
    def _of(cls, dist, name, hash=None, size=None):
        made = cls(name)
        made.hash, made.size, made.dist = FileHash(hash) if hash else None, int(size) if size else None, dist
        return made


class SimplePath:
    """What read_text() and locate_file() need of a path: joinpath(), parent, read_text(), and "/"."""


# ---- distributions

class Distribution(metaclass=abc.ABCMeta):
    """A distribution: a subclass says how to read its metadata files and where its files are."""

    def __new__(cls, *args, **kwargs):
        # Classes of 3.11 did not have to define all methods.
        missing = {name for name in ("read_text", "locate_file") if getattr(getattr(cls, name), "__isabstractmethod__", False)}
        if missing:
            _deprecated(f"Unimplemented abstract methods {missing}", 2)
        return object.__new__(cls)

    def read_text(self, filename):
        """The text of a metadata file; None if there is none."""

    def locate_file(self, path):
        """The path of an installed file."""

    read_text.__isabstractmethod__ = locate_file.__isabstractmethod__ = True

    @classmethod
    def from_name(cls, name):
        """The distribution of this name."""
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        """All distributions that the finders of sys.meta_path find; discover(name=, path=) or discover(context=) says which, and where."""
        context = kwargs.pop("context", None)
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        finders = [getattr(finder, "find_distributions", None) for finder in sys.meta_path]
        return (found for find in finders if find is not None for found in find(context))

    @staticmethod
    def at(path):
        """The distribution of this metadata folder."""
        return PathDistribution(pathlib.Path(path))

    @property
    def metadata(self):
        """The fields of METADATA (or, in eggs, PKG-INFO)."""
        return PackageMetadata(self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("") or "")

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def _normalized_name(self):
        return _normalized(self.name)

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def entry_points(self):
        made = []
        for group, line in _sections(self.read_text("entry_points.txt") or ""):
            name, _, value = line.partition("=")
            made.append(EntryPoint(name.strip(), value.strip(), group)._of(self))
        return EntryPoints(made)

    @property
    def files(self):
        """The installed files; None if that was not recorded."""
        for listed in (self._recorded, self._installed, self._sources):
            found = listed()
            if found:
                return [path for path in found if path.locate().exists()]
        return None if found is None else []

    def _recorded(self):
        import csv
        text = self.read_text("RECORD")
        return text and [PackagePath._of(self, *row) for row in csv.reader(text.splitlines()) if row]

    def _installed(self):
        # The names in it are relative to the metadata folder.
        text, folder = self.read_text("installed-files.txt"), getattr(self, "_path", None)
        if not text or folder is None:
            return None
        root = os.path.abspath(self.locate_file(""))
        names = [os.path.relpath(os.path.join(folder, line), root) for line in text.splitlines()]
        return [PackagePath._of(self, pathlib.Path(name).as_posix()) for name in names]

    def _sources(self):
        text = self.read_text("SOURCES.txt")
        return text and [PackagePath._of(self, line) for line in text.splitlines()]

    @property
    def requires(self):
        """The requirements, with their conditions; None if none are named."""
        stated = self.metadata.get_all("Requires-Dist")
        if stated:
            return list(stated)
        text = self.read_text("requires.txt")
        return None if text is None else [self._requirement(section or "", line) for section, line in _sections(text)]

    @staticmethod
    def _requirement(section, line):
        "A line of requires.txt: its section is an extra, a condition after a colon, or both."
        extra, _, condition = section.partition(":")
        if extra and condition:
            condition = f"({condition})"
        tests = [condition] if condition else []
        if extra:
            tests.append(f'extra == "{extra}"')
        if not tests:
            return line
        space = " " if "@" in line else ""  # what ends an address
        return f"{line}{space}; {' and '.join(tests)}"


class PathDistribution(Distribution):
    """The distribution of a metadata folder (or file): pathlib.Path, or what is like one."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def _normalized_name(self):
        return _normalized(_name_of_entry(str(self._path)) or self.name)


def _name_of_entry(path):
    "The name of a distribution, from that of its metadata folder; None if it says none."
    stem, suffix = os.path.splitext(os.path.basename(path))
    return stem.partition("-")[0] if suffix in (".dist-info", ".egg-info") else None


# ---- finders

class DistributionFinder(MetaPathFinder):
    """A finder of sys.meta_path that also finds distributions."""

    class Context:
        """What is looked for: `name` (None: all) and `path`, and what else a finder understands."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get("path", sys.path)

    @abc.abstractmethod
    def find_distributions(self, context=Context()):
        """The distributions that fit the context."""


class MetadataPathFinder(DistributionFinder):
    """Finds metadata folders in the folders and zip files of a path."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        wanted = None if context.name is None else _normalized(context.name)
        for folder in map(str, context.path):
            for name in _entries(folder):
                found = _name_of_entry(name)
                if name.lower() == "egg-info" and folder.endswith(".egg"):
                    found = os.path.basename(folder).partition("-")[0]
                if found is not None and wanted in (None, _normalized(found)):
                    yield PathDistribution(_root(folder).joinpath(name))

    @classmethod
    def invalidate_caches(cls):
        """Nothing is kept."""


def _entries(folder):
    try:
        return sorted(os.listdir(folder or "."))
    except NotADirectoryError:
        pass
    except OSError:
        return []
    import zipfile
    if not zipfile.is_zipfile(folder):
        return []
    with zipfile.ZipFile(folder) as archive:
        return sorted({name.partition("/")[0] for name in archive.namelist()})


def _root(folder):
    if not os.path.isfile(folder):
        return pathlib.Path(folder)
    import zipfile
    return zipfile.Path(folder)


# ---- the functions

def distribution(distribution_name):
    """The distribution of this name; PackageNotFoundError."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All distributions: see Distribution.discover()."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The metadata fields of a distribution."""
    return distribution(distribution_name).metadata


def version(distribution_name):
    """The version of a distribution."""
    return distribution(distribution_name).version


def files(distribution_name):
    """The files of a distribution, or None."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """The requirements of a distribution, or None."""
    return distribution(distribution_name).requires


def entry_points(**params):
    """The entry points of all distributions that match. Of two distributions of one name, the first on the path counts."""
    first = {}
    for dist in distributions():
        first.setdefault(dist._normalized_name, dist)
    return EntryPoints([point for dist in first.values() for point in dist.entry_points]).select(**params)


def packages_distributions():
    """{name of a top-level package or module: [distributions that bring it]}"""
    found = {}
    for dist in distributions():
        for name in _top_level(dist):
            found.setdefault(name, []).append(dist.metadata["Name"])
    return found


def _top_level(dist):
    declared = (dist.read_text("top_level.txt") or "").split()
    if declared:
        return declared
    import inspect
    names = {path.parts[0] if len(path.parts) > 1 else inspect.getmodulename(path) or str(path) for path in dist.files or ()}
    return [name for name in names if "." not in name]
