"""What servers of mail import of CPython's module of this name: addresses at the beginning of a text."""
from . import errors, headerregistry
from ._header_values import _judge_local, _local, _tokens, _trimmed

__all__ = ["get_addr_spec", "get_angle_addr"]


class AddrSpec:
    """An address as it was read: str() is how it is written; `addr_spec`, `local_part`, `domain` (None: there is none), `all_defects`."""

    token_type = "addr-spec"

    def __init__(self, text, local_part, domain, defects):
        self._text, self.local_part, self.domain = text, local_part, domain
        self.defects = self.all_defects = defects

    @property
    def addr_spec(self):
        if not self.local_part and not self.domain:
            return "<>"
        return headerregistry.Address(username=self.local_part, domain=self.domain or "").addr_spec

    value = addr_spec

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"


class AngleAddr(AddrSpec):
    token_type = "angle-addr"


def _is_blank(token):
    return token.kind in ("space", "comment")


def _past_blanks(tokens, at):
    while at < len(tokens) and _is_blank(tokens[at]):
        at += 1
    return at


def _split(tokens, at):
    return "".join([token.text for token in tokens[:at]]), "".join([token.text for token in tokens[at:]])


def get_addr_spec(value):
    """(the address that a text begins with, what follows)."""
    tokens = _tokens(value, [])
    at = 0
    while at < len(tokens) and (tokens[at].kind != "sign" or tokens[at].text == "."):
        at += 1
    if not _trimmed(tokens[:at]):
        raise errors.HeaderParseError(f"expected the local part of an address but found {value!r}")
    local = tokens[:at]
    if at == len(tokens) or tokens[at].text != "@":
        text, rest = _split(tokens, at)
        return _made(text, local, None, [errors.InvalidHeaderDefect("addr-spec local part with no domain")]), rest
    begin = at = _past_blanks(tokens, at + 1)
    while at < len(tokens) and (tokens[at].kind != "sign" or tokens[at].text == "."):
        after = _past_blanks(tokens, at + 1)
        if after == len(tokens) or after > at + 1 and "." not in (tokens[at].text, tokens[after].text):
            at += 1
            break
        at = after
    domain = "".join([token.text for token in tokens[begin:at] if not _is_blank(token)])
    at = _past_blanks(tokens, at)
    text, rest = _split(tokens, at)
    if not domain or rest.startswith("@"):
        raise errors.HeaderParseError(f"expected a domain but found {_split(tokens, begin)[1]!r}")
    return _made(text, local, domain, []), rest


def _made(text, local, domain, defects):
    _tokens(text, defects)
    _judge_local(_trimmed(local), defects)
    return AddrSpec(text, _local(_trimmed(local)), domain, defects)


def get_angle_addr(value):
    """(the address in angles that a text begins with, what follows)."""
    tokens = _tokens(value, [])
    at = _past_blanks(tokens, 0)
    if at == len(tokens) or tokens[at].text != "<":
        raise errors.HeaderParseError(f"expected angle-addr but found {value!r}")
    before, rest = _split(tokens, at + 1)
    if rest.startswith(">"):
        return AngleAddr(before + ">", "", "", [errors.InvalidHeaderDefect("null addr-spec in angle-addr")]), rest[1:]
    inner, rest = get_addr_spec(rest)
    defects = inner.defects
    if rest.startswith(">"):
        tokens = _tokens(rest[1:], [])
        behind, rest = _split(tokens, _past_blanks(tokens, 0))
    else:
        defects.append(errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
        behind = ""
    return AngleAddr(f"{before}{inner}>{behind}", inner.local_part, inner.domain, defects), rest
