"""Options of a command line as the C library's getopt() takes them; argparse is the friendlier way."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """What is wrong (msg), and with which option (opt, without its hyphens)."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        Exception.__init__(self, msg, opt)
        self.msg = msg
        self.opt = opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Returns the list of (option, value) pairs and the arguments behind them, from the first that is no option."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _take(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same with options and other arguments in any order, unless shortopts begins with '+' or POSIXLY_CORRECT is set."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stops = shortopts.startswith("+")
    if stops:
        shortopts = shortopts[1:]
    elif os.environ.get("POSIXLY_CORRECT"):
        stops = True
    found, others = [], []
    while args:
        if args[0] == "--":
            others += args[1:]
            break
        if args[0][:1] == "-" and args[0] != "-":
            args = _take(found, args, shortopts, longopts)
        elif stops:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return found, others


def _take(found, args, shortopts, longopts):
    """Takes the option, or the group of short ones, that args begin with; returns the rest."""
    if args[0].startswith("--"):
        return _take_long(found, args[0][2:], args[1:], longopts)
    return _take_short(found, args[0][1:], args[1:], shortopts)


def _take_long(found, text, rest, longopts):
    name, equals, value = text.partition("=")
    needs_value, name = _long_option(name, longopts)
    if needs_value and not equals:
        if not rest:
            raise GetoptError("option --%s requires argument" % name, name)
        value, rest = rest[0], rest[1:]
    elif equals and not needs_value:
        raise GetoptError("option --%s must not have an argument" % name, name)
    found.append(("--" + name, value))
    return rest


def _long_option(name, longopts):
    """Whether the option needs a value, and its whole name: a prefix will do where only one option begins so."""
    possible = [option for option in longopts if option.startswith(name)]
    if not possible:
        raise GetoptError("option --%s not recognized" % name, name)
    if name in possible:
        return False, name
    if name + "=" in possible:
        return True, name
    if len(possible) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    return possible[0].endswith("="), possible[0].removesuffix("=")


def _take_short(found, group, rest, shortopts):
    while group:
        name, group = group[0], group[1:]
        value = ""
        if _short_needs_value(name, shortopts):
            if not group:
                if not rest:
                    raise GetoptError("option -%s requires argument" % name, name)
                group, rest = rest[0], rest[1:]
            value, group = group, ""
        found.append(("-" + name, value))
    return rest


def _short_needs_value(name, shortopts):
    at = shortopts.find(name)
    if at < 0 or name == ":":
        raise GetoptError("option -%s not recognized" % name, name)
    return shortopts.startswith(":", at + 1)
