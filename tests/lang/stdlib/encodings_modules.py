# python3.12
import codecs
import importlib
import io

for name in "ascii base64_codec big5 charmap cp037 cp1140 cp437 cp932 euc_jp gb18030 hex_codec hz idna iso2022_jp iso8859_15 koi8_r latin_1 mac_roman punycode rot_13 shift_jis undefined utf_16 utf_7 utf_8 utf_8_sig zlib_codec".split():
    module = importlib.import_module("encodings." + name)
    info = module.getregentry()
    print(module.__name__, info.name, issubclass(module.IncrementalDecoder, codecs.IncrementalDecoder), issubclass(module.StreamReader, codecs.StreamReader), isinstance(info, codecs.CodecInfo))
from encodings import cp1252, utf_8
from encodings.aliases import aliases
import encodings.cp037

print(cp1252.decoding_table[0x80:0x84], encodings.cp037.decoding_table[0x40:0x60], utf_8.encode("é"), utf_8.decode(b"\xc3\xa9"), cp1252.Codec().encode("€"), cp1252.Codec().decode(b"\x80"))
print(aliases["utf8"], aliases["latin1"], aliases["936"], len(aliases), cp1252.encoding_table is not None)
for name in "encodings.nothing", "encodings.utf_8.more":
    try:
        importlib.import_module(name)
    except ImportError as e:
        print(e)
try:
    encodings.nothing_here
except AttributeError as e:
    print(e)
out = io.StringIO()
encodings.rot_13.rot13(io.StringIO("Hello"), out)
print(out.getvalue())

for name in "cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875":
    table = bytes(range(256)).decode(name, "replace")
    print(name, codecs.lookup(name).name, ascii(table), "Hello, 1".encode(name))
    print([ascii(c) for c in set(table) if c != "\ufffd" and c.encode(name).decode(name) != c])
    for wrong in "\u1234x", :
        try:
            wrong.encode(name)
        except UnicodeEncodeError as e:
            print(e)
        print(wrong.encode(name, "replace"), wrong.encode(name, "xmlcharrefreplace"))
for alias in "ibm037 ebcdic-cp-us 500 csibm1026 IBM1140".split():
    print(alias, codecs.lookup(alias).name)
try:
    b"a\x8f\xff".decode("cp424")
except UnicodeDecodeError as e:
    print(e)
print(codecs.encode("é", "charmap"), codecs.decode(b"\xe9", "charmap"), codecs.lookup("charmap").name)
for name in "iso2022_jp", "hz", "euc_kr":
    text = {"iso2022_jp": "日本a語\n漢字", "hz": "中文a简体\n字~字", "euc_kr": "똠방각하 쓔쓔쓩 뷁"}[name]
    encoder = codecs.getincrementalencoder(name)()
    pieces = [encoder.encode(c) for c in text] + [encoder.encode("", True)]
    print(pieces, b"".join(pieces) == text.encode(name), text.encode(name).decode(name) == text)
    stream = io.BytesIO()
    writer = codecs.getwriter(name)(stream)
    for c in text:
        writer.write(c)
    writer.reset()
    print(stream.getvalue() == text.encode(name), codecs.getreader(name)(io.BytesIO(text.encode(name))).read(None if name != "x" else -1) == text)
