"""Quoted-printable as messages have it (RFC 2045, RFC 2047)."""
import re

__all__ = ["body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode", "header_length", "quote", "unquote"]

_HEADER_SAFE = frozenset(b"-!*+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ")  # a space becomes "_"
_QUOTED = [f"={octet:02X}" for octet in range(256)]
_IN_HEADER = [("_" if octet == 32 else chr(octet)) if octet in _HEADER_SAFE else _QUOTED[octet] for octet in range(256)]
_IN_BODY = [chr(octet) if octet == 9 or 32 <= octet < 127 and octet != 61 else _QUOTED[octet] for octet in range(256)]


def header_check(octet):
    """Whether the octet is quoted in headers."""
    return _IN_HEADER[octet] != chr(octet)


def body_check(octet):
    """Whether the octet is quoted in bodies."""
    return _IN_BODY[octet] != chr(octet)


def header_length(bytearray):
    """How long the bytes are in a header."""
    return sum([len(_IN_HEADER[octet]) for octet in bytearray])


def body_length(bytearray):
    """How long the bytes are in a body."""
    return sum([len(_IN_BODY[octet]) for octet in bytearray])


def unquote(s):
    """The character that "=XX" stands for."""
    return chr(int(s[1:3], 16))


def quote(c):
    """The character as "=XX"."""
    return _QUOTED[ord(c)]


def header_encode(header_bytes, charset="iso-8859-1"):
    """The bytes as an encoded word."""
    if not header_bytes:
        return ""
    return f"=?{charset}?q?{''.join([_IN_HEADER[octet] for octet in header_bytes])}?="


def body_encode(body, maxlinelen=76, eol="\n"):
    """The text, whose characters are octets, in lines that are not longer than `maxlinelen`. Its line ends become `eol`."""
    if maxlinelen < 4:
        raise ValueError("maxlinelen must be at least 4")
    if not body:
        return body
    lines = re.split(r"\r\n|\r|\n", body)
    ends = lines[-1] == ""
    if ends:
        del lines[-1]
    made = eol.join([eol.join(_body_lines(line, maxlinelen)) for line in lines])
    return made + eol if ends else made


def _body_lines(line, longest):
    pieces = [_IN_BODY[ord(c)] for c in line]
    left = sum(map(len, pieces))
    made, at = [], 0
    while left > longest:
        start, room = at, longest - 1
        while len(pieces[at]) <= room:
            room -= len(pieces[at])
            at += 1
        made.append("".join(pieces[start:at]) + "=")
        left -= longest - 1 - room
    rest = "".join(pieces[at:])
    if rest[-1:] not in ("\t", " ") or not rest:
        return made + [rest]
    # White space at the end of a line would get lost.
    room, quoted = longest - left + 1, _QUOTED[ord(rest[-1])]
    if room >= 3:
        return made + [rest[:-1] + quoted]
    return made + ([rest + "=", ""] if room == 2 else [rest[:-1] + "=", quoted])


def decode(encoded, eol="\n"):
    """The text that quoted-printable lines stand for, its characters octets."""
    if not encoded:
        return encoded
    made = []
    for line in encoded.splitlines():
        line = line.rstrip()
        soft = line.endswith("=")
        text = re.sub("=([0-9a-fA-F]{2})", lambda found: chr(int(found[1], 16)), line[:-1] if soft else line)
        made += [text] if soft else [text, eol]
    text = "".join(made)
    return text[:-len(eol)] if encoded[-1] not in "\r\n" and text.endswith(eol) else text


body_decode = decodestring = decode


def header_decode(s):
    """What the "q" form of an encoded word stands for."""
    return re.sub("=[0-9a-fA-F]{2}", lambda found: unquote(found[0]), s.replace("_", " "), flags=re.ASCII)
