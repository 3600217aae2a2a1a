"""Names of encodings: their codecs are found by module codecs."""
import codecs


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """Runs of characters other than letters, digits and the dot become one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    words, gap = [], False
    for c in encoding:
        if c.isalnum() or c == ".":
            if gap and words:
                words.append("_")
            if c.isascii():
                words.append(c)
            gap = False
        else:
            gap = True
    return "".join(words)


def search_function(encoding):
    import _codecs_provided
    return _codecs_provided.search(normalize_encoding(encoding).lower())


_cache = codecs._found


def __getattr__(name):
    # encodings.utf_8 and the others, as attributes before anybody has imported them.
    import importlib
    if not name.startswith("__"):
        try:
            return importlib.import_module("encodings." + name)
        except ImportError:
            pass
    raise AttributeError(f"module 'encodings' has no attribute {name!r}")
