"""The values of structured headers taken apart (RFC 5322, RFC 2045, RFC 2047), with what is wrong noted. The parts are those of _header_folding."""
import re
from . import _encoded_words, errors
from ._header_folding import Branch, Fixed, Leaf, Parameters, Quoted, Space, Unsure

_TOKEN = re.compile(r"""(?P<space>[ \t]+)|(?P<quoted>"(?:[^"\\]|\\.)*(?:"|\\?\Z))|(?P<literal>\[[^\]]*(?:\]|\Z))
    |(?P<word>=\?[^?\s]*\?[^?\s]*\?[^?\s]*\?=)|(?P<atom>[^ \t()<>@,:;."\[\]]+)|(?P<sign>.)""", re.DOTALL | re.VERBOSE)
_ENCODED = re.compile(r"=\?[^?\s]*\?[qQbB]\?[^?]*?\?=")
_SPECIALS = frozenset('()<>@,:;.\\"[]')


class Token:
    """kind, the text as written, and what it means."""

    def __init__(self, kind, text, value=None):
        self.kind, self.text, self.value = kind, text, text if value is None else value

    def is_sign(self, sign):
        return self.kind == "sign" and self.text == sign


def decoded_word(word, defects):
    """What an encoded word means; None: it is none."""
    try:
        text, _, _, found = _encoded_words.decode(word)
    except (KeyError, ValueError):
        return None
    defects += found
    return text


# ---- free text

def unstructured(text):
    """(part, meaning, defects) of free text: words and white space, encoded words decoded, without the white space between these."""
    parts, defects = [], []
    after_word = False
    for piece in re.split(r"([ \t\r\n\f\v]+)", text):
        if not piece:
            continue
        if piece.isspace():
            parts.append(Space(piece))
            continue
        for inner in _word_pieces(piece, defects):
            known, shown = inner
            if known and after_word and parts and isinstance(parts[-1], Space):
                parts[-1] = Space("")
            after_word = known
            parts.append(_leaf(shown))
    _note_unprintable(text, defects)
    branch = Branch(parts)
    return branch, str(branch), defects


def _leaf(text):
    return Unsure(text) if not text.isascii() and _has_carried(text) else Leaf(text)


def _has_carried(text):
    return any(["\udc80" <= c <= "\udcff" for c in text])


def _word_pieces(piece, defects):
    """[(was it an encoded word, its meaning)] of what stands without white space inside."""
    at, made = 0, []
    for found in _ENCODED.finditer(piece):
        meaning = decoded_word(found[0], defects)
        if meaning is None:
            continue
        if found.start() > at:
            defects.append(errors.InvalidHeaderDefect("missing whitespace before encoded word"))
            made.append((False, piece[at:found.start()]))
        made.append((True, meaning))
        at = found.end()
    if at and at < len(piece):
        defects.append(errors.InvalidHeaderDefect("missing trailing whitespace after encoded-word"))
    if at < len(piece):
        made.append((False, piece[at:]))
    return made


def _note_unprintable(text, defects):
    found = re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    if found:
        defects.append(errors.NonPrintableDefect(found))
    if _has_carried(text):
        defects.append(errors.UndecodableBytesDefect("Non-ASCII characters found in header token"))


# ---- addresses

class Mailbox:
    """display_name, local, domain: text; `part` to fold; `is_valid`."""

    def __init__(self, display_name, local, domain, is_valid=True):
        self.display_name, self.local, self.domain, self.is_valid = display_name, local, domain, is_valid


class Mailboxes:
    """A group (display_name None: one mailbox alone)."""

    def __init__(self, display_name, mailboxes):
        self.display_name, self.mailboxes = display_name, mailboxes


def _tokens(text, defects):
    made, at = [], 0
    while at < len(text):
        if text[at] == "(":
            end, depth = at, 0
            while end < len(text):
                c = text[end]
                depth += (c == "(") - (c == ")")
                end += 2 if c == "\\" else 1
                if not depth:
                    break
            if depth:
                defects.append(errors.InvalidHeaderDefect("end of header inside comment"))
            made.append(Token("comment", text[at:end], ""))
            at = end
            continue
        found = _TOKEN.match(text, at)
        at = found.end()
        made.append(_made_token(found.lastgroup, found[0], defects))
    return made


def _made_token(kind, text, defects):
    if kind == "quoted":
        closed = len(text) > 1 and text.endswith('"')
        if not closed:
            defects.append(errors.InvalidHeaderDefect("end of header inside quoted string"))
        inner = text[1:-1] if closed else text[1:]
        if _ENCODED.search(inner):
            # Not allowed, but met often.
            defects.append(errors.InvalidHeaderDefect("encoded word inside quoted string"))
            defects += [errors.InvalidHeaderDefect("missing trailing whitespace after encoded-word")
                        for word in _ENCODED.finditer(inner) if inner[word.end():word.end() + 1] not in (" ", "\t")]
            inner = unstructured(inner)[1]
        return Token(kind, text, re.sub(r"\\(.)", r"\1", inner))
    if kind == "word":
        meaning = decoded_word(text, defects)
        return Token("atom", text) if meaning is None else Token("word", text, meaning)
    if kind == "atom" and _ENCODED.search(text):
        pieces = _word_pieces(text, defects)
        return Token("word" if any([known for known, _ in pieces]) else "atom", text, "".join([shown for _, shown in pieces]))
    return Token(kind, text)


def _trimmed(tokens):
    "Without white space and comments around."
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind in ("space", "comment"):
        start += 1
    while end > start and tokens[end - 1].kind in ("space", "comment"):
        end -= 1
    return tokens[start:end]


def _phrase(tokens):
    """The meaning of the words of a name."""
    made, space, before = "", "", None
    for token in tokens:
        if token.kind in ("space", "comment"):
            space = " "
            continue
        if made and not (before == "word" and token.kind == "word"):
            made += space
        made += token.value
        space, before = "", token.kind
    return made


def _phrase_part(tokens):
    """The part of a name; encoded words may be made of it."""
    parts, before = [], None
    for at, token in enumerate(tokens):
        if token.kind == "space":
            following = next((other for other in tokens[at + 1:] if other.kind != "space"), None)
            parts.append(Space("" if before == "word" and following is not None and following.kind == "word" else token.text))
            continue
        before = token.kind
        if token.kind == "quoted" and not token.value.isascii():
            parts.append(Quoted(token.text, token.value))
        elif token.kind in ("atom", "word", "quoted"):
            parts.append(Leaf(token.value if token.kind == "word" else token.text))
        else:
            parts.append(Fixed(token.text))
    return parts


def _fixed(tokens):
    return [Space(token.text) if token.kind == "space" else Fixed(token.text) for token in tokens]


def _address_spec(tokens, defects):
    """(local part, domain); None: there is no "@" or nothing before or behind it."""
    tokens = _trimmed(tokens)
    ats = [at for at, token in enumerate(tokens) if token.is_sign("@")]
    if len(ats) != 1:
        return None
    local = _local(tokens[:ats[0]])
    after = _trimmed(tokens[ats[0] + 1:])
    gaps = [at for at, token in enumerate(after) if token.kind in ("space", "comment")]
    stray = next((at for at in gaps if after[at - 1].text != "." and after[at - 1].kind not in ("space", "comment") and _trimmed(after[at:])[0].text != "."), None)
    domain = "".join([token.text for token in after[:stray] if token.kind not in ("space", "comment")])
    bad = any([token.kind == "sign" and token.text not in "." for token in tokens[:ats[0]] + tokens[ats[0] + 1:]])
    if bad or not domain or not ats[0]:
        return None
    _judge_local(_trimmed(tokens[:ats[0]]), defects)
    if stray is not None:
        defects.append(errors.InvalidHeaderDefect("invalid address in address-list"))
    elif gaps:
        defects.append(errors.ObsoleteHeaderDefect("domain is not a dot-atom (contains CFWS)"))
    return local, domain


def _judge_local(tokens, defects):
    "What is wrong with words and dots before the sign."
    found, before = [], "."
    for token in tokens:
        if token.kind in ("space", "comment"):
            continue
        if token.text == ".":
            if before == ".":
                found.append("invalid repeated '.'" if found or token is not tokens[0] else "Invalid leading '.' in local part")
        else:
            if before != ".":
                found.append("missing '.' between words")
            if token.kind == "atom" and "\\" in token.text:
                found.append("'\\' character outside of quoted-string/ccontent")
                if not token.text.endswith("\\"):
                    found.append("missing '.' between words")
        before = token.text
    if before == ".":
        found.append("Invalid trailing '.' in local part")
    if found:
        found.insert(0, "local-part is not dot-atom, quoted-string, or obs-local-part")
        defects += [errors.InvalidHeaderDefect(each) for each in found]
    elif len(tokens) > 1 and any([token.kind in ("space", "comment", "quoted") for token in tokens]):
        defects.append(errors.ObsoleteHeaderDefect("local-part is not a dot-atom (contains CFWS)"))


def _local(tokens):
    "Words are kept apart by one space; around dots there is none."
    made, space = "", False
    for token in tokens:
        if token.kind in ("space", "comment"):
            space = True
            continue
        if space and made and made[-1] != "." and token.text != ".":
            made += " "
        made, space = made + token.value, False
    return made


def _mailbox(tokens, defects):
    """(Mailbox, part) of an address that is no group."""
    inner = _trimmed(tokens)
    opening = next((at for at, token in enumerate(tokens) if token.is_sign("<")), None)
    if opening is not None:
        closing = next((at for at, token in enumerate(tokens) if at > opening and token.is_sign(">")), None)
        spec = tokens[opening + 1:closing]
        route = next((at for at, token in enumerate(spec) if token.is_sign(":")), None)
        if route is not None:
            defects.append(errors.ObsoleteHeaderDefect("obsolete route specification in angle-addr"))
            spec = spec[route + 1:]
        found = _address_spec(spec, defects)
        name = tokens[:opening]
        if closing is None:
            defects.append(errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
        if found is None and not _trimmed(spec):
            defects.append(errors.InvalidHeaderDefect("null addr-spec in angle-addr"))
            found = "", ""
        rest = _trimmed(tokens[closing + 1:]) if closing is not None else []
        if found is not None and not rest and all([token.kind in ("atom", "word", "quoted", "space", "comment") or token.is_sign(".") for token in name]):
            if any([token.is_sign(".") for token in name]):
                defects.append(errors.ObsoleteHeaderDefect("period in 'phrase'"))
            leading = next((at for at, token in enumerate(name) if token.kind not in ("space", "comment")), len(name))
            trailing = len(name) - len(_trimmed(name)) - leading
            parts = _fixed(name[:leading])
            if leading < len(name):
                parts.append(Branch(_phrase_part(name[leading:])))
            parts.append(Branch(_fixed(tokens[opening:]), False))
            return Mailbox(_phrase(_trimmed(name)), *found), Branch(parts, False)
    else:
        found = _address_spec(inner, defects)
        if found is not None:
            if not found[0].isascii():
                defects.append(errors.NonASCIILocalPartDefect("local-part contains non-ASCII characters)"))
            return Mailbox("", *found), Branch(_fixed(tokens), False)
    if inner and all([token.kind in ("atom", "word", "quoted", "space", "comment") or token.is_sign(".") for token in inner]):
        defects.append(errors.InvalidHeaderDefect("addr-spec local part with no domain"))
        _judge_local(inner, defects)
    else:
        defects.append(errors.InvalidHeaderDefect("invalid address in address-list" if inner else "empty element in address-list"))
    return Mailbox("", "".join([token.value for token in inner]), "", False), Branch([Leaf(token.text) for token in tokens])


def address_list(text):
    """(groups, part, defects) of a list of addresses."""
    defects, groups, parts = [], [], []
    tokens = _tokens(text, defects)
    at, size = 0, len(tokens)
    while at < size:
        end, group = _address_end(tokens, at)
        if group is not None:
            groups.append(_group(tokens, at, group, end, parts, defects))
        elif _trimmed(tokens[at:end]):
            mailbox, part = _mailbox(tokens[at:end], defects)
            groups.append(Mailboxes(None, [mailbox]))
            parts.append(part)
        else:
            defects.append(errors.ObsoleteHeaderDefect("address-list entry with no content"))
            parts += _fixed(tokens[at:end])
        if end < size:
            parts.append(Fixed(","))
        at = end + 1
    return groups, Branch(parts, False), defects


def _address_end(tokens, at):
    """Where the address ends, and, for a group, where its colon is."""
    colon, in_angle = None, False
    for end in range(at, len(tokens)):
        token = tokens[end]
        if token.kind != "sign":
            continue
        if token.text == "<":
            in_angle = True
        elif token.text == ">":
            in_angle = False
        elif token.text == ":" and colon is None and not in_angle:
            colon = end
        elif token.text == "," and colon is None:
            return end, None
        elif token.text == ";" and colon is not None:
            while end + 1 < len(tokens) and not tokens[end + 1].is_sign(","):
                end += 1
            return end + 1, colon
    return len(tokens), colon


def _group(tokens, at, colon, end, parts, defects):
    name, inside = tokens[at:colon], tokens[colon + 1:end]
    leading = next((i for i, token in enumerate(name) if token.kind not in ("space", "comment")), len(name))
    made = [*_fixed(name[:leading]), Branch(_phrase_part(name[leading:])), Fixed(":")]
    semicolon = next((i for i, token in enumerate(inside) if token.is_sign(";")), None)
    if semicolon is None:
        defects.append(errors.InvalidHeaderDefect("end of header in group"))
    rest = [] if semicolon is None else inside[semicolon:]
    mailboxes, current = [], []
    for token in [*inside[:semicolon], None]:
        if token is not None and not token.is_sign(","):
            current.append(token)
            continue
        if _trimmed(current):
            mailbox, part = _mailbox(current, defects)
            mailboxes.append(mailbox)
            made.append(part)
        else:
            made += _fixed(current)
        current = []
        if token is not None:
            made.append(Fixed(","))
    parts.append(Branch(made + _fixed(rest), False))
    return Mailboxes(_phrase(_trimmed(name)), mailboxes)


def single_address(text):
    """(local, domain, rest) of an address without a name."""
    defects = []
    tokens = _tokens(text, defects)
    found = _address_spec(tokens, defects)
    if found is None:
        return None, None, defects
    if not found[0].isascii():
        defects.append(errors.NonASCIILocalPartDefect("local-part contains non-ASCII characters)"))
    # Nothing may stand behind the domain.
    at = next((i for i, token in enumerate(tokens) if token.is_sign("@")))
    while at + 1 < len(tokens) and tokens[at + 1].kind in ("space", "comment"):
        at += 1
    while at + 1 < len(tokens) and tokens[at + 1].kind not in ("space", "comment"):
        at += 1
    while at + 1 < len(tokens) and tokens[at + 1].kind in ("space", "comment"):
        at += 1
    if at + 1 < len(tokens):
        parsed = "".join([token.text for token in tokens[:at + 1]])
        raise ValueError(f"Invalid addr_spec; only {parsed!r} could be parsed from {text!r}")
    return *found, defects


# ---- MIME

_MIME_TOKEN = re.compile(r"[^ \t()<>@,;:\\\"/\[\]?=\x00-\x1f\x7f]+")
_BETWEEN_TOKENS = re.compile(r"([ \t()<>@,;:\\\"/\[\]?=]+)")
_PARAMETER = re.compile(r"""[ \t]*([^=;"\s]*)[ \t]*(?:=[ \t]*("(?:[^"\\]|\\.)*"?|[^;]*))?([^;]*)(;|\Z)""", re.DOTALL)


_NAME_OF_PARAMETER = re.compile(r"""([^ \t()<>@,;:\\"/\[\]?=*'%]+)(?:\*([0-9]+))?(\*)?""")
_PLAIN_VALUE = re.compile(r"""[^ \t()<>@,;:\\"/\[\]?=*'%]+""")
_ENCODED_VALUE = re.compile(r"""[^ \t()<>@,;:\\"/\[\]?=]+""")


def parameters(text, defects):
    """[(name, value)] of what follows the first ";", RFC 2231 undone."""
    found = {}  # name: [(section, value, is it encoded)]
    prefixed = set()  # whose first section is not said to be encoded, but begins with charset'language'
    text = re.sub(r'("(?:[^"\\]|\\.)*")|\([^()]*\)', lambda match: match[1] or "", text)
    at = 0
    while at < len(text):
        match = _PARAMETER.match(text, at)  # comments are gone
        if match is None or match.end() == at:
            break
        at = match.end()
        name, value = match[1].strip(), match[2]
        if not name:
            if at < len(text) or not match[3].strip():
                defects.append(errors.InvalidHeaderDefect("parameter entry with no content"))
            continue
        if value is None:
            defects.append(errors.InvalidHeaderDefect(f"Parameter contains name ({match[0].removesuffix(';')}) but no value"))
            found.setdefault(name, []).append((0, "", False))
            continue
        parts = _NAME_OF_PARAMETER.fullmatch(name)
        if parts is None:
            defects.append(errors.InvalidHeaderDefect(f"invalid parameter name {name!r}"))
            continue
        base, number, encoded = parts[1], int(parts[2] or 0), parts[3] is not None
        is_quoted = value.startswith('"')
        if is_quoted:
            if len(value) == 1 or not value.endswith('"'):
                defects.append(errors.InvalidHeaderDefect("end of header inside quoted string"))
            if encoded:
                defects.append(errors.InvalidHeaderDefect("Quoted string value for extended parameter is invalid"))
            if match[3].strip():
                defects.append(errors.InvalidHeaderDefect(f"parameter with invalid trailing text {match[3]!r}"))
            value = re.sub(r"\\(.)", r"\1", value[1:-1] if len(value) > 1 and value.endswith('"') else value[1:])
        else:
            token = (_ENCODED_VALUE if encoded or parts[2] else _PLAIN_VALUE).match(value)
            if token is None or encoded and not number and token[0].count("'") == 1:
                defects.append(errors.InvalidHeaderDefect(f"invalid parameter {name!r}"))
                continue
            if token.end() != len(value.rstrip()):
                defects.append(errors.InvalidHeaderDefect(f"parameter with invalid trailing text {value[token.end():]!r}"))
            value = token[0]
            if encoded and not number and "'" not in value:
                defects.append(errors.InvalidHeaderDefect("Missing required charset/lang delimiters"))
        if _has_carried(value):
            defects.append(errors.UndecodableBytesDefect("Non-ASCII characters found in header token"))
        if parts[2] and len(parts[2]) > 1 and parts[2][0] == "0":
            defects.append(errors.InvalidHeaderDefect("section number has an invalid leading 0"))
        if parts[2] and not is_quoted and (number or not encoded) and value.count("'") >= 2:
            defects.append(errors.InvalidHeaderDefect("Apparent initial-extended-value but attribute was not marked as extended or was not initial section"))
            if not number:
                prefixed.add(base)
        found.setdefault(base, []).append((number, value, encoded))
    made = []
    for name, sections in found.items():
        if len(sections) > 1 and len({number for number, _, _ in sections}) == 1:
            defects.append(errors.InvalidHeaderDefect("duplicate parameter name; duplicate(s) ignored"))
            sections = sections[:1]
        made.append((name, _whole_value(sorted(sections, key=lambda each: each[0]), name in prefixed, defects)))
    return made


def _whole_value(sections, is_prefixed, defects):
    charset, text, expected = "us-ascii", "", 0
    any_encoded = any([encoded for _, _, encoded in sections])
    for number, value, encoded in sections:
        if number != expected:
            if not encoded:
                defects.append(errors.InvalidHeaderDefect("duplicate parameter name; duplicate ignored"))
                continue
            defects.append(errors.InvalidHeaderDefect("inconsistent RFC2231 parameter numbering"))
        expected += 1
        if any_encoded and is_prefixed and expected == 1 or encoded and expected == 1 and value.count("'") >= 2:
            charset, _, value = value.split("'", 2)
        text += _decoded_section(value, charset or "us-ascii", defects) if encoded else value
    if not any_encoded and _ENCODED.search(text):
        return unstructured(text)[1]
    return text


def _decoded_section(value, charset, defects):
    from urllib.parse import unquote, unquote_to_bytes
    if _has_carried(value):
        return unquote(value, "latin-1")
    data = unquote_to_bytes(value)
    try:
        text = data.decode(charset, "surrogateescape")
    except LookupError:
        text = data.decode("us-ascii", "surrogateescape")
    if _has_carried(text):
        defects.append(errors.UndecodableBytesDefect())
    return text


def content_type(text):
    """(main, sub, [(name, value)], part, defects)"""
    defects = []
    kind, semicolon, rest = text.partition(";")
    main, slash, sub = [part.strip() for part in re.sub(r"\([^()]*\)", "", kind).partition("/")]
    if not text.strip():
        defects.append(errors.HeaderMissingRequiredValue("Missing content type specification"))
        main, sub, kind = "text", "plain", ""
    elif not slash or not _MIME_TOKEN.fullmatch(main) or not _MIME_TOKEN.fullmatch(sub):
        defects.append(errors.InvalidHeaderDefect("Invalid content type"))
        main, sub = "text", "plain"
    return main.lower(), sub.lower(), *_with_parameters(kind, semicolon, rest, defects)


def content_disposition(text):
    """(disposition or None, [(name, value)], part, defects)"""
    defects = []
    kind, semicolon, rest = text.partition(";")
    word = re.sub(r"\([^()]*\)", "", kind).strip()
    token = _MIME_TOKEN.match(word)
    if not text.strip():
        defects.append(errors.HeaderMissingRequiredValue("Missing content disposition"))
    elif token is None or token.end() != len(word):
        defects.append(errors.InvalidHeaderDefect("Invalid content disposition"))
    pairs, part, defects = _with_parameters(kind, semicolon, rest, defects)
    return token and token[0].lower(), pairs, part, defects


def _with_parameters(shown, semicolon, rest, defects):
    parts = [Fixed(shown)]
    if _has_carried(shown):
        defects.append(errors.UndecodableBytesDefect("Non-ASCII characters found in header token"))
        parts = [Unsure(word) if _has_carried(word) else Fixed(word) for word in _BETWEEN_TOKENS.split(shown) if word]
    pairs = parameters(rest, defects) if semicolon else []
    if pairs:
        parts += [Fixed(";"), Parameters(pairs)]
    elif semicolon:
        parts.append(Fixed(";"))
    return pairs, Branch(parts, False, False), defects  # the value stays behind the name


def transfer_encoding(text):
    """(encoding, part, defects)"""
    defects = []
    if not text.strip():
        defects.append(errors.HeaderMissingRequiredValue("Missing content transfer encoding"))
        return "7bit", Branch([]), defects
    found = re.match(r"[ \t]*([^\s;]+)(.*)", text, re.DOTALL)
    if found[2].strip():
        defects.append(errors.InvalidHeaderDefect("Extra text after content transfer encoding"))
    return found[1].lower(), Branch([Leaf(text)]), defects


def mime_version(text):
    """(major, minor, part, defects)"""
    defects, part = [], Branch([Leaf(text)])
    plain = re.sub(r"\([^()]*\)", " ", text)
    if not plain.strip():
        defects.append(errors.HeaderMissingRequiredValue("Missing MIME version number (eg: 1.0)"))
        return None, None, part, defects
    found = re.fullmatch(r"\s*(\d+)\s*\.\s*(\d+)\s*(.*)", plain, re.DOTALL)
    if not found:
        defects.append(errors.InvalidHeaderDefect("Invalid MIME version number; expected a number"))
        return None, None, part, defects
    if found[3]:
        defects.append(errors.InvalidHeaderDefect("Excess non-CFWS text after MIME version"))
    return int(found[1]), int(found[2]), part, defects
