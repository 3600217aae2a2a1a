"""Command lines, described by arguments (library reference, "argparse").

An Action holds one argument: its names, the words it wants (`nargs`), what becomes of them. A parser owns actions; its groups only show
them together, and exclude each other. To parse is a _Pass over the words:

    sort      every word is an option, an argument or the "--"           _parse_optional
    share out an option has the words behind it, positionals the others  _word_count, _shares
    store     words -> values -> action(parser, namespace, values)       _get_values
    finish    what is missing, the defaults that are text

Help and usage are laid out by the formatters of _argparse_help.
"""
import os as _os
import sys as _sys
from _argparse_help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
                            RawTextHelpFormatter)
from _argparse_help import OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, _UNRECOGNIZED_ARGS_ATTR

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter", "Namespace",
           "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]

_ANY_NUMBER = float("inf")
# nargs -> (least, most) words, what is said when they are not there; the two that also take options have the rest of the line
_WORDS_OF = {
    None: (1, 1, "expected one argument"),
    OPTIONAL: (0, 1, "expected at most one argument"),
    ZERO_OR_MORE: (0, _ANY_NUMBER, None),
    ONE_OR_MORE: (1, _ANY_NUMBER, "expected at least one argument"),
    PARSER: (1, _ANY_NUMBER, None),
    REMAINDER: (0, _ANY_NUMBER, None),
    SUPPRESS: (0, 0, None),
}
_REST_OF_LINE = PARSER, REMAINDER


class _AttributeHolder:
    """Shows itself as a call that would make it."""

    def __repr__(self):
        shown, rest = [*map(repr, self._get_args())], {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                shown.append("%s=%r" % (name, value))
            else:
                rest[name] = value
        return f"{type(self).__name__}({', '.join(shown + ['**%r' % rest] if rest else shown)})"

    def _get_args(self):
        return []

    def _get_kwargs(self):
        return [*vars(self).items()]


def _get_action_name(argument):
    """What messages call an argument."""
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    for name in (argument.metavar, argument.dest):
        if name is not None and name != SUPPRESS:
            return name
    return "{%s}" % ",".join(argument.choices) if argument.choices else None


class ArgumentError(Exception):
    """What is wrong with an argument, which its text names."""

    def __init__(self, argument, message):
        self.argument_name, self.message = _get_action_name(argument), message

    def __str__(self):
        text = str(self.message)
        return text if self.argument_name is None else f"argument {self.argument_name}: {text}"


class ArgumentTypeError(Exception):
    """Raised by a `type` function, with the words to be shown."""


# ---- actions ----

class Action(_AttributeHolder):
    """An argument of a parser; called with the values that were found for it."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        self.option_strings, self.dest, self.nargs = option_strings, dest, nargs
        self.const, self.default = const, default
        self.type, self.choices, self.required = type, choices, required
        self.help, self.metavar = help, metavar

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in
                ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar")]

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


def _check_values_wanted(nargs, const, problem):
    if nargs == 0:
        raise ValueError(problem)
    if nargs != OPTIONAL and const is not None:
        raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")


def _own_list(namespace, dest):
    """The list under a name, copied: it may be a default that others see."""
    items = getattr(namespace, dest, None)
    if type(items) is list:
        return [*items]
    if items is None:
        return []
    from copy import copy
    return copy(items)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        _check_values_wanted(nargs, const, "nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                                           "true or store const may be more appropriate")
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        _check_values_wanted(nargs, const, "nargs for append actions must be != 0; if arg strings are not supplying the value to append, "
                                           "the append const action may be more appropriate")
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        found = _own_list(namespace, self.dest)
        found.append(values)
        setattr(namespace, self.dest, found)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        found = _own_list(namespace, self.dest)
        found.extend(values)
        setattr(namespace, self.dest, found)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, None, None, required, help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, None, None, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        _AppendAction.__call__(self, parser, namespace, self.const, option_string)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, None, default, None, None, required, help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, 1 + (getattr(namespace, self.dest, None) or 0))


_not_given = object()


class BooleanOptionalAction(Action):
    """--name and --no-name."""

    def __init__(self, option_strings, dest, default=None, type=_not_given, choices=_not_given, required=False, help=None, metavar=_not_given):
        given = {"type": type, "choices": choices, "metavar": metavar}
        for name, value in given.items():
            if value is _not_given:
                given[name] = None
            else:
                import warnings
                warnings._deprecated(name, f"{name!r} is deprecated as of Python 3.12 and will be removed in Python {{remove}}.", remove=(3, 14))
        names = []
        for name in option_strings:
            names += [name, "--no-" + name[2:]] if name[:2] == "--" else [name]
        super().__init__(names, dest, 0, None, default, given["type"], given["choices"], required, help, given["metavar"])

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, option_string[:5] != "--no-")

    def format_usage(self):
        return " | ".join(self.option_strings)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, None, default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        layout = parser._get_formatter()
        layout.add_text(parser.version if self.version is None else self.version)
        parser._print_message(layout.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    class _ChoicesPseudoAction(Action):
        """A command's line in the help."""

        def __init__(self, name, aliases, help):
            super().__init__([], name, help=help, metavar=f"{name} ({', '.join(aliases)})" if aliases else name)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class = prog, parser_class
        self._choices_actions, self._name_parser_map = [], {}
        super().__init__(option_strings, dest, PARSER, None, None, None, self._name_parser_map, required, help, metavar)

    def add_parser(self, name, **kwargs):
        prog, aliases = kwargs.get("prog"), kwargs.pop("aliases", ())
        if prog is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        for kind, taken in [("subparser", name)] + [("subparser alias", alias) for alias in aliases]:
            if taken in self._name_parser_map:
                raise ArgumentError(self, f"conflicting {kind}: {taken}")
        if "help" in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop("help")))
        command = self._parser_class(**kwargs)
        self._name_parser_map.update(dict.fromkeys((name, *aliases), command))
        return command

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *words = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        command = self._name_parser_map.get(name)
        if command is None:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})")
        # A namespace of its own, so that the command's defaults hold against those of the parser above.
        own, unknown = command.parse_known_args(words, None)
        for key in vars(own):
            setattr(namespace, key, getattr(own, key))
        if unknown:
            vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, []).extend(unknown)


_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction, "count": _CountAction,
            "help": _HelpAction, "version": _VersionAction, "parsers": _SubParsersAction, "extend": _ExtendAction}


# ---- values ----

class FileType:
    """A `type` that opens the named file; "-" is standard input or output."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def _standard_stream(self):
        mode = self._mode
        if "r" in mode:
            stream = _sys.stdin
        elif set("wax").intersection(mode):
            stream = _sys.stdout
        else:
            raise ValueError(f'argument "-" with mode {mode!r}')
        return stream.buffer if "b" in mode else stream

    def __call__(self, string):
        if string == "-":
            return self._standard_stream()
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as problem:
            raise ArgumentTypeError(f"can't open '{string}': {problem}")

    def __repr__(self):
        shown = [repr(value) for value in (self._mode, self._bufsize) if value != -1]
        for name, value in {"encoding": self._encoding, "errors": self._errors}.items():
            if value is not None:
                shown.append(f"{name}={value!r}")
        return type(self).__name__ + "(" + ", ".join(shown) + ")"


class Namespace(_AttributeHolder):
    """What was parsed, as attributes."""

    def __init__(self, **kwargs):
        for item in kwargs.items():
            setattr(self, *item)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    __hash__ = None

    def __contains__(self, key):
        return key in vars(self)


# ---- what arguments are added to ----

class _NegativeNumbers:
    """Which words are negative numbers: -1, -1.5, -.5 (asked through match(), so that a program may put a pattern in its place)."""

    @staticmethod
    def match(word):
        if not word.startswith("-") or word.startswith("--"):
            return False
        whole, point, fraction = word[1:].removesuffix("\n").partition(".")
        return fraction.isdecimal() and (not whole or whole.isdecimal()) if point else whole.isdecimal()


class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._registries = {"action": _ACTIONS.copy()}
        self._get_handler()  # refuses a name that it does not know
        self._actions, self._option_string_actions = [], {}
        self._action_groups, self._mutually_exclusive_groups = [], []
        self._defaults = {}
        self._negative_number_matcher = _NegativeNumbers
        self._has_negative_number_optionals = []  # not empty when an option looks like one: then such words are options

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    # -- defaults --

    def set_defaults(self, **kwargs):
        self._defaults |= kwargs
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        own = (action.default for action in self._actions if action.dest == dest and action.default is not None)
        return next(own, self._defaults.get(dest))

    # -- adding --

    def add_argument(self, *args, **kwargs):
        """add_argument(dest, name=value, ...) or add_argument(option_string, ..., name=value, ...)"""
        if len(args) > 1 or args and args[0][0] in self.prefix_chars:
            fields = self._get_optional_kwargs(*args, **kwargs)
        elif args and "dest" in kwargs:
            raise ValueError("dest supplied twice for positional argument")
        else:
            fields = self._get_positional_kwargs(*args, **kwargs)
        if "default" not in fields:
            default = self._defaults.get(fields["dest"], self.argument_default)
            if default is not None or fields["dest"] in self._defaults:
                fields["default"] = default
        make = self._pop_action_class(fields)
        if not callable(make):
            raise ValueError(f'unknown action "{make}"')
        action = make(**fields)
        self._check_added(action)
        return self._add_action(action)

    def _check_added(self, action):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ValueError(f"{convert!r} is not callable")
        if convert is FileType:
            raise ValueError(f"{convert!r} is a FileType class object, instance of it must be passed")
        if not isinstance(action.metavar, tuple) and (action.nargs is None or isinstance(action.nargs, int)):
            return
        make_formatter = getattr(self, "_get_formatter", None)
        if make_formatter is not None:  # groups have none
            try:
                make_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        may_be_empty = nargs in (OPTIONAL, REMAINDER, SUPPRESS, 0) or nargs == ZERO_OR_MORE and "default" in kwargs
        if not may_be_empty:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for name in args:
            if not name[0] in chars:
                raise ValueError(f"invalid option string {name!r}: must start with a character {chars!r}")
        dest = kwargs.pop("dest", None)
        if dest is None:
            long_names = [name for name in args if len(name) > 1 and name[1] in chars]
            main = (long_names or args)[0]
            dest = main.lstrip(chars).replace("-", "_")
            if not dest:
                raise ValueError(f"dest= is required for options like {main!r}")
        kwargs["dest"], kwargs["option_strings"] = dest, [*args]
        return kwargs

    def _pop_action_class(self, kwargs, default=None):
        name = kwargs.pop("action", default)
        return self._registry_get("action", name, name)

    def _add_action(self, action):
        self._check_conflict(action)
        action.container = self
        self._actions.append(action)
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if self._negative_number_matcher.match(name) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, **kwargs):
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
        return self._mutually_exclusive_groups[-1]

    def _add_container_actions(self, container):
        """All arguments of a parent parser, into groups of the same titles."""
        titled = {}
        for group in self._action_groups:
            if titled.setdefault(group.title, group) is not group:
                raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
        target = {}  # action -> the group of ours that it goes to
        for theirs in container._action_groups:
            ours = titled.get(theirs.title)
            if ours is None:
                ours = titled[theirs.title] = self.add_argument_group(theirs.title, theirs.description,
                                                                      conflict_handler=theirs.conflict_handler)
            target.update(dict.fromkeys(theirs._group_actions, ours))
        for theirs in container._mutually_exclusive_groups:
            target.update(dict.fromkeys(theirs._group_actions, self.add_mutually_exclusive_group(required=theirs.required)))
        for action in container._actions:
            target.get(action, self)._add_action(action)

    # -- names given twice --

    def _get_handler(self):
        try:
            return getattr(self, "_handle_conflict_" + self.conflict_handler)
        except AttributeError:
            raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}") from None

    def _check_conflict(self, action):
        known = self._option_string_actions
        if not known.keys().isdisjoint(action.option_strings):
            self._get_handler()(action, [(name, known[name]) for name in action.option_strings if name in known])

    def _handle_conflict_error(self, action, conflicting_actions):
        plural = "" if len(conflicting_actions) == 1 else "s"
        raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(name for name, _ in conflicting_actions)}")

    def _handle_conflict_resolve(self, action, conflicting_actions):
        for name, older in conflicting_actions:
            older.option_strings.remove(name)
            self._option_string_actions.pop(name, None)
            if not older.option_strings:
                older.container._remove_action(older)


class _ArgumentGroup(_ActionsContainer):
    """Arguments shown under a title; the container has them too."""

    def __init__(self, container, title=None, description=None, **kwargs):
        inherited = {name: getattr(container, name) for name in ("conflict_handler", "prefix_chars", "argument_default")}
        super().__init__(description=description, **inherited | kwargs)
        self.title, self._group_actions = title, []
        for shared in ("_registries", "_actions", "_option_string_actions", "_defaults", "_has_negative_number_optionals",
                       "_mutually_exclusive_groups", "_negative_number_matcher"):
            setattr(self, shared, getattr(container, shared))

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        from warnings import warn
        warn("Nesting argument groups is deprecated.", category=DeprecationWarning, stacklevel=2)
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self._container, self.required = container, required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        added = self._container._add_action(action)
        self._group_actions.append(added)
        return added

    def _remove_action(self, action):
        for owner in (self._container._remove_action, self._group_actions.remove):
            owner(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        from warnings import warn
        warn("Nesting mutually exclusive groups is deprecated.", category=DeprecationWarning, stacklevel=2)
        return super().add_mutually_exclusive_group(*args, **kwargs)


# ---- the parser ----

def _as_typed(string):
    return string


class _Lent:
    """While it lasts, objects have other values of an attribute."""

    def __init__(self, objects, name, value):
        self.name, self.value, self.kept = name, value, [(item, getattr(item, name)) for item in objects]

    def __enter__(self):
        for item, _ in self.kept:
            setattr(item, self.name, self.value)

    def __exit__(self, *_):
        for item, value in self.kept:
            setattr(item, self.name, value)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Parses command lines into objects.

    prog, usage, description, epilog    what the help says: the program's name, a usage of one's own, the text before and behind
    parents                             parsers whose arguments are taken over
    formatter_class                     lays out the help
    prefix_chars                        what options begin with
    fromfile_prefix_chars               what the name of a file with more arguments begins with
    argument_default                    the default of arguments that have none
    conflict_handler                    "error" or "resolve": what to do with an option given twice
    add_help                            add -h and --help
    allow_abbrev                        long options may be abbreviated
    exit_on_error                       a wrong command line ends the program, instead of raising ArgumentError
    """

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.allow_abbrev = fromfile_prefix_chars, allow_abbrev
        self.add_help, self.exit_on_error = add_help, exit_on_error
        self._positionals, self._optionals = map(self.add_argument_group, ("positional arguments", "options"))
        self._subparsers = None
        self.register("type", None, _as_typed)
        if add_help:
            char = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(char + "h", 2 * char + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults |= parent._defaults

    def _get_kwargs(self):
        return [(name, getattr(self, name))
                for name in ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        if kwargs.keys() & {"title", "description"}:
            group = self.add_argument_group(kwargs.pop("title", "subcommands"), kwargs.pop("description", None))
        else:
            group = self._positionals
        self._subparsers = group
        if kwargs.get("prog") is None:
            layout = self._get_formatter()
            layout.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = layout.format_help().strip()
        make = self._pop_action_class(kwargs, "parsers")
        return group._add_action(make(**{"option_strings": [], "parser_class": type(self)} | kwargs))

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def _get_optional_actions(self):
        return [*filter(lambda action: action.option_strings, self._actions)]

    def _get_positional_actions(self):
        return [*filter(lambda action: not action.option_strings, self._actions)]

    # -- parsing --

    def _nothing_left(self, found, rest):
        if rest:
            problem = "unrecognized arguments: " + " ".join(rest)
            if not self.exit_on_error:
                raise ArgumentError(None, problem)
            self.error(problem)
        return found

    def parse_args(self, args=None, namespace=None):
        return self._nothing_left(*self.parse_known_args(args, namespace))

    def parse_known_args(self, args=None, namespace=None):
        words = [*(_sys.argv[1:] if args is None else args)]
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if SUPPRESS is not action.default and SUPPRESS is not action.dest and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            namespace, unknown = self._parse_known_args(words, namespace)
        except ArgumentError as problem:
            if not self.exit_on_error:
                raise
            self.error(str(problem))
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):  # left by commands
            unknown += getattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, unknown

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        return namespace, _Pass(self, arg_strings, namespace).run()

    def parse_intermixed_args(self, args=None, namespace=None):
        return self._nothing_left(*self.parse_known_intermixed_args(args, namespace))

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Twice over the words: the options, with positionals that take nothing, then the positionals with what is left."""
        positionals, groups = self._get_positional_actions(), self._mutually_exclusive_groups
        for action in positionals:
            if action.nargs in _REST_OF_LINE:
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        if any(action in positionals for group in groups for action in group._group_actions):
            raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        usage = self.format_usage()[len("usage: "):] if self.usage is None else self.usage
        with _Lent([self], "usage", usage):
            with _Lent(positionals, "nargs", SUPPRESS), _Lent(positionals, "default", SUPPRESS):
                namespace, rest = self.parse_known_args(args, namespace)
                for action in positionals:
                    if getattr(namespace, action.dest, None) == []:
                        from warnings import warn
                        warn("Do not expect %s in %s" % (action.dest, namespace))
                        delattr(namespace, action.dest)
            with _Lent(self._get_optional_actions(), "required", False), _Lent(groups, "required", False):
                return self.parse_known_args(rest, namespace)

    def _read_args_from_files(self, arg_strings):
        words = []
        for word in arg_strings:
            if not word or word[0] not in self.fromfile_prefix_chars:
                words.append(word)
                continue
            try:
                with open(word[1:], encoding="utf-8", errors="surrogateescape") as file:
                    within = [more for line in file.read().splitlines() for more in self.convert_arg_line_to_args(line)]
                words += self._read_args_from_files(within)
            except OSError as problem:
                raise ArgumentError(None, str(problem))
        return words

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    # -- what a word is --

    def _parse_optional(self, arg_string):
        """(action or None, option string, explicit argument or None); None when the word is an argument."""
        known = self._option_string_actions
        if arg_string[:1] == "" or arg_string[0] not in self.prefix_chars:
            return None
        if arg_string in known:
            return known[arg_string], arg_string, None
        if len(arg_string) < 2:
            return None
        name, equals, value = arg_string.partition("=")
        if equals and name in known:
            return known[name], name, value
        candidates = self._get_option_tuples(arg_string)
        if len(candidates) > 1:
            raise ArgumentError(None, f"ambiguous option: {arg_string} could match {', '.join(each[1] for each in candidates)}")
        if candidates:
            return candidates[0]
        number = not self._has_negative_number_optionals and self._negative_number_matcher.match(arg_string)
        return None if number or " " in arg_string else (None, arg_string, None)

    def _get_option_tuples(self, option_string):
        """The options that an abbreviated one may stand for, as _parse_optional answers."""
        chars, known = self.prefix_chars, self._option_string_actions
        if option_string[0] not in chars:
            raise ArgumentError(None, f"unexpected option string: {option_string}")
        if option_string[1] in chars:
            if not self.allow_abbrev:
                return []
            start, equals, value = option_string.partition("=")
            return [(known[name], name, value if equals else None) for name in known if name.startswith(start)]
        letter, value = option_string[:2], option_string[2:]  # -ovalue, or -long shortened
        return [(known[name], name, value if name == letter else None)
                for name in known if name == letter or name.startswith(option_string)]

    # -- how many words an argument has --

    def _ends(self, action, kinds, start):
        """Where the words of an argument may end, when they start there, the farthest first; kinds: A argument, O option, - the "--"."""
        nargs = action.nargs
        least, most = _WORDS_OF[nargs][:2] if nargs is None or isinstance(nargs, str) else (nargs, nargs)
        whole_line, through_dashes = nargs in _REST_OF_LINE, not action.option_strings
        ends, count = [start] if least <= 0 else [], 0
        for place in range(start, len(kinds)):
            kind = kinds[place]
            if kind == "-":
                if not through_dashes:
                    break
            elif kind == "A" or whole_line and count >= least:
                count += 1
            else:
                break
            if count > most:
                break
            if count >= least:
                ends.append(place + 1)
        ends.reverse()
        return ends

    def _word_count(self, action, kinds):
        """How many of the words an option has."""
        ends = self._ends(action, kinds, 0)
        if ends:
            return ends[0]
        nargs = action.nargs
        problem = _WORDS_OF[nargs][2] if nargs in _WORDS_OF else None
        raise ArgumentError(action, problem or f"expected {nargs} argument{'s' if nargs != 1 else ''}")

    def _shares(self, actions, kinds):
        """The words that each of the first positionals has: as many positionals as find theirs, and the first ones as many as they may."""
        for wanted in range(len(actions), 0, -1):
            tried = [iter(self._ends(actions[0], kinds, 0))]
            places = [0]
            failed = set()  # (which argument, where) that led nowhere
            while tried:
                end = next(tried[-1], None)
                if end is None:
                    tried.pop()
                    failed.add((len(tried), places.pop()))
                elif len(tried) == wanted:
                    return [stop - start for start, stop in zip(places, places[1:] + [end])]
                elif (len(tried), end) not in failed:
                    places.append(end)
                    tried.append(iter(self._ends(actions[len(places) - 1], kinds, end)))
        return []

    # -- values --

    def _get_values(self, action, arg_strings):
        nargs, words = action.nargs, arg_strings
        if nargs not in _REST_OF_LINE and "--" in words:
            words.remove("--")
        if nargs == SUPPRESS:
            return SUPPRESS
        if not words:
            if nargs == OPTIONAL:
                value = action.const if action.option_strings else action.default
                return self._converted(action, value) if isinstance(value, str) else value
            if nargs == ZERO_OR_MORE and not action.option_strings:
                return [] if action.default is None else action.default
        if nargs in (None, OPTIONAL) and len(words) == 1:
            return self._converted(action, words[0])
        values = [self._get_value(action, word) for word in words]
        checked = () if nargs == REMAINDER else values[:1] if nargs == PARSER else values
        for value in checked:
            self._check_value(action, value)
        return values

    def _converted(self, action, word):
        value = self._get_value(action, word)
        self._check_value(action, value)
        return value

    def _get_value(self, action, arg_string):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f"{convert!r} is not callable")
        try:
            return convert(arg_string)
        except ArgumentTypeError as problem:
            raise ArgumentError(action, str(problem))
        except (TypeError, ValueError):
            kind = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {kind} value: {arg_string!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is not None and value not in choices:
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join([repr(choice) for choice in choices])})")

    # -- help --

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def _begin_help(self):
        layout = self._get_formatter()
        layout.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return layout

    def format_usage(self):
        return self._begin_help().format_help()

    def format_help(self):
        layout = self._begin_help()
        layout.add_text(self.description)
        for section in self._action_groups:
            layout.start_section(section.title)
            layout.add_text(section.description)
            layout.add_arguments(section._group_actions)
            layout.end_section()
        layout.add_text(self.epilog)
        return layout.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file if file is not None else _sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file if file is not None else _sys.stdout)

    def _print_message(self, message, file=None):
        if not message:
            return
        try:
            (file or _sys.stderr).write(message)
        except (AttributeError, OSError):
            pass  # nobody can be told

    def exit(self, status=0, message=None):
        """Says the message on the error stream and ends the program."""
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Says usage and message on the error stream and ends the program with status 2; may be overridden to raise."""
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


class _Pass:
    """One parse of a command line."""

    def __init__(self, parser, words, namespace):
        self.parser, self.words, self.namespace = parser, words, namespace
        self.waiting = parser._get_positional_actions()  # positionals that have not had their words
        self.unknown = []
        self.seen, self.given = set(), set()  # actions that ran; those that ran with more than their default
        self.options = {}  # place of a word -> what _parse_optional says of it
        behind = words.index("--") if "--" in words else len(words)
        for place, word in enumerate(words[:behind]):
            option = parser._parse_optional(word)
            if option is not None:
                self.options[place] = option
        kinds = "".join(["O" if place in self.options else "A" for place in range(behind)])
        self.kinds = kinds + "-" * (behind < len(words)) + "A" * (len(words) - behind - 1)

    def run(self):
        """Parses; the words that nothing took."""
        at = 0
        for place in self.options:
            while at < place:
                stop = self.positionals_at(at)
                if stop == at:
                    self.unknown += self.words[at:place]
                    stop = place
                at = stop
            if at == place:
                at = self.option_at(place)
        self.unknown += self.words[self.positionals_at(at):]
        self.finish()
        return self.unknown

    def positionals_at(self, at):
        shares = self.parser._shares(self.waiting, self.kinds[at:])
        ready, self.waiting = self.waiting[:len(shares)], self.waiting[len(shares):]
        for action, share in zip(ready, shares):
            self.use(action, self.words[at:at + share])
            at += share
        return at

    def option_at(self, place):
        """Takes an option with its words; where the next word is. A word may hold several options of one letter."""
        parser = self.parser
        action, name, value = self.options[place]
        if action is None:
            self.unknown.append(self.words[place])
            return place + 1
        uses, stop = [], place + 1
        while value is not None:
            wanted = parser._word_count(action, "A")
            if wanted == 1:
                uses.append((action, [value], name))
                break
            letter = name[0] + value[:1]
            following = parser._option_string_actions.get(letter) if value and name[1] not in parser.prefix_chars else None
            if wanted or following is None:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            uses.append((action, [], name))
            action, name, value = following, letter, value[1:] or None
        else:
            stop += parser._word_count(action, self.kinds[stop:])
            uses.append((action, self.words[place + 1:stop], name))
        for use in uses:
            self.use(*use)
        return stop

    def use(self, action, words, name=None):
        self.seen.add(action)
        values = self.parser._get_values(action, words)
        if values is not action.default:  # the default standing in for nothing excludes nobody
            self.given.add(action)
            for group in self.parser._mutually_exclusive_groups:
                members = group._group_actions
                other = next((each for each in members if each is not action and each in self.given), None)
                if other is not None and action in members:
                    raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, name)

    def finish(self):
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            default = action.default
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(default, str) and getattr(namespace, action.dest, None) is default:
                setattr(namespace, action.dest, parser._get_value(action, default))  # as if it had been typed
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            if group.required and self.given.isdisjoint(group._group_actions):
                names = " ".join([_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS])
                raise ArgumentError(None, f"one of the arguments {names} is required")
