"""Matching of file names against the patterns of shells (library reference, "fnmatch")."""
import functools as _functools
import os as _os
import re as _re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether the pattern matches the whole name.

    An initial period in FILENAME is not special. Both are first case-normalized if the operating system requires it.
    """
    return fnmatchcase(_os.path.normcase(name), _os.path.normcase(pat))


@_functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return _re.compile(translate(str(pat, "ISO-8859-1")).encode("ISO-8859-1")).match
    return _re.compile(translate(pat)).match


def filter(names, pat):
    """Construct a list from those elements of the iterable NAMES that match PAT."""
    match = _matcher(_os.path.normcase(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    """Test whether FILENAME matches PATTERN, including case."""
    return _matcher(pat)(name) is not None


def translate(pat):
    """Translate a shell PATTERN to a regular expression.  There is no way to quote meta-characters."""
    parts = []  # texts; None stands for a star
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            end = i
            if end < n and pat[end] == "!":
                end += 1
            if end < n and pat[end] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                parts.append("\\[")
            else:
                parts.append(_set(pat, i, end))
                i = end + 1
        else:
            parts.append(_re.escape(c))
    # What stands before the first star and behind the last is fixed; between two stars the first match will do.
    result = []
    i, n = 0, len(parts)
    while i < n and parts[i] is not None:
        result.append(parts[i])
        i += 1
    while i < n:
        i += 1  # the star
        if i == n:
            result.append(".*")
            break
        fixed = []
        while i < n and parts[i] is not None:
            fixed.append(parts[i])
            i += 1
        fixed = "".join(fixed)
        result.append(f".*{fixed}" if i == n else f"(?>.*?{fixed})")
    return f"(?s:{''.join(result)})\\Z"


def _set(pat, start, end):
    """The set between [ and ] as a regular expression."""
    stuff = pat[start:end]
    if "-" not in stuff:
        stuff = stuff.replace("\\", r"\\")
    else:
        chunks = []
        k = start + 2 if pat[start] == "!" else start + 1
        i = start
        while True:
            k = pat.find("-", k, end)
            if k < 0:
                break
            chunks.append(pat[i:k])
            i = k + 1
            k = k + 3
        chunk = pat[i:end]
        if chunk:
            chunks.append(chunk)
        else:
            chunks[-1] += "-"
        # ranges that are empty go away
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        stuff = "-".join(s.replace("\\", r"\\").replace("-", r"\-") for s in chunks)
    stuff = _re.sub(r"([&~|])", r"\\\1", stuff)
    if not stuff:
        return "(?!)"
    if stuff == "!":
        return "."
    if stuff[0] == "!":
        stuff = "^" + stuff[1:]
    elif stuff[0] in ("^", "["):
        stuff = "\\" + stuff
    return f"[{stuff}]"
