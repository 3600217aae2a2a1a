"""Metadata of installed distributions: *.dist-info and *.egg-info folders on sys.path (library reference, "importlib.metadata")."""
import re
import sys
from collections import namedtuple
from pathlib import Path, PurePosixPath

__all__ = ["Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution", "distributions", "entry_points", "files",
           "metadata", "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        name, = self.args
        return name


class PackageMetadata:
    """The fields of a METADATA file: a name may come several times; what follows the empty line is the description."""

    def __init__(self, text):
        self._fields = []
        head, _, body = text.partition("\n\n")
        for line in head.splitlines():
            if line[:1] in " \t" and self._fields:
                self._fields[-1][1] += "\n" + line.strip()
            else:
                key, _, value = line.partition(":")
                self._fields.append([key.strip(), value.strip()])
        if body:
            self._fields.append(["Description", body])

    def __len__(self):
        return len(self._fields)

    def __iter__(self):
        return (key for key, _ in self._fields)

    def keys(self):
        return list(self)

    def items(self):
        return [(key, value) for key, value in self._fields]

    def __contains__(self, name):
        return self.get(name) is not None

    def __getitem__(self, name):
        return self.get(name)

    def get(self, name, failobj=None):
        return next((value for key, value in self._fields if key.lower() == name.lower()), failobj)

    def get_all(self, name, failobj=None):
        return [value for key, value in self._fields if key.lower() == name.lower()] or failobj

    @property
    def json(self):
        """The fields as JSON-compatible data."""
        result = {}
        several = {"classifier", "platform", "requires_dist", "provides_extra", "project_url", "obsoletes_dist", "provides_dist", "requires_external", "dynamic", "license_file"}
        for key, _ in self._fields:
            name = key.lower().replace("-", "_")
            result[name] = self.get_all(key) if name in several else self.get(key)
        return result


class EntryPoint(namedtuple("EntryPoint", "name value group")):
    """An entry point as defined by Python packaging conventions: "module:attribute [extras]"."""

    _pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")
    dist = None

    @property
    def module(self):
        return self._pattern.match(self.value)["module"]

    @property
    def attr(self):
        return self._pattern.match(self.value)["attr"] or ""

    @property
    def extras(self):
        return re.findall(r"\w+", self._pattern.match(self.value)["extras"] or "")

    def load(self):
        """Load the entry point from its definition: the module, or the attribute of it."""
        import importlib
        found = importlib.import_module(self.module)
        for part in filter(None, self.attr.split(".")):
            found = getattr(found, part)
        return found

    def matches(self, **params):
        return all(getattr(self, name) == value for name, value in params.items())


class EntryPoints(tuple):
    """An immutable collection of selectable EntryPoint objects."""

    def __getitem__(self, name):
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name)

    def select(self, **params):
        """Select entry points from self that match the given parameters (typically group and/or name)."""
        return EntryPoints(ep for ep in self if ep.matches(**params))

    @property
    def names(self):
        return {ep.name for ep in self}

    @property
    def groups(self):
        return {ep.group for ep in self}


class PackagePath(PurePosixPath):
    """A reference to a path in a package"""

    def read_text(self, encoding="utf-8"):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        """Return a path-like object for this path"""
        return self.dist.locate_file(self)


def _normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")


class Distribution:
    """A Python distribution package."""

    def __init__(self, path):
        self._path = path

    @classmethod
    def from_name(cls, name):
        """Return the Distribution for the given package name."""
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, name=None, path=None):
        """Return an iterable of Distribution objects for all packages."""
        for folder in sys.path if path is None else path:
            folder = Path(folder or ".")
            if not folder.is_dir():
                continue
            for entry in sorted(folder.iterdir()):
                if entry.suffix in (".dist-info", ".egg-info"):
                    if name is None or _normalized(entry.stem.partition("-")[0]) == _normalized(name):
                        yield Distribution(entry)

    @staticmethod
    def at(path):
        """Return a Distribution for the indicated metadata path"""
        return Distribution(Path(path))

    def read_text(self, filename):
        """Attempt to load metadata file given by the name; None if there is none."""
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def metadata(self):
        """Return the parsed metadata for this Distribution."""
        return PackageMetadata(self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("") or "")

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def entry_points(self):
        found, group = [], None
        for line in (self.read_text("entry_points.txt") or "").splitlines():
            line = line.strip()
            if line.startswith("["):
                group = line.strip("[]")
            elif line and not line.startswith("#"):
                name, _, value = line.partition("=")
                found.append(EntryPoint(name.strip(), value.strip(), group))
        return EntryPoints(found)

    @property
    def files(self):
        """Files in this distribution; None if they are not recorded."""
        import csv
        text = self.read_text("RECORD")
        if text is None:
            return None
        found = []
        for row in csv.reader(text.splitlines()):
            path = PackagePath(row[0])
            path.dist = self
            path.size = int(row[2]) if len(row) > 2 and row[2] else None
            found.append(path)
        return found

    @property
    def requires(self):
        """Generated requirements specified for this Distribution"""
        return self.metadata.get_all("Requires-Dist")


class DistributionFinder:
    """A finder that knows of distributions."""


def distribution(distribution_name):
    """Get the Distribution instance for the named package."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """Get all Distribution instances in the current environment."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """Get the metadata for the named package."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """Get the version string for the named package."""
    return distribution(distribution_name).version


def entry_points(**params):
    """Return EntryPoint objects for all installed packages, or those selected."""
    return EntryPoints(ep for dist in distributions() for ep in dist.entry_points).select(**params)


def files(distribution_name):
    """Return a list of files for the named package."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """Return a list of requirements for the named package."""
    return distribution(distribution_name).requires


def packages_distributions():
    """Return a mapping of top-level packages to their distributions."""
    found = {}
    for dist in distributions():
        names = (dist.read_text("top_level.txt") or "").split()
        if not names:
            names = sorted({path.parts[0] if len(path.parts) > 1 else path.stem for path in dist.files or [] if path.suffix == ".py"})
        for name in names:
            found.setdefault(name, []).append(dist.metadata["Name"])
    return found
