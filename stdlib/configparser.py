"""Configuration files of sections and options (library reference, "configparser").

    lines -> _Reading -> section -> option -> value     reading: lists of lines, joined at the end
    get()                                               value -> Interpolation.before_get -> text (-> int, float, truth)
    parser["section"]["option"]                         SectionProxy: the same, as mappings
"""
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
           "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError", "ConfigParser", "RawConfigParser",
           "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT",
           "MAX_INTERPOLATION_DEPTH")

DEFAULTSECT, MAX_INTERPOLATION_DEPTH = "DEFAULT", 10
_default_dict = dict
_UNSET = object()


# ---- errors

class Error(Exception):
    """What is wrong with a configuration."""

    def __init__(self, msg=""):
        super().__init__(msg)
        self.message = msg

    def _tell(self, message, **facts):
        "Sets the message, and the facts: as attributes, and as the arguments that make the error again."
        self.message = message
        vars(self).update(facts)
        self.args = tuple(facts.values())

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        self._tell(f"No section: {section!r}", section=section)


def _exists(what, source, lineno):
    if source is None:
        return f"{what[:1].upper()}{what[1:]} already exists"
    return "While reading from %r%s: %s already exists" % (source, "" if lineno is None else " [line %2d]" % lineno, what)


class DuplicateSectionError(Error):
    """A section is there already, or stands twice in a source."""

    def __init__(self, section, source=None, lineno=None):
        self._tell(_exists(f"section {section!r}", source, lineno), section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """An option stands twice in a source."""

    def __init__(self, section, option, source=None, lineno=None):
        self._tell(_exists(f"option {option!r} in section {section!r}", source, lineno), section=section, option=option, source=source,
                   lineno=lineno)


class NoOptionError(Error):
    """The section has no such option."""

    def __init__(self, option, section):
        self._tell(f"No option {option!r} in section: {section!r}", option=option, section=section)


class InterpolationError(Error):
    """What is wrong with references in values."""

    def __init__(self, option, section, msg):
        self._tell(msg, option=option, section=section)
        self.args += (msg,)


class InterpolationMissingOptionError(InterpolationError):
    """A value refers to what is not there."""

    def __init__(self, option, section, rawval, reference):
        message = (f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key {reference!r} which is "
                   f"not a valid option name. Raw value: {rawval!r}")
        self._tell(message, option=option, section=section)
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A reference is not written as it should be."""


class InterpolationDepthError(InterpolationError):
    """References go round, or too deep."""

    def __init__(self, option, section, rawval):
        message = (f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an interpolation key "
                   f"which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        self._tell(message, option=option, section=section)
        self.args += (rawval,)


class ParsingError(Error):
    """Lines of a source that mean nothing."""

    def __init__(self, source):
        self._tell(f"Source contains parsing errors: {source!r}", source=source)
        self.errors = []

    def append(self, lineno, line):
        self.message += f"\n\t[line {lineno:2}]: {line}"
        self.errors += [(lineno, line)]


class MissingSectionHeaderError(ParsingError):
    """A source begins without a section."""

    def __init__(self, filename, lineno, line):
        self._tell(f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}", source=filename, lineno=lineno, line=line)


# ---- interpolation: what happens to values on their way in and out

class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Substitution(Interpolation):
    """References to other options, which begin with a mark and a bracket; the mark twice stands for itself."""

    _mark = _bracket = ""  # what a reference begins with

    def before_get(self, parser, section, option, value, defaults):
        return "".join(self._expanded(parser, section, option, value, defaults, 1))

    def before_set(self, parser, section, option, value):
        mark = self._mark
        place = self._KEYCRE.sub("", value.replace(mark * 2, "")).find(mark)
        if place >= 0:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {place}")
        return value

    def _expanded(self, parser, section, option, text, values, depth):
        """The pieces of a value, as they are when all references have been followed."""
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark = self._mark
        if not text or text.find(mark) < 0:
            yield text or ""
            return
        piece, found, rest = text.partition(mark)
        while found:
            yield piece
            if rest.startswith(mark):
                yield mark
                rest = rest[1:]
            elif rest.startswith(self._bracket):
                match = self._KEYCRE.match(mark + rest)
                if match is None:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {mark + rest!r}")
                rest = rest[match.end() - 1:]
                value, *where = self._follow(parser, section, option, match[1], values, raw, rest)
                if mark in value:
                    yield from self._expanded(parser, *where[:2], value, where[2], depth + 1)
                else:
                    yield value
            else:
                raise InterpolationSyntaxError(option, section, f"'{mark}' must be followed by '{mark}' or '{self._bracket}', "
                                                                f"found: {mark + rest!r}")
            piece, found, rest = rest.partition(mark)
        yield piece


class BasicInterpolation(_Substitution):
    """%(name)s stands for the option `name` of the same section or of the defaults, %% for %."""

    _mark, _bracket = "%("
    _KEYCRE = re.compile(r"%\(([^)]+)\)s")

    def _follow(self, parser, section, option, reference, values, raw, rest):
        """A reference's value, and for references within it: the section, option and values that they are seen from."""
        name = parser.optionxform(reference)
        try:
            return values[name], section, option, values
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_Substitution):
    """${name} stands for an option of the same section, ${section:name} for one of another, $$ for $."""

    _mark, _bracket = "${"
    _KEYCRE = re.compile(r"\$\{([^}]+)\}")

    def _follow(self, parser, section, option, reference, values, raw, rest):
        other, colon, name = reference.rpartition(":")
        if ":" in other:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        try:
            name = parser.optionxform(name)
            value = parser.get(other, name, raw=True) if colon else values[name]
        except (NoOptionError, NoSectionError, KeyError):
            raise InterpolationMissingOptionError(option, section, raw, reference) from None
        seen_from = other if colon else section
        return value, seen_from, name, dict(parser.items(seen_from, raw=True)) if "$" in value else None


class LegacyInterpolation(Interpolation):
    """%(name)s by the % operator, without checks (deprecated)."""

    _KEYCRE = re.compile(r"%\(([^)]*)\)s|.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from warnings import warn
        warn("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the configparser module in Python 3.13. "
             "Use BasicInterpolation or ExtendedInterpolation instead.", DeprecationWarning, stacklevel=2)

    def before_get(self, parser, section, option, value, vars):
        def named(match):
            return match[0] if match[1] is None else "%%(%s)s" % parser.optionxform(match[1])
        text, steps = value, MAX_INTERPOLATION_DEPTH
        while text and "%(" in text:
            if not steps:
                raise InterpolationDepthError(option, section, value)
            steps -= 1
            try:
                text = self._KEYCRE.sub(named, text) % vars
            except KeyError as missing:
                raise InterpolationMissingOptionError(option, section, value, missing.args[0]) from None
        return text


# ---- reading

class _Reading:
    """One source being read. Values are lists of lines until it ends."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.section = self.options = self.name = None  # being read: the section, what it has, the option
        self.indent = 0  # of the option: lines farther in go on with its value
        self.seen = set()  # sections, and pairs of section and option
        self.errors = None
        comments = parser._comment_prefixes
        self.whole_line_comments, self.inline_comments = tuple(comments), parser._inline_comment_prefixes
        # the patterns of the class can be replaced by programs: those that come with it are known to mean a plain cut
        self.plain_header = parser.SECTCRE is RawConfigParser.SECTCRE
        self.plain_option = parser._optcre is RawConfigParser.OPTCRE

    def read(self, lines):
        for number, line in enumerate(lines, 1):
            stripped = line.strip()
            commented = stripped.startswith(self.whole_line_comments)
            if commented:
                stripped = ""
            elif self.inline_comments:
                place = min((at for prefix in self.inline_comments if (at := self._comment_at(line, prefix)) >= 0), default=None)
                if place is not None:
                    commented, stripped = True, line[:place].strip()
            if not stripped:
                self._blank(commented)
                continue
            indent = len(line) - len(line.lstrip())
            if self.name and indent > self.indent and self.options is not None:
                self.options[self.name].append(stripped)
                continue
            self.indent = indent
            header = self._header(stripped)
            if header is not None:
                self._open(header, number)
            elif self.options is None:
                raise MissingSectionHeaderError(self.source, number, line)
            else:
                self._option(stripped, number, line)
        self._finish()

    @staticmethod
    def _comment_at(line, prefix):
        at = line.find(prefix)
        while at > 0 and not line[at - 1].isspace():
            at = line.find(prefix, at + 1)
        return at

    def _blank(self, commented):
        if not self.parser._empty_lines_in_values:
            self.indent = float("inf")  # the value is over
        elif not commented and self.name and self.options is not None and self.options[self.name] is not None:
            self.options[self.name].append("")

    def _header(self, text):
        if self.plain_header and not text.startswith("["):
            return None
        match = self.parser.SECTCRE.match(text)
        return match and match["header"]

    def _open(self, section, number):
        parser = self.parser
        self.section, self.name = section, None
        if section in parser._sections:
            if parser._strict and section in self.seen:
                raise DuplicateSectionError(section, self.source, number)
        elif section == parser.default_section:
            self.options = parser._defaults
            return
        else:
            parser._make_section(section)
        self.seen.add(section)
        self.options = parser._sections[section]

    def _cut(self, text):
        """(name, value or None) of an option's line; None for what is no option."""
        if self.plain_option and "\n" not in text:
            name, found, value = text.partition("=")
            if ":" in name:
                name, found, value = text.partition(":")
            return (name, value) if found else None
        match = self.parser._optcre.match(text)
        return match and match.group("option", "value")

    def _option(self, text, number, line):
        parts = self._cut(text)
        if not parts or not parts[0]:
            self.errors = self.errors or ParsingError(self.source)
            self.errors.append(number, repr(line))
            if not parts:
                return
        name, value = parts
        self.name = name = self.parser.optionxform(name.rstrip())
        key = self.section, name
        if key in self.seen and self.parser._strict:
            raise DuplicateOptionError(self.section, name, self.source, number)
        self.seen.add(key)
        self.options[name] = value if value is None else [value.strip()]

    def _finish(self):
        parser = self.parser
        before_read = parser._interpolation.before_read
        for section, options in ((parser.default_section, parser._defaults), *parser._sections.items()):
            for name, value in options.items():
                joined = "\n".join(value).rstrip() if isinstance(value, list) else value
                options[name] = before_read(parser, section, name, joined)
        if self.errors:
            raise self.errors


# ---- parsers

class RawConfigParser(MutableMapping):
    """Sections of options whose values are left as they are, and may be anything."""

    _SECT_TMPL = r"\[(?P<header>.+)\]"
    _OPT_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*)$)"
    _OPT_NV_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*))?$"
    SECTCRE = re.compile(_SECT_TMPL, re.X)
    OPTCRE, OPTCRE_NV = [re.compile(each.format(delim="=|:"), re.X) for each in (_OPT_TMPL, _OPT_NV_TMPL)]
    NONSPACECRE = re.compile(r"\S")
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = dict.fromkeys(("1", "yes", "true", "on"), True) | dict.fromkeys(("0", "no", "false", "off"), False)

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
                 converters=_UNSET):
        self._dict, self.default_section = dict_type, default_section
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._strict, self._allow_no_value, self._empty_lines_in_values = strict, allow_no_value, empty_lines_in_values
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._delimiters = tuple(delimiters)
        if delimiters == ("=", ":"):
            self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        else:
            form = self._OPT_NV_TMPL if allow_no_value else self._OPT_TMPL
            self._optcre = re.compile(form.format(delim="|".join(map(re.escape, delimiters))), re.X)
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    # ---- sections and options

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of the sections, without the default one."""
        return [*self._sections]

    def _make_section(self, section):
        self._sections[section], self._proxies[section] = self._dict(), SectionProxy(self, section)

    def add_section(self, section):
        """Makes a section; it may not be there yet, nor be the default one."""
        if self.default_section == section:
            raise ValueError(f"Invalid section name: {section!r}")
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._make_section(section)

    def has_section(self, section):
        """Whether the section is there; the default one does not count."""
        return section in self._sections

    def _in(self, section, default_too=True):
        "The options of a section by itself; those of the default one also for no name."
        if default_too and (not section or section == self.default_section):
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def options(self, section):
        """The names of the options of a section, the defaults' too."""
        merged = self._in(section, False).copy()
        merged.update(self._defaults)
        return [*merged.keys()]

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether the section has the option or the defaults have it."""
        try:
            own = self._in(section)
        except NoSectionError:
            return False
        name = self.optionxform(option)
        return name in own or name in self._defaults

    def set(self, section, option, value=None):
        """Sets an option."""
        checked = self._interpolation.before_set(self, section, option, value) if value else value
        self._in(section)[self.optionxform(option)] = checked

    def remove_option(self, section, option):
        """Removes an option; whether it was there."""
        own, name = self._in(section), self.optionxform(option)
        if name not in own:
            return False
        del own[name]
        return True

    def remove_section(self, section):
        """Removes a section; whether it was there."""
        if section not in self._sections:
            return False
        del self._proxies[section], self._sections[section]
        return True

    # ---- values

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option: from `vars`, the section or the defaults."""
        own = self._sections.get(section)
        if own is None:
            if section != self.default_section:
                if fallback is _UNSET:
                    raise NoSectionError(section) from None
                return fallback
            own = {}
        given = {self.optionxform(key): value if value is None else str(value) for key, value in vars.items()} if vars else {}
        name = self.optionxform(option)
        for values in (given, own, self._defaults):
            if name in values:
                value = values[name]
                break
        else:
            if fallback is _UNSET:
                raise NoOptionError(name, section)
            return fallback
        if raw or value is None:
            return value
        interpolation = self._interpolation
        if type(interpolation) is BasicInterpolation and isinstance(value, str) and "%" not in value:
            return value  # no references: most values are of this kind
        return interpolation.before_get(self, section, name, value, ChainMap(given, own, self._defaults))

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return self._get(section, conv, option, raw=raw, vars=vars, **kwargs)
        except (NoOptionError, NoSectionError):
            if fallback is not _UNSET:
                return fallback
            raise

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        word = value.lower()
        if word in self.BOOLEAN_STATES:
            return self.BOOLEAN_STATES[word]
        raise ValueError(f"Not a boolean: {value}")

    def items(self, section=_UNSET, raw=False, vars=None):
        """The pairs of name and proxy of all sections; or of name and value of the options of one."""
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        if section in self._sections or section != self.default_section:
            values.update(self._in(section, False))
        names = [*values.keys()]
        if vars:
            for key in vars:
                values[self.optionxform(key)] = vars[key]
        finish = (lambda name: values[name]) if raw else (
            lambda name: self._interpolation.before_get(self, section, name, values[name], values))
        return [(name, finish(name)) for name in names]

    # ---- as a mapping of sections

    def __getitem__(self, key):
        if key in self:
            return self._proxies[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key in self:
            if value is self[key]:
                return
            self._in(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if self.default_section == key:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return self.has_section(key) or key == self.default_section

    def __len__(self):
        return 1 + len(self._sections)

    def __iter__(self):
        yield self.default_section
        yield from self._sections.keys()

    def popitem(self):
        """Removes the first section and returns its name and proxy. KeyError: there is only the default one."""
        first = next(iter(self._sections), _UNSET)
        if first is _UNSET:
            raise KeyError
        proxy = self[first]
        del self[first]
        return first, proxy

    @property
    def converters(self):
        return self._converters

    # ---- reading

    def read(self, filenames, encoding=None):
        """Reads the files that can be opened; the list of their names."""
        from io import text_encoding
        names = [filenames] if isinstance(filenames, (bytes, str, os.PathLike)) else filenames
        encoding = text_encoding(encoding)
        found = []
        for name in names:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            found.append(os.fspath(name) if isinstance(name, os.PathLike) else name)
        return found

    def read_file(self, f, source=None):
        """Reads an iterable of lines."""
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        """Reads a text."""
        from io import StringIO
        self.read_file(StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Reads a mapping of mappings."""
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (ValueError, DuplicateSectionError):
                if section in seen and self._strict:
                    raise
            seen.add(section)
            for option, value in options.items():
                name = self.optionxform(str(option))
                if (section, name) in seen and self._strict:
                    raise DuplicateOptionError(section, name, source)
                seen.add((section, name))
                self.set(section, name, None if value is None else str(value))

    def _read(self, fp, fpname):
        _Reading(self, fpname).read(fp)

    def _read_defaults(self, defaults):
        self._defaults.update([(self.optionxform(key), value) for key, value in defaults.items()])

    # ---- writing

    def write(self, fp, space_around_delimiters=True):
        """Writes the configuration as text that can be read again."""
        delimiter = self._delimiters[0].join("  ") if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        for section, options in self._sections.items():
            self._write_section(fp, section, options.items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter):
        fp.write("[%s]\n" % (section_name,))
        for name, value in section_items:
            value = self._interpolation.before_write(self, section_name, name, value)
            bare = value is None and self._allow_no_value
            fp.write(f"{name}\n" if bare else "{}{}{}\n".format(name, delimiter, str(value).replace("\n", "\n\t")))
        fp.write("\n")

    def _validate_value_types(self, *, section="", option="", value=""):
        may_be_none = self._allow_no_value and not value
        for what, given in (("section names", section), ("option keys", option), ("option values", "" if may_be_none else value)):
            if not isinstance(given, str):
                raise TypeError(what + " must be strings")


class ConfigParser(RawConfigParser):
    """Sections of options whose values are text with references."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Sets an option; names and values are strings."""
        self._validate_value_types(value=value, option=option)
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        """Makes a section; its name is a string."""
        if not isinstance(section, str):
            self._validate_value_types(section=section)
        RawConfigParser.add_section(self, section)

    def _read_defaults(self, defaults):
        "Defaults given to the constructor may hold what would be wrong syntax."
        checking, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = checking


class SectionProxy(MutableMapping):
    """One section of a parser, as a mapping. It has the methods get<name>() of the parser's converters."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    def __getattr__(self, name):
        if name.startswith("get") and name[3:] in self._parser.converters:
            from functools import partial
            return partial(self.get, _impl=getattr(self._parser, name))
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if key in self:
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        parser = self._parser
        parser._validate_value_types(value=value, option=key)
        parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        parser = self._parser
        return [*parser.defaults()] if parser.default_section == self._name else parser.options(self._name)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The value of an option, or `fallback`."""
        getter = _impl or self._parser.get
        return getter(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The converters of a parser: each makes a method get<name>() of the parser and of its sections."""

    def __init__(self, parser):
        self._parser = parser
        # those that are methods of the class have no converter here
        self._data = {name[3:]: None for name in dir(parser) if name.startswith("get") and name != "get" and callable(getattr(parser, name))}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        from functools import partial
        self._data[key] = value
        getter = partial(self._parser._get_conv, conv=value)
        getter.converter = value
        setattr(self._parser, "get" + key, getter)

    def __delitem__(self, key):
        if not isinstance(key, str) or not key:
            raise KeyError(key)
        del self._data[key]
        vars(self._parser).pop("get" + key, None)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
