"""Command lines of options and arguments, the older way (library reference, "optparse").

    Option           names, action, type, destination; checked when it is made (CHECK_METHODS), run when it is met (process)
    OptionContainer  has options: a parser, or a group of them with a title
    OptionParser     goes over the words and fills Values
    HelpFormatter    lays out usage and help
"""
import os
import sys
import textwrap

__all__ = ["Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup", "OptionParser",
           "HelpFormatter", "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError", "OptionError", "OptionConflictError",
           "OptionValueError", "BadOptionError", "check_choice"]
__version__ = "1.5.3"

NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP, SUPPRESS_USAGE = "SUPPRESS" + "HELP", "SUPPRESS" + "USAGE"


def _shown(self):
    return f"<{type(self).__name__} at 0x{id(self):x}: {self}>"


# ---- errors

class OptParseError(Exception):
    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    """An option is described wrongly."""

    def __init__(self, msg, option):
        super().__init__(msg)
        self.option_id = str(option)

    def __str__(self):
        return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
    """Two options have the same name."""


class OptionValueError(OptParseError):
    """The user gave a wrong value."""


class BadOptionError(OptParseError):
    """The user gave an option that is none."""

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
    """The user shortened an option too much."""

    def __init__(self, opt_str, possibilities):
        super().__init__(opt_str)
        self.possibilities = possibilities

    def __str__(self):
        return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


# ---- help

def _screen_width():
    columns = os.environ.get("COLUMNS", "").strip()
    return int(columns) if columns.isdecimal() else 80


class HelpFormatter:
    """Lays out usage and help; a subclass says what usages and headings look like."""

    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        if width is None:
            width = _screen_width() - 2
        self.parser = None
        self.width, self.indent_increment, self.short_first = width, indent_increment, short_first
        self.current_indent = self.level = 0
        self.help_position = self.max_help_position = min(max_help_position, max(width - 20, 2 * indent_increment))
        self.help_width = None  # known with the longest entry
        self.option_strings = {}  # option -> its names as shown
        self.default_tag = "%default"
        self._short_opt_fmt, self._long_opt_fmt = "%s %s", "%s=%s"

    def set_parser(self, parser):
        self.parser = parser

    @staticmethod
    def _delimited(delim, kind, allowed):
        if delim in allowed:
            return f"%s{delim}%s"
        raise ValueError(f"invalid metavar delimiter for {kind} options: {delim!r}")

    def set_short_opt_delimiter(self, delim):
        self._short_opt_fmt = self._delimited(delim, "short", ("", " "))

    def set_long_opt_delimiter(self, delim):
        self._long_opt_fmt = self._delimited(delim, "long", ("=", " "))

    def indent(self, by=1):
        self.level += by
        self.current_indent += by * self.indent_increment

    def dedent(self):
        self.indent(-1)
        assert self.current_indent >= 0, "Indent decreased below 0."

    def format_usage(self, usage):
        raise NotImplementedError("subclasses must implement")

    def format_heading(self, heading):
        raise NotImplementedError("subclasses must implement")

    def _format_text(self, text):
        margin = " " * self.current_indent
        return textwrap.fill(text, max(11, self.width - len(margin)), initial_indent=margin, subsequent_indent=margin)

    def format_description(self, description):
        return f"{self._format_text(description)}\n" if description else ""

    def format_epilog(self, epilog):
        return f"\n{self._format_text(epilog)}\n" if epilog else ""

    def expand_default(self, option):
        """The help of an option, with its default in place of the tag."""
        if not (self.parser and self.default_tag):
            return option.help
        value = self.parser.defaults.get(option.dest)
        shown = self.NO_DEFAULT_VALUE if value is None or value is NO_DEFAULT else str(value)
        return option.help.replace(self.default_tag, shown)

    def format_option(self, option):
        names, column = " " * self.current_indent + self.option_strings[option], self.help_position
        lines = textwrap.wrap(self.expand_default(option), self.help_width) if option.help else []
        margin = " " * column
        if len(names) + 2 <= column:
            first, lines = names.ljust(column) + "".join(lines[:1]), lines[1:]
        else:
            first = names
        return "\n".join([first] + [margin + line for line in lines]) + "\n"

    def store_option_strings(self, parser):
        """How the options of a parser are shown, and how wide they are."""
        longest = 0
        self.indent()
        for depth, container in [(0, parser)] + [(1, group) for group in parser.option_groups]:
            margin = self.current_indent + depth * self.indent_increment
            for option in container.option_list:
                self.option_strings[option] = names = self.format_option_strings(option)
                longest = max(longest, len(names) + margin)
        self.dedent()
        self.help_position = min(longest + 2, self.max_help_position)
        self.help_width = max(11, self.width - self.help_position)

    def format_option_strings(self, option):
        """The names of an option, with what stands for its value."""
        short, long = option._short_opts, option._long_opts
        if option.takes_value():
            value = option.metavar or option.dest.upper()
            short = [self._short_opt_fmt % (name, value) for name in short]
            long = [self._long_opt_fmt % (name, value) for name in long]
        return ", ".join([*short, *long] if self.short_first else [*long, *short])


class IndentedHelpFormatter(HelpFormatter):
    """Headings with a colon, and what belongs to them indented."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"Usage: {usage}\n"

    def format_heading(self, heading):
        return f"{' ' * self.current_indent}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
    """Headings that are underlined."""

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"{self.format_heading('Usage')}  {usage}\n"

    def format_heading(self, heading):
        return f"{heading}\n{'=-'[self.level] * len(heading)}\n"


# ---- values

def _parse_num(val, type):
    """A number as in C: 0x, 0b and 0 say its base."""
    start = val[:2].lower()
    if start == "0b":
        return type(val[2:] or "0", 2)
    return type(val, 16 if start == "0x" else 8 if val[:1] == "0" else 10)


def _parse_int(val):
    return _parse_num(val, int)


_CONVERSIONS = {"int": (_parse_int, "integer"), "long": (_parse_int, "integer"), "float": (float, "floating-point"),
                "complex": (complex, "complex")}


def check_builtin(option, opt, value):
    convert, what = _CONVERSIONS[option.type]
    try:
        return convert(value)
    except ValueError:
        raise OptionValueError(f"option {opt}: invalid {what} value: {value!r}")


def check_choice(option, opt, value):
    if value not in option.choices:
        raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {', '.join(map(repr, option.choices))})")
    return value


class Option:
    """An option. Subclasses add actions and types by the tables below."""

    ATTRS = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args", "callback_kwargs", "help", "metavar"]
    STORE_ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count")
    ACTIONS = STORE_ACTIONS + ("callback", "help", "version")
    ALWAYS_TYPED_ACTIONS = ("store", "append")
    TYPED_ACTIONS = ALWAYS_TYPED_ACTIONS + ("callback",)
    CONST_ACTIONS = ("store_const", "append_const")
    TYPES = ("string", *_CONVERSIONS, "choice")
    TYPE_CHECKER = dict.fromkeys(_CONVERSIONS, check_builtin) | {"choice": check_choice}
    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        self._set_opt_strings(self._check_opt_strings(opts))
        self._set_attrs(attrs)
        for check in self.CHECK_METHODS:
            check(self)

    def _check_opt_strings(self, opts):
        given = [name for name in opts if name]
        if not given:
            raise TypeError("at least one option string must be supplied")
        return given

    def _set_opt_strings(self, opts):
        for name in opts:
            if len(name) < 2:
                raise OptionError(f"invalid option string {name!r}: must be at least two characters long", self)
            if len(name) == 2:
                if name[0] != "-" or name[1] == "-":
                    raise OptionError(f"invalid short option string {name!r}: must be of the form -x, (x any non-dash char)", self)
                self._short_opts.append(name)
            elif name[:2] != "--" or name[2] == "-":
                raise OptionError(f"invalid long option string {name!r}: must start with --, followed by non-dash", self)
            else:
                self._long_opts.append(name)

    def _set_attrs(self, attrs):
        for name in self.ATTRS:
            setattr(self, name, attrs.pop(name, NO_DEFAULT if name == "default" else None))
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)

    # -- checks, in their order

    def _check_action(self):
        self.action = "store" if self.action is None else self.action
        if self.action not in self.ACTIONS:
            raise OptionError(f"invalid action: {self.action!r}", self)

    def _check_type(self):
        if self.type is None:
            self.type = self._usual_type()
            return
        name = self.type.__name__ if isinstance(self.type, type) else self.type
        self.type = name = "string" if name == "str" else name
        if name not in self.TYPES:
            raise OptionError(f"invalid option type: {name!r}", self)
        if self.action not in self.TYPED_ACTIONS:
            raise OptionError(f"must not supply a type for action {self.action!r}", self)

    def _usual_type(self):
        if self.action not in self.ALWAYS_TYPED_ACTIONS:
            return None
        return "string" if self.choices is None else "choice"

    def _check_choice(self):
        if self.type != "choice":
            if self.choices is not None:
                raise OptionError(f"must not supply choices for type {self.type!r}", self)
        elif self.choices is None:
            raise OptionError("must supply a list of choices for type 'choice'", self)
        elif not isinstance(self.choices, (list, tuple)):
            raise OptionError(f"choices must be a list of strings ('{type(self.choices).__name__}' supplied)", self)

    def _check_dest(self):
        if self.dest is None and (self.type is not None or self.action in self.STORE_ACTIONS):
            self.dest = self._long_opts[0][2:].replace("-", "_") if self._long_opts else self._short_opts[0][1]

    def _check_const(self):
        if self.const is not None and self.action not in self.CONST_ACTIONS:
            raise OptionError(f"'const' must not be supplied for action {self.action!r}", self)

    def _check_nargs(self):
        typed = self.action in self.TYPED_ACTIONS
        if self.nargs is None:
            self.nargs = 1 if typed else None
        elif not typed:
            raise OptionError(f"'nargs' must not be supplied for action {self.action!r}", self)

    def _check_callback(self):
        given = [name for name in ("callback_args", "callback_kwargs") if getattr(self, name) is not None]
        if self.action != "callback":
            if self.callback is not None:
                raise OptionError(f"callback supplied ({self.callback!r}) for non-callback option", self)
            for name in given:
                raise OptionError(f"{name} supplied for non-callback option", self)
            return
        if not callable(self.callback):
            raise OptionError(f"callback not callable: {self.callback!r}", self)
        for name in given:
            kind, value = (tuple if name == "callback_args" else dict), getattr(self, name)
            if not isinstance(value, kind):
                raise OptionError(f"{name}, if supplied, must be a {kind.__name__}: not {value!r}", self)

    CHECK_METHODS = [_check_action, _check_type, _check_choice, _check_dest, _check_const, _check_nargs, _check_callback]

    # -- use

    def __str__(self):
        return "/".join([*self._short_opts, *self._long_opts])

    __repr__ = _shown

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        """The name that messages use."""
        return (self._long_opts or self._short_opts)[0]

    def check_value(self, opt, value):
        check = self.TYPE_CHECKER.get(self.type)
        return check(self, opt, value) if check else value

    def convert_value(self, opt, value):
        if value is None:
            return None
        return self.check_value(opt, value) if self.nargs == 1 else tuple([self.check_value(opt, each) for each in value])

    def process(self, opt, value, values, parser):
        """The option has been met, with this text for its value."""
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        match action:
            case "store" | "store_const" | "store_true" | "store_false":
                setattr(values, dest, {"store": value, "store_const": self.const}.get(action, action == "store_true"))
            case "append" | "append_const":
                values.ensure_value(dest, []).append(value if action == "append" else self.const)
            case "count":
                setattr(values, dest, 1 + values.ensure_value(dest, 0))
            case "callback":
                self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
            case "help" | "version":
                getattr(parser, "print_" + action)()
                parser.exit()
            case _:
                raise ValueError(f"unknown action {self.action!r}")
        return 1


make_option = Option


class Values:
    """What was parsed, as attributes."""

    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __str__(self):
        return str(vars(self))

    __repr__ = _shown

    def __eq__(self, other):
        mapping = vars(other) if isinstance(other, Values) else other
        return vars(self) == mapping if isinstance(mapping, dict) else NotImplemented

    __hash__ = None

    def _update_careful(self, dict):
        """Takes what attributes are there for, and is not None."""
        self._update_loose({name: dict[name] for name in dir(self) if dict.get(name) is not None})

    def _update_loose(self, dict):
        vars(self).update(dict)

    def _update(self, dict, mode):
        if mode not in ("careful", "loose"):
            raise ValueError(f"invalid update mode: {mode!r}")
        getattr(self, "_update_" + mode)(dict)

    def read_module(self, modname, mode="careful"):
        __import__(modname)
        self._update(vars(sys.modules[modname]), mode)

    def read_file(self, filename, mode="careful"):
        found = {}
        with open(filename) as file:
            exec(file.read(), found)
        self._update(found, mode)

    def ensure_value(self, attr, value):
        """What the attribute is, or this, which it then becomes."""
        found = getattr(self, attr, None)
        if found is not None:
            return found
        setattr(self, attr, value)
        return value


# ---- what has options

class OptionContainer:
    def __init__(self, option_class, conflict_handler, description):
        self._create_option_list()
        self.option_class, self.description = option_class, description
        self.set_conflict_handler(conflict_handler)

    def set_conflict_handler(self, handler):
        """What to do about two options of one name: "error", "resolve"."""
        if handler in ("error", "resolve"):
            self.conflict_handler = handler
        else:
            raise ValueError(f"invalid conflict_resolution value {handler!r}")

    def set_description(self, description):
        self.description = description

    def get_description(self):
        return self.description

    def destroy(self):
        """Lets go of the options."""
        del self._short_opt, self._long_opt, self.defaults

    def _named(self, option):
        return [(name, self._short_opt) for name in option._short_opts] + [(name, self._long_opt) for name in option._long_opts]

    def _check_conflict(self, option):
        taken = [(name, names[name]) for name, names in self._named(option) if name in names]
        if not taken:
            return
        if self.conflict_handler == "error":
            raise OptionConflictError(f"conflicting option string(s): {', '.join([name for name, _ in taken])}", option)
        for name, other in taken:
            (other._long_opts if name.startswith("--") else other._short_opts).remove(name)
            del (self._long_opt if name.startswith("--") else self._short_opt)[name]
            if not (other._short_opts or other._long_opts):
                other.container.option_list.remove(other)

    def add_option(self, *args, **kwargs):
        """add_option(Option), add_option(name, ..., attribute=value, ...)"""
        if args and isinstance(args[0], str):
            option = self.option_class(*args, **kwargs)
        else:
            option = self._given(Option, args, kwargs)
        self._check_conflict(option)
        option.container = self
        self.option_list += [option]
        for name, names in self._named(option):
            names[name] = option
        dest, default = option.dest, option.default
        if dest is not None:
            if default is NO_DEFAULT:
                default = self.defaults.get(dest)
            self.defaults[dest] = default
        return option

    @staticmethod
    def _given(kind, args, kwargs):
        """The one argument, which is of this kind."""
        if len(args) != 1 or kwargs:
            raise TypeError("invalid arguments")
        if not isinstance(args[0], kind):
            raise TypeError(f"not an {kind.__name__} instance: {args[0]!r}")
        return args[0]

    def add_options(self, option_list):
        for each in option_list:
            self.add_option(each)

    def get_option(self, opt_str):
        return self._short_opt.get(opt_str) or self._long_opt.get(opt_str)

    def has_option(self, opt_str):
        return opt_str in self._short_opt or opt_str in self._long_opt

    def remove_option(self, opt_str):
        option = self.get_option(opt_str)
        if option is None:
            raise ValueError(f"no such option {opt_str!r}")
        for name, names in self._named(option):
            del names[name]
        option.container.option_list.remove(option)

    def format_option_help(self, formatter):
        return "".join([formatter.format_option(option) for option in self.option_list if option.help is not SUPPRESS_HELP])

    def format_description(self, formatter):
        return formatter.format_description(self.get_description())

    def format_help(self, formatter):
        parts = [self.format_description(formatter)] if self.description else []
        return "\n".join(parts + [self.format_option_help(formatter)])


class OptionGroup(OptionContainer):
    """Options of a parser that the help shows under a title."""

    def __init__(self, parser, title, description=None):
        self.parser, self.title = parser, title
        super().__init__(parser.option_class, parser.conflict_handler, description)

    def _create_option_list(self):
        self.option_list = []
        parser = self.parser  # one set of names with it
        self._short_opt, self._long_opt, self.defaults = parser._short_opt, parser._long_opt, parser.defaults

    def set_title(self, title):
        self.title = title

    def destroy(self):
        super().destroy()
        del self.option_list

    def format_help(self, formatter):
        heading = formatter.format_heading(self.title)
        formatter.indent()
        text = super().format_help(formatter)
        formatter.dedent()
        return heading + text


def _match_abbrev(s, wordmap):
    """The one of the words that begins so, or is it."""
    if s in wordmap:
        return s
    found = sorted([word for word in wordmap if word.startswith(s)])
    if len(found) == 1:
        return found[0]
    raise AmbiguousOptionError(s, found) if found else BadOptionError(s)


class OptionParser(OptionContainer):
    """Parses command lines."""

    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error", description=None,
                 formatter=None, add_help_option=True, prog=None, epilog=None):
        super().__init__(option_class, conflict_handler, description)
        self.prog, self.version, self.epilog = prog, version, epilog
        self.set_usage(usage)
        self.allow_interspersed_args = self.process_default_values = True
        self.formatter = IndentedHelpFormatter() if formatter is None else formatter
        self.formatter.set_parser(self)
        self._populate_option_list(option_list, add_help_option)
        self.rargs = self.largs = self.values = None

    def destroy(self):
        super().destroy()
        for group in self.option_groups:
            group.destroy()
        del self.option_list, self.option_groups, self.formatter

    # -- making

    def _create_option_list(self):
        self.option_list, self.option_groups = [], []
        self._short_opt, self._long_opt, self.defaults = {}, {}, {}

    def _populate_option_list(self, option_list, add_help=True):
        self.add_options([*self.standard_option_list, *(option_list or ())])
        if self.version:
            self.add_option("--version", action="version", help="show program's version number and exit")
        if add_help:
            self.add_option("-h", "--help", action="help", help="show this help message and exit")

    def set_usage(self, usage):
        if usage is None:
            usage = "%prog [options]"
        elif usage.lower().startswith("usage: "):
            usage = usage[len("usage: "):]
        self.usage = None if usage is SUPPRESS_USAGE else usage

    def enable_interspersed_args(self):
        """Options may stand behind arguments."""
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        """The first argument ends the options."""
        self.allow_interspersed_args = False

    def set_process_default_values(self, process):
        self.process_default_values = process

    def set_default(self, dest, value):
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        self.defaults |= kwargs

    def _get_all_options(self):
        return sum([group.option_list for group in self.option_groups], [*self.option_list])

    def get_default_values(self):
        """Values with the defaults; text is converted, as if it had been given."""
        values = dict(self.defaults)
        for option in self._get_all_options() if self.process_default_values else ():
            given = values.get(option.dest)
            if isinstance(given, str):
                values[option.dest] = option.check_value(option.get_opt_string(), given)
        return Values(values)

    def add_option_group(self, *args, **kwargs):
        """add_option_group(OptionGroup), add_option_group(title, ...)"""
        if args and isinstance(args[0], str):
            made = OptionGroup(self, *args, **kwargs)
        else:
            made = self._given(OptionGroup, args, kwargs)
            if made.parser is not self:
                raise ValueError("invalid OptionGroup (wrong parser)")
        self.option_groups += [made]
        return made

    def get_option_group(self, opt_str):
        option = self.get_option(opt_str)
        return option.container if option and option.container is not self else None

    # -- parsing

    def _get_args(self, args):
        return [*(sys.argv[1:] if args is None else args)]

    def parse_args(self, args=None, values=None):
        """(values, arguments that are left)"""
        self.rargs, self.largs = self._get_args(args), []
        self.values = values = self.get_default_values() if values is None else values
        try:
            self._process_args(self.largs, self.rargs, values)
        except (OptionValueError, BadOptionError) as problem:
            self.error(str(problem))
        return self.check_values(values, self.largs + self.rargs)

    def check_values(self, values, args):
        """What parse_args() answers; to be overridden for checks of one's own."""
        return values, args

    def _process_args(self, largs, rargs, values):
        while rargs:
            word = rargs[0]
            if word == "--":
                del rargs[0]
                return
            if word[:1] == "-" and word != "-":
                process = self._process_long_opt if word[1] == "-" else self._process_short_opts
                process(rargs, values)
            elif not self.allow_interspersed_args:
                return
            else:
                largs.append(rargs.pop(0))

    def _match_long_opt(self, opt):
        """The full name of an option that may be shortened."""
        return _match_abbrev(opt, self._long_opt)

    def _value_for(self, option, name, rargs):
        count = option.nargs
        if len(rargs) < count:
            self.error(f"{name} option requires {count} argument{'' if count == 1 else 's'}")
        if count == 1:
            return rargs.pop(0)
        value = tuple(rargs[:count])
        del rargs[:count]
        return value

    def _process_long_opt(self, rargs, values):
        name, equals, given = rargs.pop(0).partition("=")
        name = self._match_long_opt(name)
        option, value = self._long_opt[name], None
        if equals:
            rargs.insert(0, given)
        if option.takes_value():
            value = self._value_for(option, name, rargs)
        elif equals:
            self.error(f"{name} option does not take a value")
        option.process(name, value, values, self)

    def _process_short_opts(self, rargs, values):
        letters = rargs.pop(0)[1:]
        while letters:
            name, letters = "-" + letters[0], letters[1:]
            option, value = self._short_opt.get(name), None
            if not option:
                raise BadOptionError(name)
            if option.takes_value():
                if letters:  # the rest of the word is the value, or its first part
                    rargs.insert(0, letters)
                    letters = ""
                value = self._value_for(option, name, rargs)
            option.process(name, value, values, self)

    # -- what is shown

    def get_prog_name(self):
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        return s.replace("%prog", self.get_prog_name())

    def get_description(self):
        return self.expand_prog_name(self.description)

    def exit(self, status=0, msg=None):
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)

    def error(self, msg):
        """Says usage and message on the error stream and ends the program with status 2; may be overridden to raise."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def get_usage(self):
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def print_usage(self, file=None):
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        if self.version:
            print(self.get_version(), file=file)

    def format_option_help(self, formatter=None):
        layout = self.formatter if formatter is None else formatter
        layout.store_option_strings(self)
        heading = layout.format_heading("Options")
        if not (self.option_list or self.option_groups):
            return ""
        layout.indent()
        parts = [super(OptionParser, self).format_option_help(layout)] if self.option_list else []
        parts += [group.format_help(layout) for group in self.option_groups]
        layout.dedent()
        return heading + "\n".join(parts)

    def format_epilog(self, formatter):
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        layout = self.formatter if formatter is None else formatter
        parts = [self.get_usage(), "\n"] if self.usage else []
        if self.description:
            parts += [self.format_description(layout), "\n"]
        return "".join(parts + [self.format_option_help(layout), self.format_epilog(layout)])

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())
