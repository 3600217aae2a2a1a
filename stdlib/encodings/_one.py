"""The module of one encoding: the import system runs this under the name of each, as encodings.utf_8."""
import _codecs_provided as _provided

_name = __name__.rpartition(".")[2]
_info = _provided.search(_name)
if _info is None:
    raise ModuleNotFoundError(f"No module named {__name__!r}", name=__name__)

encode, decode = _info.encode, _info.decode
IncrementalEncoder, IncrementalDecoder = _info.incrementalencoder, _info.incrementaldecoder
StreamReader, StreamWriter = _info.streamreader, _info.streamwriter


def getregentry():
    return _info


def __getattr__(name):
    import codecs
    if name == "Codec":
        class Codec(codecs.Codec):
            def encode(self, input, errors="strict"):
                return _info.encode(input, errors)

            def decode(self, input, errors="strict"):
                return _info.decode(input, errors)
        globals()[name] = Codec
        return Codec
    if name in ("decoding_table", "encoding_table") and _provided.is_single_byte(_name):
        table = bytes(range(256)).decode(_name, "replace").replace("\ufffd", "\ufffe")
        globals()[name] = table if name == "decoding_table" else codecs.charmap_build(table)
        return globals()[name]
    if name == "rot13" and _name == "rot_13":
        def rot13(infile, outfile):
            outfile.write(codecs.encode(infile.read(), "rot-13"))
        return rot13
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
