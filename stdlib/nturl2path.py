"""Paths of Windows as the paths of file addresses, and back."""
import re

_DRIVE = re.compile(r"[^:|]*([A-Za-z])[:|]([^:|]*)")


def url2pathname(url):
    """The path that "///C:/a/b" or "////host/share" stands for."""
    from urllib.parse import unquote
    if not re.search("[:|]", url):
        return unquote((url[2:] if url.startswith("////") else url).replace("/", "\\"))
    found = _DRIVE.fullmatch(url)
    if not found:
        raise OSError("Bad URL: " + url.replace(":", "|"))
    parts = [unquote(part) for part in found[2].split("/") if part]
    path = "\\".join([found[1].upper() + ":", *parts])
    return path + "\\" if not parts and url.endswith("/") else path


def pathname2url(p):
    """The path of an address that stands for "C:\\a\\b" or "\\\\host\\share"."""
    from urllib.parse import quote
    if p.startswith("\\\\?\\"):  # the long form
        p = p[4:]
        if p[:4].upper() == "UNC\\":
            p = "\\" + p[4:]
        elif p[1:2] != ":":
            raise OSError("Bad path: " + p)
    drive, colon, rest = p.partition(":")
    if not colon:
        return quote(("//" if p.startswith("\\\\") else "") + p.replace("\\", "/"))
    if len(drive) > 1 or ":" in rest:
        raise OSError("Bad path: " + p)
    return "".join([f"///{quote(drive.upper())}:", *("/" + quote(part) for part in rest.split("\\") if part)])
