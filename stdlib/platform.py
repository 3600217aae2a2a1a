"""What is known of the machine, the system and the interpreter (library reference, "platform")."""
import os
import re
import sys
from collections import namedtuple


class uname_result(namedtuple("uname_result_base", "system node release version machine")):
    """A uname_result that's largely compatible with a simple namedtuple except that 'processor' is resolved late and cached."""

    _fields = ("system", "node", "release", "version", "machine", "processor")

    @property
    def processor(self):
        return ""

    def __iter__(self):
        return iter(tuple(super().__iter__()) + (self.processor,))

    def __reduce__(self):
        return uname_result, tuple(self)[:5]

    @classmethod
    def _make(cls, iterable):
        return cls(*list(iterable)[:5])

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return 6

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __hash__(self):
        return hash(tuple(self))

    def _asdict(self):
        return dict(zip(self._fields, self))


_uname = None


def uname():
    """Fairly portable uname interface. Returns a tuple of strings (system, node, release, version, machine, processor)."""
    global _uname
    if _uname is None:
        _uname = uname_result(*os.uname())
    return _uname


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    """Queries the given executable for various architecture information: (bits, linkage)."""
    if not bits:
        bits = "64bit" if sys.maxsize > 2 ** 32 else "32bit"
    try:
        with open(executable, "rb") as file:
            start = file.read(5)
    except (OSError, TypeError):
        return bits, linkage
    if start[:4] != b"\x7fELF":
        return bits, linkage
    return {1: "32bit", 2: "64bit"}.get(start[4], bits), "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """Tries to determine the libc version that the file executable is linked against."""
    if executable is None:
        try:
            text = os.confstr("CS_GNU_LIBC_VERSION")
            parts = text.split(maxsplit=1)
            if len(parts) == 2:
                return tuple(parts)
        except (AttributeError, ValueError, OSError):
            pass
        executable = sys.executable
        if not executable:
            return lib, version
    with open(executable, "rb") as file:
        data = file.read()
    found = [m.decode() for m in re.findall(rb"GLIBC_(\d+(?:\.\d+)+)", data)]
    if found:
        return "glibc", max(found, key=lambda text: [int(part) for part in text.split(".")])
    return lib, version


def _joined(*parts):
    text = "-".join(part.strip() for part in parts if part)
    for old, new in ((" ", "_"), ("/", "-"), ("\\", "-"), (":", "-"), (";", "-"), ('"', "-"), ("(", "-"), (")", "-")):
        text = text.replace(old, new)
    text = text.replace("unknown", "")
    while "--" in text:
        text = text.replace("--", "-")
    return text.rstrip("-")


def platform(aliased=False, terse=False):
    """Returns a single string identifying the underlying platform with as much useful information as possible."""
    info = uname()
    name, libc_version = libc_ver()
    return _joined(info.system, info.release, info.machine, info.processor, "with", name + libc_version)


def system_alias(system, release, version):
    """Returns (system, release, version) aliased to common marketing names used for some systems."""
    if system == "SunOS" and release and int(release.split(".")[0]) >= 5:
        return "Solaris", release, version
    if system in ("win32", "win16"):
        return "Windows", release, version
    return system, release, version


# ---- the interpreter -----------------------------------------------------------------------------------------------------------

def python_implementation():
    return "Typhon"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", ""


def python_compiler():
    found = re.search(r"\[(.*?)\]", sys.version)
    return found[1] if found else ""


# ---- other systems -------------------------------------------------------------------------------------------------------------

def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def win32_is_iot():
    return False


def win32_edition():
    return None


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo


_os_release = None
_OS_RELEASE_LINE = re.compile(r"^(?P<name>[a-zA-Z0-9_]+)=(?P<quote>[\"']?)(?P<value>.*)(?P=quote)$")


def freedesktop_os_release():
    """Return operation system identification from freedesktop.org os-release."""
    global _os_release
    if _os_release is None:
        for path in ("/etc/os-release", "/usr/lib/os-release"):
            try:
                with open(path, encoding="utf-8") as file:
                    info = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
                    for line in file:
                        found = _OS_RELEASE_LINE.match(line.rstrip("\n"))
                        if found:
                            info[found["name"]] = re.sub(r"\\([\\$\"'`])", r"\1", found["value"])
                    _os_release = info
                    break
            except OSError:
                continue
        else:
            import errno
            raise OSError(errno.ENOENT, "Unable to read files /etc/os-release, /usr/lib/os-release")
    return _os_release.copy()
