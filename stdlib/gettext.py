"""Messages in the user's language: catalogues as GNU gettext makes them (library reference, "gettext")."""
import os
import re
import sys

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext", "dngettext",
           "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext"]

_default_localedir = os.path.join(sys.base_prefix, "share", "locale")

# ---- the expressions that choose among plural forms: C, with one variable n ------------------------------------------------------

_token = re.compile(r"[ \t]*(?:(?P<number>[0-9]+\b)|(?P<name>n\b)|(?P<sign>[><!]=?|==|&&|\|\||[-()?:*/%+])|(?P<end>\Z)|(?P<wrong>\w+|.))", re.DOTALL)
_TERNARY, _NOT, _COMPARISON, _PRIMARY = 0, 3, 4, 7  # how strongly Python binds what an expression is made of
# C's operators: how strongly they bind there, how in Python, what they are called in Python
_operators = {"||": (1, 1, "or"), "&&": (2, 2, "and"), "==": (3, _COMPARISON, "=="), "!=": (3, _COMPARISON, "!=")}
_operators |= {sign: (4, _COMPARISON, sign) for sign in ("<", ">", "<=", ">=")}
_operators |= {"+": (5, 5, "+"), "-": (5, 5, "-"), "*": (6, 6, "*"), "/": (6, 6, "//"), "%": (6, 6, "%")}
_DEEPEST = 20


class _Python(str):
    """A Python expression, how strongly it binds, and how deep its parentheses go."""

    def __new__(cls, text, binds, *parts):
        self = super().__new__(cls, text)
        self.binds, self.depth = binds, max([part.depth for part in parts], default=0)
        return self

    def within(self, binds):
        """Fit to stand where all must bind more strongly than this."""
        if self.binds > binds:
            return self
        made = _Python(f"({self})", _PRIMARY, self)
        made.depth += 1
        if made.depth > _DEEPEST:
            raise ValueError("plural form expression is too complex")
        return made


class _PluralReader:
    """Turns a C expression into a Python one, by the strength of its operators."""

    def __init__(self, plural):
        self.rest = _token.finditer(plural)
        self.open = 0
        self.take()

    def take(self):
        """The token at hand; the next one takes its place."""
        taken = getattr(self, "token", "")
        found = next(self.rest)
        if found["wrong"]:
            raise ValueError("invalid token in plural form: %s" % found["wrong"])
        self.token = found[found.lastgroup]
        return taken

    def unexpected(self):
        if self.token:
            return ValueError("unexpected token in plural form: %s" % self.token)
        return ValueError("unexpected end of plural form")

    def whole(self):
        made = self.expression()
        if self.token:
            raise self.unexpected()
        return made

    def expression(self, weakest=0):
        """What binds more strongly than `weakest`."""
        made = self.operand()
        while self.token in _operators and _operators[self.token][0] > weakest:
            strength, binds, name = _operators[self.take()]
            right = self.expression(strength).within(binds)
            left = made.within(binds if binds == _COMPARISON else binds - 1)  # Python's comparisons are chained
            made = _Python(f"{left} {name} {right}", binds, left, right)
        return self.choice(made) if self.token == "?" and not weakest else made

    def choice(self, test):
        self.take()
        yes = self.expression().within(_TERNARY)
        if self.token != ":":
            raise self.unexpected()
        self.take()
        no = self.expression()
        return _Python(f"{yes} if {test} else {no}", _TERNARY, yes, test, no)

    def operand(self):
        if self.token == "!":
            self.take()
            negated = self.operand()
            return _Python(f"not {negated}", _NOT, negated)
        if self.token == "(":
            return self.parenthesis()
        if self.token == "n":
            return _Python(self.take(), _PRIMARY)
        if self.token.isdigit():
            return _Python(self.take().lstrip("0") or "0", _PRIMARY)
        raise self.unexpected()

    def parenthesis(self):
        self.open += 1
        if self.open > _DEEPEST:
            raise ValueError("plural form expression is too complex")
        self.take()
        inner = self.expression()
        if self.token != ")":
            raise ValueError("unbalanced parenthesis in plural form")
        self.take()
        self.open -= 1
        return inner.within(_PRIMARY - 1)


def _as_int(n):
    try:
        round(n)
    except TypeError:
        raise TypeError("Plural value must be an integer, got %s" % (n.__class__.__name__,)) from None
    import warnings
    warnings.warn(f"Plural value must be an integer, got {n.__class__.__name__}", DeprecationWarning, skip_file_prefixes=(c2py.__code__.co_filename,))
    return n


def c2py(plural):
    """Gets a C expression as used in PO files for plural forms and returns a Python function that implements an equivalent expression."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    expression = eval(f"lambda n: int({_PluralReader(plural).whole()})")

    def func(n):
        return expression(n if isinstance(n, int) else _as_int(n))
    return func


def _expand_lang(loc):
    import locale
    loc = locale.normalize(loc)
    modifier = encoding = territory = ""
    language = loc
    at = language.find("@")
    if at >= 0:
        language, modifier = language[:at], language[at:]
    at = language.find(".")
    if at >= 0:
        language, encoding = language[:at], language[at:]
    at = language.find("_")
    if at >= 0:
        language, territory = language[:at], language[at:]
    made = []
    for use_territory in (territory, "") if territory else ("",):
        for use_encoding in (encoding, "") if encoding else ("",):
            for use_modifier in (modifier, "") if modifier else ("",):
                made.append(language + use_territory + use_encoding + use_modifier)
    made.sort(key=lambda text: -(4 * (territory != "" and territory in text) + 2 * (encoding != "" and encoding in text) + (modifier != "" and modifier in text)))
    return made


class NullTranslations:
    """Gives every message back as it is."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        if self._fallback:
            return self._fallback.gettext(message)
        return message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        if self._fallback:
            return self._fallback.pgettext(context, message)
        return message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """A catalogue in the format of .mo files."""

    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        import struct
        filename = getattr(fp, "name", "")
        self._catalog = catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        size = len(data)
        magic = struct.unpack("<I", data[:4])[0]
        if magic not in (self.LE_MAGIC, self.BE_MAGIC):
            raise OSError(0, "Bad magic number", filename)
        order = "<" if magic == self.LE_MAGIC else ">"
        version, count, originals, translations = struct.unpack(order + "4I", data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), filename)
        for i in range(count):
            length, start = struct.unpack(order + "II", data[originals:originals + 8])
            translated_length, translated_start = struct.unpack(order + "II", data[translations:translations + 8])
            if start + length > size or translated_start + translated_length > size:
                raise OSError(0, "File is corrupt", filename)
            message = data[start:start + length]
            translated = data[translated_start:translated_start + translated_length]
            if length == 0:
                self._parse_header(translated)
            charset = self._charset or "ascii"
            if b"\x00" in message:
                first = message.split(b"\x00")[0].decode(charset)
                for form, text in enumerate(translated.split(b"\x00")):
                    catalog[first, form] = text.decode(charset)
            else:
                catalog[message.decode(charset)] = translated.decode(charset)
            originals += 8
            translations += 8

    def _parse_header(self, text):
        last = None
        for line in text.split(b"\n"):
            item = line.decode().strip()
            if not item or item.startswith("#-#-#-#-#") and item.endswith("#-#-#-#-#"):
                continue
            name = None
            if ":" in item:
                name, value = item.split(":", 1)
                name = name.strip().lower()
                value = value.strip()
                self._info[name] = value
                last = name
            elif last:
                self._info[last] += "\n" + item
            if name == "content-type":
                self._charset = value.split("charset=")[1]
            elif name == "plural-forms":
                self.plural = c2py(value.split(";")[1].split("plural=")[1])

    def _found(self, key):
        missing = object()
        text = self._catalog.get(key, missing)
        if text is missing:
            text = self._catalog.get((key, self.plural(1)), missing)
        return None if text is missing else text

    def gettext(self, message):
        text = self._found(message)
        return super().gettext(message) if text is None else text

    def ngettext(self, msgid1, msgid2, n):
        try:
            return self._catalog[msgid1, self.plural(n)]
        except KeyError:
            return super().ngettext(msgid1, msgid2, n)

    def pgettext(self, context, message):
        text = self._found(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if text is None else text

    def npgettext(self, context, msgid1, msgid2, n):
        try:
            return self._catalog[self.CONTEXT % (context, msgid1), self.plural(n)]
        except KeyError:
            return super().npgettext(context, msgid1, msgid2, n)


def find(domain, localedir=None, languages=None, all=False):
    """Locate a file using the gettext strategy."""
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        languages = []
        for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            value = os.environ.get(variable)
            if value:
                languages = value.split(":")
                break
        if "C" not in languages:
            languages.append("C")
    expanded = []
    for language in languages:
        for each in _expand_lang(language):
            if each not in expanded:
                expanded.append(each)
    result = [] if all else None
    for language in expanded:
        if language == "C":
            break
        path = os.path.join(localedir, language, "LC_MESSAGES", "%s.mo" % domain)
        if os.path.exists(path):
            if not all:
                return path
            result.append(path)
    return result


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if class_ is None:
        class_ = GNUTranslations
    paths = find(domain, localedir, languages, all=True)
    if not paths:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    result = None
    for path in paths:
        key = (class_, os.path.abspath(path))
        made = _translations.get(key)
        if made is None:
            with open(path, "rb") as fp:
                made = _translations.setdefault(key, class_(fp))
        import copy
        made = copy.copy(made)
        if result is None:
            result = made
        else:
            result.add_fallback(made)
    return result


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = "messages"


def textdomain(domain=None):
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _localedirs.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
