"""Where an installation keeps things. There is one folder of Typhon's; the schemes are those of its prefix."""
import os
import sys

__all__ = ["get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path", "get_path_names", "get_paths",
           "get_platform", "get_python_version", "get_scheme_names", "parse_config_h"]

_PATH_NAMES = ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def _posix(library, site, include, platform_include=None):
    scheme = {"stdlib": "{installed_base}/" + library, "platstdlib": "{platbase}/" + library,
              "purelib": "{base}/lib/" + site, "platlib": "{platbase}/{platlibdir}/" + site, "include": "{installed_base}/" + include}
    scheme["platinclude"] = platform_include or "{installed_platbase}/" + include
    return scheme | {"scripts": "{base}/bin", "data": "{base}"}


def _schemes():
    version = "python{py_version_short}"
    prefix = _posix("{platlibdir}/" + version, version + "/site-packages", "include/" + version + "{abiflags}")
    home = {"stdlib": "{installed_base}/lib/python", "platstdlib": "{base}/lib/python", "purelib": "{base}/lib/python",
            "platlib": "{base}/lib/python", "include": "{installed_base}/include/python", "platinclude": "{installed_base}/include/python",
            "scripts": "{base}/bin", "data": "{base}"}
    user = {"stdlib": "{userbase}/{platlibdir}/" + version, "platstdlib": "{userbase}/{platlibdir}/" + version,
            "purelib": "{userbase}/lib/" + version + "/site-packages", "platlib": "{userbase}/lib/" + version + "/site-packages",
            "include": "{userbase}/include/" + version, "scripts": "{userbase}/bin", "data": "{userbase}"}
    windows = {"stdlib": "{installed_base}/Lib", "platstdlib": "{base}/Lib", "purelib": "{base}/Lib/site-packages",
               "platlib": "{base}/Lib/site-packages", "include": "{installed_base}/Include", "platinclude": "{installed_base}/Include",
               "scripts": "{base}/Scripts", "data": "{base}"}
    windows_user = {"stdlib": "{userbase}/Python{py_version_nodot_plat}", "platstdlib": "{userbase}/Python{py_version_nodot_plat}",
                    "purelib": "{userbase}/Python{py_version_nodot_plat}/site-packages",
                    "platlib": "{userbase}/Python{py_version_nodot_plat}/site-packages",
                    "include": "{userbase}/Python{py_version_nodot_plat}/Include",
                    "scripts": "{userbase}/Python{py_version_nodot_plat}/Scripts", "data": "{userbase}"}
    framework = {"stdlib": "{userbase}/lib/python", "platstdlib": "{userbase}/lib/python", "purelib": "{userbase}/lib/python/site-packages",
                 "platlib": "{userbase}/lib/python/site-packages", "include": "{userbase}/include/python{py_version_short}",
                 "scripts": "{userbase}/bin", "data": "{userbase}"}
    return {"posix_prefix": prefix, "posix_home": home, "posix_user": user, "posix_venv": prefix, "venv": prefix, "nt": windows,
            "nt_venv": windows, "nt_user": windows_user, "osx_framework_user": framework}


_config_vars = None


def _user_base():
    return os.environ.get("PYTHONUSERBASE") or os.path.expanduser(os.path.join("~", ".local"))


def get_config_vars(*args):
    """All variables as a dict; with arguments, the list of their values, None for those not known."""
    global _config_vars
    if _config_vars is None:
        short = "%d.%d" % sys.version_info[:2]
        suffix = sys.implementation.cache_tag + "-" + sys.implementation._multiarch
        _config_vars = {
            "prefix": sys.prefix, "exec_prefix": sys.exec_prefix, "py_version": sys.version.split()[0], "py_version_short": short,
            "py_version_nodot": short.replace(".", ""), "installed_base": sys.base_prefix, "base": sys.prefix,
            "installed_platbase": sys.base_exec_prefix, "platbase": sys.exec_prefix, "projectbase": os.path.dirname(sys.executable or ""),
            "platlibdir": sys.platlibdir, "abiflags": "", "py_version_nodot_plat": "", "implementation": "Typhon",
            "implementation_lower": "typhon", "userbase": _user_base(), "srcdir": os.path.dirname(sys.executable or ""),
            "EXT_SUFFIX": "." + suffix + ".so", "SOABI": suffix, "MULTIARCH": sys.implementation._multiarch, "EXE": "",
            "VERSION": short, "LIBDIR": os.path.join(sys.prefix, "lib"), "BINDIR": os.path.join(sys.prefix, "bin"),
            "Py_DEBUG": 0, "Py_ENABLE_SHARED": 0, "WITH_DOC_STRINGS": 1, "HAVE_FORK": 1, "SIZEOF_VOID_P": 8, "SIZEOF_LONG": 8,
            "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
        }
    return [_config_vars.get(name) for name in args] if args else _config_vars


def get_config_var(name):
    return get_config_vars().get(name)


def get_scheme_names():
    return tuple(sorted(_schemes()))


def get_path_names():
    return _PATH_NAMES


def get_default_scheme():
    return "venv" if sys.prefix != sys.base_prefix else "posix_prefix"


def get_preferred_scheme(key):
    if key == "prefix" and sys.prefix != sys.base_prefix:
        return "venv"
    return {"prefix": "posix_prefix", "home": "posix_home", "user": "posix_user"}[key]


def get_paths(scheme=None, vars=None, expand=True):
    paths = dict(_schemes()[scheme if scheme is not None else get_default_scheme()])
    if not expand:
        return paths
    known = get_config_vars() | (vars or {})
    try:
        return {name: os.path.normpath(path.format_map(known)) for name, path in paths.items()}
    except KeyError as missing:
        raise AttributeError(missing) from None


def get_path(name, scheme=None, vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def get_python_version():
    return "%d.%d" % sys.version_info[:2]


def get_platform():
    """The name of the platform as file names of distributions have it: linux-x86_64."""
    system, _, _, _, machine = os.uname()
    return system.lower().replace("/", "") + "-" + machine.replace(" ", "_").replace("/", "-")


def is_python_build(check_home=None):
    return False


def get_config_h_filename():
    return os.path.join(get_path("platinclude"), "pyconfig.h")


def get_makefile_filename():
    return os.path.join(get_path("stdlib"), "config-%s-%s" % (get_python_version(), sys.implementation._multiarch), "Makefile")


def parse_config_h(fp, vars=None):
    """Reads `#define NAME VALUE` and `/* #undef NAME */` lines into a dict."""
    import re
    found = {} if vars is None else vars
    for line in fp:
        if define := re.match(r"#define ([A-Z][A-Za-z0-9_]+) (.*)\n", line):
            name, value = define.groups()
            try:
                value = int(value)
            except ValueError:
                pass
            found[name] = value
        elif undefined := re.match(r"/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n", line):
            found[undefined.group(1)] = 0
    return found
