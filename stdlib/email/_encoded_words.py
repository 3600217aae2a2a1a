"""Encoded words (RFC 2047) where defects are noted, and base64 that is not quite right."""
import binascii
import re
from . import errors


def decode_base64(encoded):
    """(bytes, defects): what can be had of it."""
    short = len(encoded) % 4
    padded = encoded + b"==="[:4 - short] if short else encoded
    try:
        return binascii.a2b_base64(padded, strict_mode=True), [errors.InvalidBase64PaddingDefect()] if short else []
    except binascii.Error:
        pass
    # Characters that are none are passed over.
    try:
        return binascii.a2b_base64(encoded), [errors.InvalidBase64CharactersDefect()]
    except binascii.Error:
        pass
    try:
        return binascii.a2b_base64(encoded + b"=="), [errors.InvalidBase64CharactersDefect(), errors.InvalidBase64PaddingDefect()]
    except binascii.Error:
        return encoded, [errors.InvalidBase64LengthDefect()]


def decode_q(text):
    """The bytes of the "q" form."""
    return re.sub(rb"=([a-fA-F0-9]{2})", lambda found: bytes.fromhex(found[1].decode("ascii")), text.replace(b"_", b" "))


def decode(word):
    """(text, charset, language, defects) of "=?charset*language?form?text?="; ValueError, KeyError: it is none."""
    _, charset, form, text, _ = word.split("?")
    charset, _, language = charset.partition("*")
    data = text.encode("ascii", "surrogateescape")
    defects = []
    if form.lower() == "q":
        data = decode_q(data)
    elif form.lower() == "b":
        data, defects = decode_base64(data)
    else:
        raise KeyError(form)
    try:
        return data.decode(charset), charset, language, defects
    except UnicodeDecodeError:
        defects.append(errors.UndecodableBytesDefect(f"Encoded word contains bytes not decodable using {charset!r} charset"))
    except LookupError:
        if charset.lower() != "unknown-8bit":
            defects.append(errors.CharsetError(f"Unknown charset {charset!r} in encoded word; decoded as unknown bytes"))
    return data.decode("ascii" if charset.lower() != "utf-8" else "ascii", "surrogateescape"), charset, language, defects


def _q_form(data):
    return "".join(["_" if octet == 32 else chr(octet) if chr(octet) in "-!*+/" or chr(octet).isalnum() and octet < 128 else f"={octet:02X}" for octet in data])


def encode(text, charset="utf-8", form=None, language=""):
    """The text as an encoded word, in the shorter form; "q" may be five characters longer."""
    if charset == "unknown-8bit":
        data = text.encode("ascii", "surrogateescape")
    else:
        data = text.encode(charset)
    q = _q_form(data) if form in (None, "q") else None
    b_length = (len(data) + 2) // 3 * 4
    if form is None:
        form = "q" if len(q) - b_length < 5 else "b"
    body = q if form == "q" else binascii.b2a_base64(data, newline=False).decode("ascii")
    return f"=?{charset}{'*' + language if language else ''}?{form}?{body}?="
