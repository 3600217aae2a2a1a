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
    # encodings.utf_8 and the others: the classes of one codec, as a module.
    import _codecs_provided
    import types
    info = None if name.startswith("__") else _codecs_provided.search(name.lower())
    if info is None:
        raise AttributeError(f"module 'encodings' has no attribute {name!r}")
    module = types.ModuleType("encodings." + name)
    module.encode, module.decode = info.encode, info.decode
    module.IncrementalEncoder, module.IncrementalDecoder = info.incrementalencoder, info.incrementaldecoder
    module.StreamReader, module.StreamWriter = info.streamreader, info.streamwriter
    module.getregentry = lambda: info
    globals()[name] = module
    return module
