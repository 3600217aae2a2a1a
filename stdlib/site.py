"""Where packages are installed (library reference, "site"). Nothing of this is done at start: sys.path has what a program's environment says, and
addsitedir() adds folders with what their *.pth files name."""
import io
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = USER_SITE = USER_BASE = None


def _version():
    return f"python{sys.version_info[0]}.{sys.version_info[1]}"


def makepath(*paths):
    """(absolute path, the same in the form to compare it by)"""
    joined = os.path.abspath(os.path.join(*paths))
    return joined, os.path.normcase(joined)


def removeduppaths():
    """Makes the entries of sys.path absolute and takes away what is there twice; the set of what is left."""
    kept, known = [], set()
    for entry in sys.path:
        path, key = makepath(entry)
        if key not in known:
            kept.append(path)
            known.add(key)
    sys.path[:] = kept
    return known


def _known_paths():
    return {makepath(entry)[1] for entry in sys.path if isinstance(entry, str) and os.path.exists(entry)}


def addpackage(sitedir, name, known_paths):
    """Reads a *.pth file: lines are folders to add, or begin with "import" and are run."""
    own = known_paths is None
    known = _known_paths() if own else known_paths
    try:
        with open(os.path.join(sitedir, name), encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        try:
            if line.startswith(("import ", "import\t")):
                exec(line)
                continue
            path, key = makepath(sitedir, line.rstrip())
            if key not in known and os.path.exists(path):
                sys.path.append(path)
                known.add(key)
        except Exception:
            import traceback
            print(f"Error processing line {number} of {os.path.join(sitedir, name)}:\n", file=sys.stderr)
            for shown in traceback.format_exc().splitlines():
                print("  " + shown, file=sys.stderr)
            print("\nRemainder of file ignored", file=sys.stderr)
            break
    return None if own else known


def addsitedir(sitedir, known_paths=None):
    """Adds a folder to sys.path, and what its *.pth files name."""
    own = known_paths is None
    known = _known_paths() if own else known_paths
    path, key = makepath(sitedir)
    if key not in known:
        sys.path.append(path)
        known.add(key)
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return None
    for name in names:
        if name.endswith(".pth") and not name.startswith("."):
            addpackage(path, name, known)
    return None if own else known


def check_enableusersite():
    """Whether the user's own folder may be used: False if that was switched off, None if it would not be safe."""
    if getattr(sys.flags, "no_user_site", 0):
        return False
    if os.getuid() != os.geteuid() or os.getgid() != os.getegid():
        return None
    return True


def getuserbase():
    """The folder of what a user has installed."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return USER_BASE


def getusersitepackages():
    """The folder of the packages a user has installed."""
    global USER_SITE, ENABLE_USER_SITE
    if USER_SITE is None:
        USER_SITE = os.path.join(getuserbase(), "lib", _version(), "site-packages")
        ENABLE_USER_SITE = check_enableusersite() if ENABLE_USER_SITE is None else ENABLE_USER_SITE
    return USER_SITE


def addusersitepackages(known_paths):
    """Adds the user's folder."""
    folder = getusersitepackages()
    if ENABLE_USER_SITE and os.path.isdir(folder):
        addsitedir(folder, known_paths)
    return known_paths


def getsitepackages(prefixes=None):
    """The folders of installed packages."""
    folders = []
    for prefix in PREFIXES if prefixes is None else prefixes:
        folder = os.path.join(prefix, getattr(sys, "platlibdir", "lib"), _version(), "site-packages")
        if prefix and folder not in folders:
            folders.append(folder)
    return folders


def addsitepackages(known_paths, prefixes=None):
    """Adds the folders of installed packages."""
    for folder in getsitepackages(prefixes):
        if os.path.isdir(folder):
            addsitedir(folder, known_paths)
    return known_paths


def main():
    """Adds all folders there are."""
    known = removeduppaths()
    addusersitepackages(known)
    addsitepackages(known)


def _script():
    shown = io.StringIO()
    print("sys.path = [", *[f"    {entry!r}," for entry in sys.path], "]", sep="\n", file=shown)
    absent = "doesn't exist"
    base, folder = getuserbase(), getusersitepackages()
    for name, path in (("USER_BASE", base), ("USER_SITE", folder)):
        print(f"{name}: {path!r} ({'exists' if os.path.isdir(path) else absent})", file=shown)
    print(f"ENABLE_USER_SITE: {ENABLE_USER_SITE!r}", file=shown)
    if "--user-base" in sys.argv[1:] or "--user-site" in sys.argv[1:]:
        wanted = [base] * ("--user-base" in sys.argv) + [folder] * ("--user-site" in sys.argv)
        print(os.pathsep.join(wanted))
        sys.exit(0 if ENABLE_USER_SITE else 1 if ENABLE_USER_SITE is False else 2)
    print(shown.getvalue(), end="")


getusersitepackages()

if __name__ == "__main__":
    _script()
