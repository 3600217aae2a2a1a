"""Showing pages in a browser (library reference, "webbrowser"). Also `python -m webbrowser [-n | -t] URL`.

A browser is known by a name, as a controller or as what makes one; they are tried in order: those of $BROWSER, then what the
system has, graphical ones first. What the system has is looked for when a browser is first asked for.
"""
import os
import shlex
import shutil
import subprocess
import sys
import threading

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    pass


_lock = threading.RLock()
_browsers = {}  # [what makes a controller, controller] by names in lower case
_tryorder = None  # names; None: nobody has looked what there is
_os_preferred_browser = None  # NAME.desktop, as the desktop has it


# ---- which browsers there are

def register(name, klass, instance=None, *, preferred=False):
    """Makes a browser known: `klass` makes a controller where there is no instance yet. A preferred one is tried first."""
    with _lock:
        _look()
        _add(name, klass, instance, preferred)


def _add(name, klass, instance=None, preferred=False):
    _browsers[name.lower()] = [klass, instance]
    preferred = preferred or f"{name}.desktop" == _os_preferred_browser
    _tryorder.insert(0 if preferred else len(_tryorder), name)


def get(using=None):
    """The controller of the browser of a name, of a command line with "%s" for the address, or of the first that can be had."""
    with _lock:
        _look()
        names = [*_tryorder] if using is None else [using]
    for name in names:
        if "%s" in name:
            words = shlex.split(name)
            return BackgroundBrowser(words[:-1]) if words[-1] == "&" else GenericBrowser(words)
        make, instance = _browsers.get(name.lower()) or _found_on_path(name)
        if instance is not None:
            return instance
        if make is not None:
            return make()
    raise Error("could not locate runnable browser")


def _found_on_path(command, preferred=False):
    """The entry of a command: a program of the same name as a known browser is such a browser."""
    program = command.split()[0]
    name = os.path.basename(program)
    _, model = _browsers.get(name.lower(), (None, None))
    if model is None or model.basename != name.lower() or not shutil.which(program):
        return [None, None]
    import copy
    controller = copy.copy(model)
    controller.name, controller.basename = command, os.path.basename(command)
    with _lock:
        _add(command, None, controller, preferred)
    return [None, controller]


def _look():
    """Fills the tables, once."""
    global _tryorder
    if _tryorder is not None:
        return
    _tryorder = []
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        _look_at_desktop()
    if os.environ.get("TERM"):
        for name, kind in (("www-browser", GenericBrowser), ("links", GenericBrowser), ("elinks", Elinks), ("lynx", GenericBrowser), ("w3m", GenericBrowser)):
            _add_if_there(name, kind)
    for choice in reversed([entry for entry in os.environ.get("BROWSER", "").split(os.pathsep) if entry]):
        entry = [None, None] if "%s" in choice else _browsers.get(choice.lower()) or _found_on_path(choice, True)
        if entry == [None, None] and "%s" not in choice:
            _browsers[choice.lower()] = [None, GenericBrowser(choice)]
        _tryorder.insert(0, choice)


def _add_if_there(name, kind):
    if shutil.which(name):
        _add(name, None, kind(name))


def _look_at_desktop():
    global _os_preferred_browser
    for opener in ("xdg-open", "gvfs-open", "x-www-browser"):
        if opener == "xdg-open" and shutil.which(opener):
            try:
                asked = ["xdg-settings", "get", "default-web-browser"]
                _os_preferred_browser = subprocess.check_output(asked, stderr=subprocess.DEVNULL).decode().strip()
            except (OSError, subprocess.CalledProcessError):
                pass
        _add_if_there(opener, BackgroundBrowser)
    if os.environ.get("GNOME_DESKTOP_SESSION_ID") and shutil.which("gnome-open"):
        _add("gnome-open", None, BackgroundBrowser("gnome-open"))
    if os.environ.get("KDE_FULL_SESSION") and shutil.which("kfmclient"):
        _add("kfmclient", Konqueror, Konqueror("kfmclient"))
    kinds = {Mozilla: "firefox iceweasel seamonkey mozilla-firefox mozilla", Konqueror: "kfm konqueror", Epiphany: "epiphany",
             Chrome: "google-chrome chrome chromium chromium-browser", Opera: "opera", Edge: "microsoft-edge"}
    for kind, names in kinds.items():
        for name in names.split():
            _add_if_there(name, kind)


# ---- showing a page

def open(url, new=0, autoraise=True):
    """Shows a page: in a window that there is if possible (0), in a new window (1) or a new tab (2). Whether a browser took it."""
    with _lock:
        _look()
        names = [*_tryorder]
    return any(get(name).open(url, new, autoraise) for name in names)


def open_new(url):
    """Shows a page in a new window."""
    return open(url, 1)


def open_new_tab(url):
    """Shows a page in a new tab."""
    return open(url, 2)


class BaseBrowser:
    """A controller: open() is a subclass's. `args`: the words behind the name of the program, %s is the address."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = self.basename = name

    def open(self, url, new=0, autoraise=True):
        """Shows a page."""
        raise NotImplementedError

    def open_new(self, url):
        """Shows a page in a new window."""
        return self.open(url, 1)

    def open_new_tab(self, url):
        """Shows a page in a new tab."""
        return self.open(url, 2)

    def _command(self, url):
        return [self.name, *[word.replace("%s", url) for word in self.args]]


class GenericBrowser(BaseBrowser):
    """A program that shows pages until it ends. name: the program, or the words of a command."""

    _own_session = {}

    def __init__(self, name):
        if not isinstance(name, str):
            name, *self.args = name
        self.name, self.basename = name, os.path.basename(name)

    def open(self, url, new=0, autoraise=True):
        """Shows a page, and waits."""
        sys.audit("webbrowser.open", url)
        try:
            return self._has_worked(subprocess.Popen(self._command(url), close_fds=True, **self._own_session))
        except OSError:
            return False

    def _has_worked(self, process):
        return not process.wait()


class BackgroundBrowser(GenericBrowser):
    """A program that is left to itself."""

    _own_session = {"start_new_session": True}

    def _has_worked(self, process):
        return process.poll() is None


class UnixBrowser(BaseBrowser):
    """A program that may run already, and can then be told what to show ("remote"); else it is started.

    remote_args: words of that command, %action one of the actions; raise_opts: options against and for coming to the front.
    """

    raise_opts = None
    background = False
    redirect_stdout = True
    remote_args = ["%action", "%s"]
    remote_action = remote_action_newwin = remote_action_newtab = None

    def open(self, url, new=0, autoraise=True):
        """Shows a page."""
        sys.audit("webbrowser.open", url)
        if new not in (0, 1, 2):
            raise Error(f"Bad 'new' parameter to open(); expected 0, 1, or 2, got {new}")
        window = self.remote_action_newwin
        action = (self.remote_action, window, window if self.remote_action_newtab is None else self.remote_action_newtab)[new]
        words = [word.replace("%s", url).replace("%action", action) for word in self.remote_args]
        options = [self.raise_opts[int(autoraise)]] if self.raise_opts else []
        return self._told([self.name, *filter(None, options), *filter(None, words)]) or self._started(self._command(url))

    def _told(self, command):
        process = self._process(command, subprocess.DEVNULL)
        try:
            return not process.wait(5)
        except subprocess.TimeoutExpired:  # it became the browser
            return True

    def _started(self, command):
        process = self._process(command, subprocess.DEVNULL if self.background else None)
        return process.poll() is None if self.background else not process.wait()

    def _process(self, command, stream):
        output = stream if self.redirect_stdout else None
        return subprocess.Popen(command, close_fds=True, stdin=stream, stdout=output, stderr=stream, start_new_session=True)


class Mozilla(UnixBrowser):
    """Firefox and its relatives."""

    background = True
    remote_action, remote_action_newwin, remote_action_newtab = "", "-new-window", "-new-tab"


class Epiphany(UnixBrowser):
    """Gnome's browser."""

    background = True
    raise_opts = ["-noraise", ""]
    remote_action, remote_action_newwin = "-n", "-w"


class Chrome(UnixBrowser):
    """Google's browser."""

    background = True
    remote_action, remote_action_newwin, remote_action_newtab = "", "--new-window", ""


class Chromium(Chrome):
    """The same without Google."""


class Opera(UnixBrowser):
    """Opera."""

    background = True
    remote_action, remote_action_newwin, remote_action_newtab = "", "--new-window", ""


class Edge(UnixBrowser):
    """Microsoft's browser."""

    background = True
    remote_action, remote_action_newwin, remote_action_newtab = "", "--new-window", ""


class Elinks(UnixBrowser):
    """A browser for terminals, which needs this one."""

    redirect_stdout = False
    remote_args = ["-remote", "openURL(%s%action)"]
    remote_action, remote_action_newwin, remote_action_newtab = "", ",new-window", ",new-tab"


class Konqueror(BaseBrowser):
    """KDE's browser: kfmclient tells it, or it is started."""

    def open(self, url, new=0, autoraise=True):
        """Shows a page."""
        sys.audit("webbrowser.open", url)
        nothing = subprocess.DEVNULL
        streams = {"close_fds": True, "stdin": nothing, "stdout": nothing, "stderr": nothing}
        try:
            subprocess.Popen(["kfmclient", "newTab" if new == 2 else "openURL", url], **streams).wait()
            return True
        except OSError:
            pass
        for command in (["konqueror", "--silent", url], ["kfm", "-d", url]):
            try:
                process = subprocess.Popen(command, start_new_session=True, **streams)
            except OSError:
                continue
            return command[0] == "konqueror" or process.poll() is None
        return False


def _main():
    import getopt
    usage = f"Usage: {sys.argv[0]} [-n | -t | -h] url\n    -n: open new window\n    -t: open new tab\n    -h, --help: show help"
    try:
        options, rest = getopt.getopt(sys.argv[1:], "ntdh", ["help"])
    except getopt.error as problem:
        print(problem, file=sys.stderr)
        print(usage, file=sys.stderr)
        sys.exit(1)
    chosen = {name for name, _ in options}
    if chosen & {"-h", "--help"}:
        print(usage, file=sys.stderr)
        sys.exit()
    if len(rest) != 1:
        print(usage, file=sys.stderr)
        sys.exit(1)
    open(rest[0], 1 if "-n" in chosen else 2 if "-t" in chosen else 0)
    print("\a")


if __name__ == "__main__":
    _main()
