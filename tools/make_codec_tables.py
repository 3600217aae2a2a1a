#!/usr/bin/env python3
"""Writes runtime/objects/codec_tables.inc: the names of encodings, and the tables of those of one byte a character.

    python3.12 tools/make_codec_tables.py > runtime/objects/codec_tables.inc

The data is what the `encodings` package of the Python that runs this answers. Only encodings that agree with ASCII below 128
are taken.
"""
import encodings.aliases, pkgutil, codecs, sys

BUILT_IN = {"utf_8": "UTF_8", "utf_8_sig": "UTF_8_SIG", "ascii": "ASCII", "latin_1": "LATIN_1", "utf_16": "UTF_16", "utf_16_le": "UTF_16_LE",
            "utf_16_be": "UTF_16_BE", "utf_32": "UTF_32", "utf_32_le": "UTF_32_LE", "utf_32_be": "UTF_32_BE", "unicode_escape": "UNICODE_ESCAPE",
            "raw_unicode_escape": "RAW_UNICODE_ESCAPE"}
NO_TEXT = ["base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec"]


def table_of(name):
    characters = []
    for byte in range(256):
        try:
            text = bytes([byte]).decode(name)
        except UnicodeDecodeError:
            text = "\ufffe"
        except Exception:
            return None
        if len(text) != 1 or ord(text) > 0xffff:
            return None
        characters.append(ord(text))
    return characters[128:] if characters[:128] == list(range(128)) else None


def is_charmap(name):
    if name in BUILT_IN or name in NO_TEXT or name in ("aliases", "charmap", "idna", "punycode", "undefined", "mbcs", "oem", "utf_7", "iso8859_1"):
        return False
    try:
        "\u05d0\u0430\u4e00\U0001f600".encode(name)
    except UnicodeEncodeError as error:
        if error.encoding != "charmap":
            return False
    except Exception:
        return False
    else:
        return False
    return table_of(name) is not None


charmaps = sorted(m.name for m in pkgutil.iter_modules(encodings.__path__) if is_charmap(m.name))
print("// Made by tools/make_codec_tables.py from Python %s. Do not edit." % sys.version.split()[0])
print("#ifdef CODEC_TABLE_CHARMAPS\n// What the bytes 128 to 255 are; 0xfffe: nothing.\nstatic const uint16_t charmaps[][128] = {")
for name in charmaps:
    print("    { // %s" % name)
    table = table_of(name)
    for at in range(0, 128, 16):
        print("        " + " ".join("0x%x," % c for c in table[at:at + 16]))
    print("    },")
print("};")
names = {}
for alias, name in list(encodings.aliases.aliases.items()) + [(n, n) for n in [*BUILT_IN, *NO_TEXT, *charmaps]]:
    if name == "iso8859_1":
        name = "latin_1"
    if name in BUILT_IN:
        names[alias] = "CODEC_" + BUILT_IN[name]
    elif name in NO_TEXT:
        names[alias] = "CODEC_NO_TEXT"
    elif name in charmaps:
        names[alias] = charmaps.index(name)
names["iso8859_1"] = "CODEC_LATIN_1"
print("#endif\n#ifdef CODEC_TABLE_NAMES\n// Names in lower case, with '_' for what is neither letter nor digit; in order.\nstatic const CodecName codec_names[] = {")
line = "   "
for name in sorted(names):
    entry = (' CHARMAP_NAME("%s", %d)' if isinstance(names[name], int) else ' {"%s", %s},') % (name, names[name])
    if len(line) + len(entry) > 138:
        print(line)
        line = "   "
    line += entry
print(line)
print("};\n#endif")
