"""The layout of argparse's help: usage lines wrapped by parts, sections of indented entries with their help in a second column.

What is added is kept as calls, in blocks, and rendered at the end, when the widest entry is known. The names of the methods are those that
programs override."""
SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."
_UNRECOGNIZED_ARGS_ATTR = "_unrecognized_args"

# nargs -> its words in a usage, from the words that stand for one value
_SHOWN = {
    None: lambda names: "%s" % names(1),
    OPTIONAL: lambda names: "[%s]" % names(1),
    ZERO_OR_MORE: lambda names: ("[%s [%s ...]]" if len(names(1)) == 2 else "[%s ...]") % names(1),
    ONE_OR_MORE: lambda names: "%s [%s ...]" % names(2),
    REMAINDER: lambda names: "...",
    PARSER: lambda names: "%s ..." % names(1),
    SUPPRESS: lambda names: "",
}


def _flow(words, room, first):
    """Words in lines of `room` columns, the first of which has `first`."""
    line, left = [], first
    for word in words:
        if line and len(word) > left:
            yield " ".join(line)
            line, left = [], room
        line.append(word)
        left -= len(word) + 1
    if line:
        yield " ".join(line)


def _in_brackets(text):
    return text[:1] == "[" and text[-1:] == "]"


class _Block:
    """What a section shows: calls in their order, inner sections among them."""

    def __init__(self, outer, heading):
        self.outer, self.heading, self.calls = outer, heading, []


class HelpFormatter:
    """Lays out usage and help; only the name of the class is public."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            from shutil import get_terminal_size
            width = get_terminal_size().columns - 2
        self._prog, self._width = prog, width
        self._indent_increment, self._current_indent = indent_increment, 0
        self._max_help_position = min(max_help_position, max(2 * indent_increment, width - 20))
        self._spaces = None
        self._action_max_length = 0  # of the entries, their indents included
        self._root_section = self._current_section = _Block(None, None)

    @property
    def _whitespace_matcher(self):
        if self._spaces is None:
            from re import compile, ASCII
            self._spaces = compile(r"\s+", ASCII)
        return self._spaces

    @property
    def _long_break_matcher(self):
        from re import compile
        return compile(r"\n\n\n+")

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment
        assert self._current_indent >= 0, "Indent decreased below 0."

    def _add_item(self, func, args):
        self._current_section.calls.append((func, args))

    # ---- what the parser calls ----

    def start_section(self, heading):
        self._indent()
        inner = _Block(self._current_section, heading)
        self._add_item(self._format_section, [inner])
        self._current_section = inner

    def end_section(self):
        self._dedent()
        self._current_section = self._current_section.outer

    def add_text(self, text):
        if text is not None and text is not SUPPRESS:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is SUPPRESS:
            return
        self._add_item(self._format_usage, [usage, actions, groups, prefix])

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        # inner entries stand further right; CPython does not count that here
        lengths = [len(self._format_action_invocation(entry)) for entry in [action, *self._iter_indented_subactions(action)]]
        self._action_max_length = max(self._action_max_length, max(lengths) + self._current_indent)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for each in actions:
            self.add_argument(each)

    def format_help(self):
        text = self._render(self._root_section)
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text and text.strip("\n") + "\n"

    def _render(self, block):
        return self._join_parts([function(*given) for function, given in block.calls])

    def _join_parts(self, part_strings):
        return "".join(filter(lambda part: part and part is not SUPPRESS, part_strings))

    def _format_section(self, block):
        self._indent()
        text = self._render(block)
        self._dedent()
        if not text:
            return ""
        named = block.heading is not None and block.heading is not SUPPRESS
        return "\n" + (f"{' ' * self._current_indent}{block.heading}:\n" if named else "") + text + "\n"

    # ---- usage ----

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        prog = f"{self._prog}"
        if usage is not None:
            usage %= {"prog": self._prog}
        elif not actions:
            usage = prog
        else:
            flags = [action for action in actions if action.option_strings]
            others = [action for action in actions if not action.option_strings]
            words = self._format_actions_usage(flags + others, groups)
            usage = f"{prog} {words}" if prog and words else prog or words
            room = self._width - self._current_indent
            if len(prefix) + len(usage) > room:
                from re import findall
                halves = [findall(r"\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+", self._format_actions_usage(half, groups))
                          for half in (flags, others)]
                usage = "\n".join(self._wrapped_usage(prefix, prog, *halves, room))
        return prefix + usage + "\n\n"

    def _wrapped_usage(self, prefix, prog, flags, others, room):
        """The lines: options and positionals each begin one, behind the program's name, or under it when that is long."""
        if len(prefix) + len(prog) > 0.75 * room:
            margin = " " * len(prefix)
            room -= len(margin)
            lines = [*_flow(flags + others, room, room)]
            if len(lines) > 1:
                lines = [*_flow(flags, room, room), *_flow(others, room, room)]
            return [prog] + [margin + line for line in lines]
        margin = " " * (len(prefix) + len(prog) + 1)
        first, room = room - len(prefix), room - len(margin)
        head, *more = _flow([prog, *(flags or others)], room, first)
        if flags:
            more += _flow(others, room, room)
        return [head] + [margin + line for line in more]

    def _format_actions_usage(self, actions, groups):
        """The actions in order; those of an exclusive group, if they stand together, within brackets and joined by |."""
        found = []  # (first, end, group), groups within others behind them
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if members[0] in actions and any(action.help is not SUPPRESS for action in members):
                first = actions.index(members[0])
                if actions[first:first + len(members)] == members:
                    found.append((first, first + len(members), group))
        return " ".join([text + closing for text, closing in self._usage_parts(actions, 0, len(actions), found, False) if text])

    def _usage_parts(self, actions, at, end, groups, grouped):
        """Pairs of a text and the brackets that close it: those of an outer group, which ends there too, come before them (as CPython has it)."""
        while at < end:
            place = next((i for i, (first, stop, _) in enumerate(groups) if first == at and stop <= end), None)
            if place is not None:
                _, stop, group = groups[place]
                shown = [*self._usage_parts(actions, at, stop, groups[place + 1:], True)]
                yield self._group_usage(shown, group.required)
                at = stop
                continue
            action = actions[at]
            if action.help is not SUPPRESS:
                yield self._action_usage(action, grouped), ""
            at += 1

    def _group_usage(self, shown, required):
        if not shown:
            return "", ""
        last, closing = shown[-1]
        text = " | ".join([text + closed for text, closed in shown[:-1]] + [last])
        if len(shown) == 1 and (required or _in_brackets(text + closing)):
            return text, closing
        return ("(" if required else "[") + text, (")" if required else "]") + closing

    def _action_usage(self, action, grouped):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if grouped and _in_brackets(text) else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = " ".join((action.option_strings[0], self._format_args(action, self._get_default_metavar_for_optional(action))))
        return text if grouped or action.required else f"[{text}]"

    # ---- sections ----

    def _format_text(self, text):
        if "%(prog)" in text:
            text %= {"prog": self._prog}
        margin = " " * self._current_indent
        return self._fill_text(text, max(11, self._width - len(margin)), margin) + "\n\n"

    def _format_action(self, action):
        column = min(self._max_help_position, self._action_max_length + 2)
        margin = " " * self._current_indent
        entry = margin + self._format_action_invocation(action)
        lines = []
        if action.help and action.help.strip():
            text = self._expand_help(action)
            lines = self._split_lines(text, max(11, self._width - column)) if text else []
            if action.help and len(entry) + 2 <= column and not text:
                return self._join_parts([entry.ljust(column)] + [*map(self._format_action, self._iter_indented_subactions(action))])
        if lines and len(entry) + 2 <= column:
            lines[0] = entry.ljust(column) + lines[0]
            lines[1:] = [" " * column + line for line in lines[1:]]
        else:
            padded = entry.ljust(column) if action.help and not lines and len(entry) + 2 <= column else entry
            lines = [padded] + [" " * column + line for line in lines]
        parts = [line + "\n" for line in lines]
        parts.extend(map(self._format_action, self._iter_indented_subactions(action)))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        names = action.option_strings
        if not names:
            return " ".join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        if action.nargs != 0:
            words = self._format_args(action, self._get_default_metavar_for_optional(action))
            names = [name + " " + words for name in names]
        return ", ".join(names)

    def _metavar_formatter(self, action, default_metavar):
        """A function of the number of words, which answers with a tuple of them."""
        name = action.metavar
        if name is None:
            name = default_metavar if action.choices is None else "{%s}" % ",".join([str(choice) for choice in action.choices])
        return lambda count: name if isinstance(name, tuple) else count * (name,)

    def _format_args(self, action, default_metavar):
        names, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        show = _SHOWN.get(nargs) if nargs is None or isinstance(nargs, str) else None
        if show is not None:
            return show(names)
        try:
            places = ["%s"] * nargs if not isinstance(nargs, str) else None
            return " ".join(places) % names(nargs)
        except TypeError:
            if isinstance(nargs, int):
                raise  # not as many words as the metavar has
            raise ValueError("invalid nargs value") from None

    def _expand_help(self, action):
        values = {"prog": self._prog}
        for name, value in vars(action).items():
            if value is not SUPPRESS:
                values[name] = getattr(value, "__name__", value)
        values["prog"] = self._prog
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        inner = getattr(action, "_get_subactions", None)
        if inner is None:
            return
        self._indent()
        yield from inner()
        self._dedent()

    def _split_lines(self, text, width):
        from textwrap import wrap
        return wrap(self._whitespace_matcher.sub(" ", text).strip(), width)

    def _fill_text(self, text, width, indent):
        from textwrap import fill
        return fill(self._whitespace_matcher.sub(" ", text).strip(), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return "".join(map(indent.__add__, text.splitlines(True)))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the lines of all texts."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help or ""
        said = "%(default)" in text or action.default is SUPPRESS
        if said or not (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            return text
        return text + " (default: %(default)s)"


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the name of an argument's type in place of its own."""

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__

    _get_default_metavar_for_optional = _get_default_metavar_for_positional


for _class in (HelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter, MetavarTypeHelpFormatter):
    _class.__module__ = "argparse"
del _class
