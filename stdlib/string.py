"""Common string operations (library reference, "string")."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

digits, octdigits, hexdigits = "0123456789", "01234567", "0123456789abcdefABCDEF"
ascii_lowercase, ascii_uppercase = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
punctuation, whitespace = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", " \t\n\r\v\f"
printable = "".join((digits, ascii_letters, punctuation, whitespace))


def capwords(s, sep=None):
    """Split the argument into words using split, capitalize each word using capitalize, and join the capitalized words using join."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_identifier_start = frozenset(ascii_letters + "_")
_identifier = frozenset(ascii_letters + digits + "_")


_parsed = {}  # pieces of Templates


class _Pattern:
    """The `pattern` of a class of templates, made when it is asked for: re is not imported before."""

    def __get__(self, instance, owner):
        return owner._compile_pattern()


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = cls._compile_pattern() if "pattern" in cls.__dict__ else _Pattern()  # not that of the class above, which may have another delimiter

    @classmethod
    def _compile_pattern(cls):
        import re
        pattern = cls.__dict__.get("pattern")
        if pattern is None or isinstance(pattern, _Pattern):
            delim = re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or cls.idpattern
            pattern = f"{delim}(?:(?P<escaped>{delim})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
        return re.compile(pattern, 0 if isinstance(pattern, re.Pattern) else (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """The pieces of the template, kept for the next time."""
        key = type(self), self.template, self.delimiter
        try:
            return _parsed[key]
        except KeyError:
            pass
        except TypeError:
            return self._find_parts()
        parts = list(self._find_parts())
        if type(self) is Template and type(self.template) is str:
            if len(_parsed) >= 64:
                _parsed.clear()
            _parsed[key] = parts
        return parts

    def _find_parts(self):
        """Pieces of the template: (text in front, kind, name, index), kind one of named, escaped, invalid, None at the end."""
        if type(self).idpattern is not Template.idpattern or type(self).braceidpattern is not None or type(self).flags is not None or not isinstance(type(self).__dict__.get("pattern"), _Pattern):
            yield from self._parts_by_pattern()
            return
        text = self.template
        delimiter = self.delimiter
        at = 0
        while True:
            found = text.find(delimiter, at)
            if found < 0:
                yield text[at:], None, None, None
                return
            before = text[at:found]
            name_at = found + len(delimiter)
            if text.startswith(delimiter, name_at):
                at = name_at + len(delimiter)
                yield before, "escaped", None, found
                continue
            braced = text.startswith("{", name_at)
            start = name_at + braced
            end = start
            if text[start:start + 1] in _identifier_start:
                end += 1
                while text[end:end + 1] in _identifier:
                    end += 1
            if end > start and (not braced or text.startswith("}", end)):
                at = end + braced
                yield before, "named", text[start:end], (found, at)
            else:
                at = name_at
                yield before, "invalid", None, found

    def _parts_by_pattern(self):
        compiled = type(self).pattern
        at = 0
        for mo in compiled.finditer(self.template):
            before = self.template[at:mo.start()]
            at = mo.end()
            name = mo.group("named") or mo.group("braced")
            if name is not None:
                yield before, "named", name, (mo.start(), at)
            elif mo.group("escaped") is not None:
                yield before, "escaped", None, mo.start()
            elif mo.group("invalid") is not None:
                yield before, "invalid", None, mo.start()
            else:
                raise ValueError("Unrecognized named group in pattern", compiled)
        yield self.template[at:], None, None, None

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno = lineno = 1
        else:
            colno = i - len("".join(lines[:-1]))
            lineno = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {lineno}, col {colno}")

    def substitute(self, mapping={}, /, **kws):
        """Replace all placeholders; KeyError when one is missing."""
        if kws:
            mapping = {**mapping, **kws} if isinstance(mapping, dict) else _Both(kws, mapping)
        out = []
        for before, kind, name, at in self._parts():
            out.append(before)
            if kind == "named":
                out.append(str(mapping[name]))
            elif kind == "escaped":
                out.append(self.delimiter)
            elif kind == "invalid":
                self._invalid(at + len(self.delimiter))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        """Like substitute(), but placeholders that are missing stay as they are."""
        if kws:
            mapping = {**mapping, **kws} if isinstance(mapping, dict) else _Both(kws, mapping)
        out = []
        for before, kind, name, at in self._parts():
            out.append(before)
            if kind == "named":
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(self.template[at[0]:at[1]])
            elif kind is not None:
                out.append(self.delimiter)
        return "".join(out)

    def is_valid(self):
        """False when the template has invalid placeholders."""
        return all(kind != "invalid" for _, kind, _, _ in self._parts())

    def get_identifiers(self):
        """The valid identifiers, in the order they first appear."""
        ids = []
        for _, kind, name, _ in self._parts():
            if kind == "named" and name not in ids:
                ids.append(name)
        return ids


class _Both:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __getitem__(self, key):
        try:
            return self.first[key]
        except KeyError:
            return self.second[key]


_formats = {}  # pieces of format strings


class Formatter:
    """str.format, to be changed by subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is not None:
                if field_name == "":
                    if auto_arg_index is False:
                        raise ValueError("cannot switch from manual field specification to automatic field numbering")
                    field_name = str(auto_arg_index)
                    auto_arg_index += 1
                elif field_name.isdigit():
                    if auto_arg_index:
                        raise ValueError("cannot switch from manual field specification to automatic field numbering")
                    auto_arg_index = False
                obj, arg_used = self.get_field(field_name, args, kwargs)
                used_args.add(arg_used)
                obj = self.convert_field(obj, conversion)
                if format_spec or type(self).parse is not Formatter.parse or recursion_depth < 1:
                    format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
                result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Pieces (literal text, field name, format specification, conversion) of a format string."""
        if not isinstance(format_string, str):
            raise TypeError(f"expected str, got {type(format_string).__name__}")
        if type(format_string) is not str:
            return iter(_parse_format(format_string))
        pieces = _formats.get(format_string)
        if pieces is None:
            pieces = _parse_format(format_string)
            if len(_formats) >= 64:
                _formats.clear()
            _formats[format_string] = pieces
        return iter(pieces)

    def get_field(self, field_name, args, kwargs):
        if not isinstance(field_name, str):
            raise TypeError(f"expected str, got {type(field_name).__name__}")
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first


def _parse_format(text):
    pieces = []
    literal = []
    at = 0
    n = len(text)
    while at < n:
        c = text[at]
        if c not in "{}":
            end = at
            while end < n and text[end] not in "{}":
                end += 1
            literal.append(text[at:end])
            at = end
            continue
        if text[at + 1:at + 2] == c:
            pieces.append(("".join(literal) + c, None, None, None))
            literal = []
            at += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if at + 1 >= n:
            raise ValueError("Single '{' encountered in format string")
        depth = 1
        end = at + 1
        bracket = False
        while end < n:
            c = text[end]
            if c == "[" and depth == 1:
                bracket = True
            elif c == "]":
                bracket = False
            elif c == "{" and not bracket:
                depth += 1
            elif c == "}" and not bracket:
                depth -= 1
                if not depth:
                    break
            end += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        pieces.append(("".join(literal), *_parse_replacement(text[at + 1:end])))
        literal = []
        at = end + 1
    if literal:
        pieces.append(("".join(literal), None, None, None))
    return pieces


def _parse_replacement(field):
    # name [!conversion] [:specification]
    bracket = False
    for i, c in enumerate(field):
        if c == "[":
            bracket = True
        elif c == "]":
            bracket = False
        elif c == "{" and not bracket:
            raise ValueError("unexpected '{' in field name")
        elif c in "!:" and not bracket:
            name = field[:i]
            if c == ":":
                return name, field[i + 1:], None
            conversion = field[i + 1:i + 2]
            if not conversion:
                raise ValueError("end of string while looking for conversion specifier")
            rest = field[i + 2:]
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
            return name, rest[1:], conversion
    return field, "", None


def _split_field(name):
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = name[:end]
    if first.isdigit():
        first = int(first)
    rest = []
    while end < len(name):
        start = end + 1
        if name[end] == ".":
            end = start
            while end < len(name) and name[end] not in ".[":
                end += 1
            if end == start:
                raise ValueError("Empty attribute in format string")
            rest.append((True, name[start:end]))
        elif name[end] == "[":
            end = name.find("]", start)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[start:end]
            if not key:
                raise ValueError("Empty attribute in format string")
            rest.append((False, int(key) if key.isdigit() else key))
            end += 1
            if end < len(name) and name[end] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return first, rest
