"""Parameters of headers, as "name=value; name=value" has them, in the free form of what is met."""
import re
from . import utils

_SPECIAL = re.compile(r'[ ()<>@,;:\\"/\[\]?=]')
_PIECE = re.compile(r'((?:"(?:\\.|[^"\\])*"|"[^"]*\Z|[^;"])*)(?:;|\Z)', re.DOTALL)


def parse_parameters(text):
    """[(name, value as it is written)]; the first is (the value before all parameters, "")."""
    made = []
    at = 0
    while at <= len(text):
        found = _PIECE.match(text, at)
        piece = found[1]
        at = found.end() + (found.end() == at and at == len(text)) if found.end() > at else len(text) + 1
        name, equals, value = piece.partition("=")
        if made and equals:
            made.append((name.strip(), value.strip()))
        elif made:
            if name.strip() or at <= len(text):
                made.append((name.strip(), ""))
        elif equals:
            made.append((name.strip().lower(), value.strip()))
        else:
            made.append((name.strip(), ""))
        if found.end() == len(text):
            break
    return made


def format_parameter(name, value=None, quote=True):
    """The parameter as a header writes it: quoted where that is needed or wanted, and as RFC 2231 has it for (charset, language, text) and
    other text than ASCII."""
    if not value:
        return name
    if isinstance(value, tuple):
        charset, language, text = value
        return f"{name}*={utils.encode_rfc2231(text, charset, language)}"
    if not value.isascii():
        return f"{name}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    if quote or _SPECIAL.search(value):
        return f'{name}="{utils.quote(value)}"'
    return f"{name}={value}"
