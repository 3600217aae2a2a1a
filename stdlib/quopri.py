"""Quoted-printable texts, RFC 2045 (library reference, "quopri"). Also `python -m quopri [-t | -d] [FILE...]`."""
import binascii

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""


def encode(input, output, quotetabs, header=False):
    """Reads a binary stream and writes it encoded. `quotetabs`: tabs and spaces within lines too; `header`: spaces as "_" (RFC 1522)."""
    output.write(encodestring(input.read(), quotetabs, header))


def encodestring(s, quotetabs=False, header=False):
    """Bytes, encoded."""
    return binascii.b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """Reads an encoded binary stream and writes what it says. `header`: "_" is a space."""
    output.write(decodestring(input.read(), header))


def decodestring(s, header=False):
    """Bytes, decoded."""
    return binascii.a2b_qp(s, header=header)


def needsquoting(c, quotetabs, header):
    """Whether a byte has to be written as "=XX"."""
    if c in b" \t":
        return quotetabs
    return header if c == b"_" else c == ESCAPE or not b" " <= c <= b"~"


def quote(c):
    """A byte as "=XX"."""
    return b"=%02X" % ord(c)


def ishex(c):
    """Whether a byte is a hexadecimal digit."""
    return b"0" <= c <= b"9" or b"a" <= c <= b"f" or b"A" <= c <= b"F"


def unhex(s):
    """The number that hexadecimal digits say."""
    value = 0
    for digit in s:
        c = bytes((digit,))
        if not ishex(c):
            raise AssertionError("non-hex digit " + repr(c))
        value = value * 16 + int(c, 16)
    return value


def main():
    import getopt
    import sys
    usage = "usage: quopri [-t | -d] [file] ...\n-t: quote tabs\n-d: decode; default encode"
    try:
        options, names = getopt.getopt(sys.argv[1:], "td")
    except getopt.error as error:
        sys.stdout = sys.stderr
        print(error)
        print(usage)
        sys.exit(2)
    letters = {option for option, _ in options}
    if letters == {"-t", "-d"}:
        sys.stdout = sys.stderr
        print("-t and -d are mutually exclusive")
        sys.exit(2)
    failed = 0
    for name in names or ["-"]:
        try:
            stream = sys.stdin.buffer if name == "-" else open(name, "rb")
        except OSError as error:
            sys.stderr.write(f"{name}: can't open ({error})\n")
            failed = 1
            continue
        try:
            if "-d" in letters:
                decode(stream, sys.stdout.buffer)
            else:
                encode(stream, sys.stdout.buffer, "-t" in letters)
        finally:
            if name != "-":
                stream.close()
    if failed:
        sys.exit(failed)


if __name__ == "__main__":
    main()
