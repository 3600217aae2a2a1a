# zlib, bz2, lzma: what is left behind the end of a stream, piece by piece; keywords
import zlib, bz2, lzma
data = bytes(range(256)) * 300
packed = zlib.compress(data)
for rest in (b"", b"0", b"trailing" * 9):
    d = zlib.decompressobj()
    got = d.decompress(packed + rest)
    print(got == data, d.eof, d.unused_data, d.unconsumed_tail, d.decompress(b"xy"), d.unused_data, d.flush())
    d, got, stream = zlib.decompressobj(), b"", packed + rest
    while stream and not d.eof:
        got += d.decompress(stream, max_length=5000)
        stream = d.unconsumed_tail
    print(got == data, d.eof, d.unused_data, d.unconsumed_tail)
for call in (lambda: zlib.decompressobj().decompress(data=packed), lambda: zlib.compressobj().compress(data=b""), lambda: zlib.decompressobj().decompress(packed, -1)):
    try: print(call())
    except (TypeError, ValueError) as e: print(type(e).__name__)
for z, last in ((zlib.compressobj(), b""), (zlib.decompressobj(), packed)):
    print(len((z.decompress if last else z.compress)(last)), type(z.copy()).__name__, len(z.flush()))
    try: print(z.copy())
    except ValueError as e: print(e)
for module, new, pack in ((bz2, bz2.BZ2Decompressor, bz2.compress), (lzma, lzma.LZMADecompressor, lzma.compress)):
    packed = pack(data)
    d, got, turns = new(), b"", 0
    for at in range(0, len(packed), 100):
        piece = packed[at:at + 100] + (b"tail" if at + 100 >= len(packed) else b"")
        got += d.decompress(piece, 700)
        while not d.needs_input and not d.eof: got += d.decompress(b"", 700); turns += 1
    print(module.__name__, got == data, turns > 50, d.eof, d.needs_input, d.unused_data)
    print(module.decompress(packed + packed) == data * 2, module.decompress(packed + b"junk") == data)
    for wrong in (b"", packed[:-3], b"junk" + packed, packed + packed[:-2]):
        try: print(len(module.decompress(wrong)))
        except Exception as e: print(type(e).__name__, e)
