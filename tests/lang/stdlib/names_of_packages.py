# python3.12 # Names beside the documented ones that packages ask for: zipfile's format, _compression, email._parseaddr, XMLParser.parser, pydoc.pager, tokenize._compile.
import io
import sys

sys.modules["_elementtree"] = None  # type: ignore  # as defusedxml does it: in CPython, the parser that is written in C has no handlers
import _compression
import bz2
import lzma
import pydoc
import tokenize
import zipfile
from email import _parseaddr
from xml.etree import ElementTree

for name in ("structEndArchive stringEndArchive sizeEndCentDir structEndArchive64Locator sizeEndCentDir64Locator structEndArchive64 stringEndArchive64 sizeEndCentDir64 "
             "structCentralDir stringCentralDir sizeCentralDir structFileHeader stringFileHeader sizeFileHeader MAX_EXTRACT_VERSION BZIP2_VERSION LZMA_VERSION _DD_SIGNATURE "
             "_ECD_SIGNATURE _ECD_LOCATION _ECD_SIZE _CD_SIGNATURE _CD_LOCAL_HEADER_OFFSET _CD_CRC _CD64_OFFSET_START_CENTDIR _FH_EXTRA_FIELD_LENGTH _FH_FILENAME_LENGTH "
             "_MASK_ENCRYPTED _MASK_USE_DATA_DESCRIPTOR _MASK_UTF_FILENAME compressor_names").split():
    print(name, getattr(zipfile, name))
print(zipfile._strip_extra(b"\1\0\2\0ab\2\0\1\0c\1\0\0\0z", (1,)), hasattr(zipfile, "nothing"))

data = bytes(range(256)) * 100
for packed, factory, options in (bz2.compress(data), bz2.BZ2Decompressor, {}), (lzma.compress(data), lzma.LZMADecompressor, {"format": lzma.FORMAT_AUTO}):
    reader = _compression.DecompressReader(io.BytesIO(packed + packed + b"trailing"), factory, trailing_error=(OSError, lzma.LZMAError), **options)
    print(reader.readable(), reader.seekable(), reader.read(3), reader.tell(), reader.seek(-5, io.SEEK_END), reader.read(), reader.read(1), reader.seek(256), reader.read(2))
    room = bytearray(4)
    print(reader.readinto(room), room, len(io.BufferedReader(reader).read()), _compression.BUFFER_SIZE)
    reader = _compression.DecompressReader(io.BytesIO(packed[:-3]), factory, **options)
    try:
        reader.readall()
    except EOFError as error:
        print(error)

print(_parseaddr.quote('a"b\\c'), _parseaddr.parsedate_tz("Fri, 27 Nov 2026 10:00:00 +0100"))
addresses = _parseaddr.AddressList("A <a@x.org>, b@y.org")
more = _parseaddr.AddressList("b@y.org, c@z.org")
print(addresses.addresslist, len(addresses), addresses[1], (addresses + more).addresslist, (addresses - more).addresslist)


def told(kind):
    return lambda *args: print(kind, args)


document = """<!DOCTYPE r SYSTEM "r.dtd" [<!ENTITY a "b"><!ENTITY % p "q"><!ENTITY e SYSTEM "file.txt"><!NOTATION n SYSTEM "n"><!ENTITY u SYSTEM "u.gif" NDATA n>]><r>&a;</r>"""
parser = ElementTree.XMLParser()
for kind in "StartDoctypeDecl", "EntityDecl", "UnparsedEntityDecl":
    setattr(parser.parser, kind + "Handler", told(kind))
parser.feed(document)
print(ElementTree.tostring(parser.close()))


def refuse(*args):
    raise ValueError("no DTD")


parser = ElementTree.XMLParser()
parser.parser.StartDoctypeDeclHandler = refuse
try:
    parser.feed(document)
    parser.close()
except ValueError as error:
    print(error)

pydoc.pager("shown at once, _\x08_b\x08bold\n")
print(tokenize._compile(r"a+").match("aab").group())

import asyncio  # anyio looks for the task that run_until_complete() waits for, and what tasks wait for
from asyncio.base_events import _run_until_complete_cb


async def waiting():
    own, other = asyncio.current_task(), asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    print([call is _run_until_complete_cb for call, _ in own._callbacks], own._fut_waiter, own._must_cancel, other._fut_waiter.done(), other._must_cancel)
    other.cancel()
    print(other._fut_waiter.cancelled(), other._must_cancel)
    other.cancel()
    print(other._must_cancel)
    await asyncio.wait([other])
    print(other.cancelled(), other._fut_waiter, other._must_cancel)


loop = asyncio.new_event_loop()
loop.run_until_complete(waiting())
loop.close()

import ssl  # httpcore asks a socket for its connection
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
plain = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="x")._sslobj
print(plain is not None, plain.version(), plain.selected_alpn_protocol())
import socket
with context.wrap_socket(socket.socket(), server_hostname="x") as secure:
    print(secure._sslobj)
