"""Comparing files and folders (library reference, "filecmp")."""
import os
import stat
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

_CACHE_LIMIT = 100
_cache = {}  # (names and signatures of two files): whether their contents are equal


def clear_cache():
    """Forgets what was compared: for files that are changed so quickly that their times do not show it."""
    _cache.clear()


def _signature(path):
    """What os.stat tells of a file as far as it matters here: kind, size, time of its last change."""
    status = os.stat(path)
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files seem equal. A shallow comparison believes equal signatures; contents are compared otherwise, unless the sizes differ."""
    first, second = _signature(f1), _signature(f2)
    if not stat.S_ISREG(first[0]) or not stat.S_ISREG(second[0]):
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = f1, f2, first, second
    if key not in _cache:
        equal = _same_contents(f1, f2)
        if len(_cache) > _CACHE_LIMIT:
            clear_cache()
        _cache[key] = equal
    return _cache[key]


def _same_contents(f1, f2):
    with open(f1, "rb") as one, open(f2, "rb") as other:
        while True:
            piece = one.read(BUFSIZE)
            if piece != other.read(BUFSIZE):
                return False
            if not piece:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Compares files of these names in two folders: (names of equal ones, of different ones, of those that could not be compared)."""
    equal, different, failed = [], [], []
    for name in common:
        try:
            found = equal if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else different
        except (OSError, ValueError):
            found = failed
        found.append(name)
    return equal, different, failed


class dircmp:
    """Compares two folders. Every attribute (left_list, common, diff_files, subdirs...) is made when it is first asked for."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def phase0(self):
        """Lists both folders."""
        unwanted = [*self.hide, *self.ignore]
        self.left_list, self.right_list = (sorted(name for name in os.listdir(folder) if name not in unwanted) for folder in (self.left, self.right))

    def phase1(self):
        """Finds what is in both, by names as the system compares them."""
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [name for key, name in left.items() if key in right]
        self.left_only = [name for key, name in left.items() if key not in right]
        self.right_only = [name for key, name in right.items() if key not in left]

    def phase2(self):
        """Tells folders, files and the rest among them apart."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            kinds = {_kind_of(os.path.join(self.left, name)), _kind_of(os.path.join(self.right, name))}
            same = {stat.S_IFDIR: self.common_dirs, stat.S_IFREG: self.common_files}.get(kinds.pop(), self.common_funny) if len(kinds) == 1 \
                else self.common_funny
            same.append(name)

    def phase3(self):
        """Compares the files."""
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

    def phase4(self):
        """Makes the comparisons of the common folders; they are of this one's class."""
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide)
                        for name in self.common_dirs}

    def phase4_closure(self):
        """The same all the way down."""
        self.phase4()
        for below in self.subdirs.values():
            below.phase4_closure()

    def report(self):
        """Prints the comparison of the two folders."""
        print("diff", self.left, self.right)
        for label, names in (("Only in " + str(self.left), "left_only"), ("Only in " + str(self.right), "right_only")):
            if found := getattr(self, names):
                found.sort()
                print(label, ":", found)
        for label, names in (("Identical files", "same_files"), ("Differing files", "diff_files"), ("Trouble with common files", "funny_files"),
                             ("Common subdirectories", "common_dirs"), ("Common funny cases", "common_funny")):
            if found := getattr(self, names):
                found.sort()
                print(label, ":", found)

    def report_partial_closure(self):
        """The same, and that of the folders directly below."""
        self._report_below(dircmp.report)

    def report_full_closure(self):
        """The same for all folders below."""
        self._report_below(lambda below: below.report_full_closure())

    def _report_below(self, report):
        self.report()
        for below in self.subdirs.values():
            print()
            report(below)

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2, common_files=phase2,
                     common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1, left_list=phase0, right_list=phase0)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    __class_getitem__ = classmethod(GenericAlias)


def _kind_of(path):
    """The kind of file, None if there is no telling."""
    try:
        return stat.S_IFMT(os.stat(path).st_mode)
    except (OSError, ValueError):
        return None
