"""Bytes as text: bases 16, 32, 64 and 85 (library reference, "base64"). The digits are made in C (binascii, _radix); here is what stands around
them: alphabets, padding, frames, and what is said of wrong text."""
import binascii
import _radix

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode", "b32hexdecode", "b16encode",
    "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
    "urlsafe_b64decode",
]
bytes_types = bytes, bytearray
MAXLINESIZE, MAXBINSIZE = 76, 57  # characters of a line, and the bytes they hold
_UPPER = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BASE32, _BASE32_HEX = _UPPER + b"234567", b"0123456789" + _UPPER[:22]
_ASCII85, _BASE85 = bytes(range(33, 118)), b"0123456789" + _UPPER + _UPPER.lower() + b"!#$%&()*+-;<=>?@^_`{|}~"
_FOLD_ZEROS, _FOLD_SPACES = 1, 2
_BAD_DIGIT, _TOO_LARGE, _WITHIN_GROUP = range(3)  # what _radix.decode says of wrong text
_URL_SAFE = b"-_"


def _text_as_bytes(s):
    """What is to be decoded: text must be ASCII."""
    if isinstance(s, bytes_types):
        return s
    if isinstance(s, str):
        if s.isascii():
            return s.encode()
        raise ValueError("string argument should contain only ASCII characters")
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}") from None


def _data(s):
    return s if isinstance(s, bytes_types) else memoryview(s).tobytes()


# ---- base 64

def b64encode(s, altchars=None):
    """Bytes as base 64; altchars: what stands for + and /."""
    text = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return text
    assert len(altchars) == 2, repr(altchars)
    return text.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """The bytes of base 64; what is no digit is skipped, unless `validate` forbids it."""
    text = _text_as_bytes(s)
    if altchars is not None:
        pair = _text_as_bytes(altchars)
        assert len(pair) == 2, repr(pair)
        text = text.translate(bytes.maketrans(pair, b"+/"))
    return binascii.a2b_base64(text, strict_mode=validate)


def standard_b64encode(s):
    """Bytes as base 64."""
    return binascii.b2a_base64(s, newline=False)


def standard_b64decode(s):
    """The bytes of base 64."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Bytes as base 64 with - and _ in place of + and /."""
    return b64encode(s, _URL_SAFE)


def urlsafe_b64decode(s):
    """The bytes of base 64 with - and _ in place of + and /."""
    return b64decode(s, _URL_SAFE)


# ---- base 32: the "=" stand for digits that the last group lacks

def _base32(s, alphabet):
    data = _data(s)
    text = _radix.encode(data, 32, alphabet, 0)
    missing = -len(data) % 5 * 8 // 5
    return text[:len(text) - missing] + b"=" * missing if missing else text


def _base32_bytes(s, alphabet, casefold, zero_one=None):
    text = _text_as_bytes(s)
    if len(text) % 8:
        raise binascii.Error("Incorrect padding")
    if zero_one is not None:
        one = _text_as_bytes(zero_one)
        assert len(one) == 1, repr(one)
        text = text.translate(bytes.maketrans(b"01", b"O" + one))
    if casefold:
        text = text.upper()
    digits = text.rstrip(b"=")
    missing = len(text) - len(digits)
    data, found = _radix.decode(digits + alphabet[:1] * (-len(digits) % 8), 32, alphabet, 0)
    if data == _BAD_DIGIT:
        raise binascii.Error("Non-base32 digit found")
    if missing not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return data[:len(data) - (missing * 5 + 7) // 8] if missing else data


def b32encode(s):
    """Bytes as base 32."""
    return _base32(s, _BASE32)


def b32decode(s, casefold=False, map01=None):
    """The bytes of base 32; casefold: small letters are digits too; map01: 0 stands for O, and 1 for this letter."""
    return _base32_bytes(s, _BASE32, casefold, map01)


def b32hexencode(s):
    """Bytes as base 32 with the digits 0 to 9 and A to V."""
    return _base32(s, _BASE32_HEX)


def b32hexdecode(s, casefold=False):
    """The bytes of base 32 with the digits 0 to 9 and A to V; casefold: small letters are digits too."""
    return _base32_bytes(s, _BASE32_HEX, casefold)


# ---- base 16

def b16encode(s):
    """Bytes as base 16, in capitals."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of base 16; casefold: small letters are digits too."""
    text = _text_as_bytes(s)
    digits = text.upper() if casefold else text
    if digits.strip(b"0123456789ABCDEF") or digits.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(digits)


# ---- base 85: of a group that is not full, only as many digits are written as it has bytes, and one

def _base85(b, alphabet, fold, pad):
    data = _data(b)
    missing = -len(data) % 4
    if pad and missing:
        data, missing = data + bytes(missing), 0
    text = _radix.encode(data, 85, alphabet, fold)
    return text[:-missing] if missing else text


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes as Ascii85; foldspaces: y for four spaces; wrapcol: lines of so many characters; pad: fill up to fours; adobe: within <~ and ~>."""
    text = _base85(b, _ASCII85, _FOLD_ZEROS | _FOLD_SPACES * bool(foldspaces), pad)
    begin, end = (b"<~", b"~>") if adobe else (b"", b"")
    text = begin + text
    if wrapcol:
        width = max(wrapcol, len(end) or 1)
        lines = [text[at:at + width] for at in range(0, len(text), width)]
        if adobe and len(lines[-1]) > width - 2:
            lines.append(b"")
        text = b"\n".join(lines)
    return text + end


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes of Ascii85; ignorechars: what is skipped."""
    text = _text_as_bytes(b)
    if adobe:
        if not text.endswith(b"~>"):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        text = text[2 if text.startswith(b"<~") else 0:-2]
    digits = _ASCII85 + (b"zy" if foldspaces else b"z")
    text = text.translate(None, bytes(set(ignorechars).difference(digits))) + b"uuuu"  # the last group is made full
    data, left = _radix.decode(text, 85, _ASCII85, _FOLD_ZEROS | _FOLD_SPACES * bool(foldspaces))
    if data == _BAD_DIGIT:
        raise ValueError(f"Non-Ascii85 digit found: {text[left]:c}")
    if data == _TOO_LARGE:
        raise ValueError("Ascii85 overflow")
    if data == _WITHIN_GROUP:
        raise ValueError(f"{text[left]:c} inside Ascii85 5-tuple")
    return data[:left - 4] if left < 4 else data


def b85encode(b, pad=False):
    """Bytes as base 85, as git has it; pad: fill up to fours."""
    return _base85(b, _BASE85, 0, pad)


def b85decode(b):
    """The bytes of base 85."""
    text = _text_as_bytes(b)
    missing = -len(text) % 5
    data, place = _radix.decode(text + b"~" * missing, 85, _BASE85, 0)
    if data == _BAD_DIGIT:
        raise ValueError(f"bad base85 character at position {place}")
    if data == _TOO_LARGE:
        raise ValueError(f"base85 overflow in hunk starting at byte {place - place % 5}")
    return data[:-missing] if missing else data


# ---- base 64 in lines, as MIME has it

def _in_lines(data):
    return [binascii.b2a_base64(data[at:at + MAXBINSIZE]) for at in range(0, len(data), MAXBINSIZE)]


def encode(input, output):
    """Writes what is read from a binary file to another, in lines of base 64."""
    kept = b""
    while piece := input.read(MAXBINSIZE - len(kept)):
        kept += piece
        if len(kept) == MAXBINSIZE:
            output.write(binascii.b2a_base64(kept))
            kept = b""
    if kept:
        output.write(binascii.b2a_base64(kept))


def decode(input, output):
    """Writes the bytes of the lines of base 64 in a binary file to another."""
    for line in iter(input.readline, b""):
        output.write(binascii.a2b_base64(line))


def _plain_bytes(s):
    try:
        view = memoryview(s)
    except TypeError as problem:
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}") from problem
    if view.format not in ("c", "b", "B"):
        raise TypeError(f"expected single byte elements, not {view.format!r} from {type(s).__name__}")
    if view.ndim != 1:
        raise TypeError(f"expected 1-D data, not {view.ndim}-D data from {type(s).__name__}")
    return s


def encodebytes(s):
    """Bytes as lines of base 64."""
    return b"".join(_in_lines(_plain_bytes(s)))


def decodebytes(s):
    """The bytes of lines of base 64."""
    return binascii.a2b_base64(_plain_bytes(s))


# ---- as a program

def main():
    """Encodes or decodes a file, or standard input."""
    import getopt
    import sys
    usage = (f"usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]\n        -h: print this help message and exit\n"
             "        -d, -u: decode\n        -e: encode (default)")
    try:
        options, names = getopt.getopt(sys.argv[1:], "hdeu")
    except getopt.error as problem:
        sys.stdout = sys.stderr
        print(problem)
        print(usage)
        sys.exit(2)
    work = encode
    for option, _ in options:
        if option == "-h":
            print(usage)
            return
        work = encode if option == "-e" else decode
    if names and names[0] != "-":
        with open(names[0], "rb") as file:
            work(file, sys.stdout.buffer)
    else:
        work(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
