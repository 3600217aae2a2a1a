"""Messages in the user's language: catalogues as GNU gettext makes them (library reference, "gettext")."""
import os
import re
import sys

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext", "dngettext",
           "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext"]

_default_localedir = os.path.join(sys.base_prefix, "share", "locale")

# ---- the expressions that choose among plural forms: C, with one variable n ------------------------------------------------------

_token = re.compile(r"(?P<space>[ \t]+)|(?P<number>[0-9]+\b)|(?P<name>n\b)|(?P<paren>[()])|(?P<operator>[-*/%+?:]|[><!]=?|==|&&|\|\|)|(?P<wrong>\w+|.)", re.DOTALL)
_binary = ({"||": "or"}, {"&&": "and"}, {"==": "==", "!=": "!="}, {"<": "<", ">": ">", "<=": "<=", ">=": ">="}, {"+": "+", "-": "-"}, {"*": "*", "/": "//", "%": "%"})


def _tokens(plural):
    for found in _token.finditer(plural):
        kind = found.lastgroup
        if kind == "space":
            continue
        value = found.group(kind)
        if kind == "wrong":
            raise ValueError("invalid token in plural form: %s" % value)
        yield value
    yield ""


class _PluralParser:
    def __init__(self, plural):
        self.tokens = _tokens(plural)
        self.next = next(self.tokens)

    def take(self):
        token = self.next
        if token:
            self.next = next(self.tokens)
        return token

    def error(self):
        if self.next:
            return ValueError("unexpected token in plural form: %s" % self.next)
        return ValueError("unexpected end of plural form")

    def expression(self):
        test = self.binary(0)
        if self.next != "?":
            return test
        self.take()
        yes = self.expression()
        if self.next != ":":
            raise self.error()
        self.take()
        return f"({yes} if {test} else {self.expression()})"

    def binary(self, level):
        if level == len(_binary):
            return self.unary()
        left = self.binary(level + 1)
        while self.next in _binary[level]:
            operator = _binary[level][self.take()]
            right = self.binary(level + 1)
            if level in (2, 3):
                left = f"(1 if {left} {operator} {right} else 0)"
            else:
                left = f"({left} {operator} {right})"
        return left

    def unary(self):
        token = self.take()
        if token == "!":
            return f"(not {self.unary()})"
        if token == "(":
            inner = self.expression()
            if self.next != ")":
                raise ValueError("unbalanced parenthesis in plural form")
            self.take()
            return f"({inner})"
        if token == "n" or token.isdigit():
            return token
        self.next = token
        raise self.error()


def _as_int(n):
    try:
        round(n)
    except TypeError:
        raise TypeError("Plural value must be an integer, got %s" % (n.__class__.__name__,)) from None
    import warnings
    warnings.warn("Plural value must be an integer, got %s" % (n.__class__.__name__,), DeprecationWarning, 4)
    return n


def c2py(plural):
    """Gets a C expression as used in PO files for plural forms and returns a Python function that implements an equivalent expression."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    try:
        parser = _PluralParser(plural)
        text = parser.expression()
        if parser.next:
            raise parser.error()
        depth = 0
        for c in text:
            depth += (c == "(") - (c == ")")
            if depth > 60:
                raise ValueError("plural form expression is too complex")
        expression = eval("lambda n: int(" + text + ")")
    except RecursionError:
        raise ValueError("plural form expression is too complex") from None

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
