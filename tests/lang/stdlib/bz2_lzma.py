# bz2 and lzma: round trips, pieces, limits, several streams, files, filters, and what is said of wrong data and arguments
import bz2, io, lzma, os, random, tempfile
r = random.Random(5)

def t(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as e:
        return type(e).__name__, str(e)

def block(size):
    return bytes(r.choice(b"abcdefgh \n") for _ in range(size))

sizes = [0, 1, 100, 5000, 70000]
for module, new_compressor, new_decompressor in ((bz2, bz2.BZ2Compressor, bz2.BZ2Decompressor), (lzma, lzma.LZMACompressor, lzma.LZMADecompressor)):
    print(module.__name__, sorted(module.__all__))
    for size in sizes:
        data = block(size)
        packed = module.compress(data)
        assert module.decompress(packed) == data
        assert module.decompress(packed + module.compress(b"more") + b"junk") == data + b"more"
        work, parts = new_compressor(), []
        for at in range(0, size, 777):
            parts.append(work.compress(data[at:at + 777]))
        parts.append(work.flush())
        assert module.decompress(b"".join(parts)) == data
        print(t(work.flush), t(work.compress, b""))
        for limit in (1, 50, 100000):
            if size // limit > 6000:
                continue
            work, out, rest = new_decompressor(), b"", packed + b"behind"
            while not work.eof:
                feed, rest = (rest[:33], rest[33:]) if work.needs_input else (b"", rest)
                piece = work.decompress(feed, limit)
                assert len(piece) <= limit
                out += piece
            assert out == data and work.unused_data + rest == b"behind" and not work.needs_input, (size, limit)
        print(t(work.decompress, b""))
    packed = module.compress(b"some text " * 100)
    for wrong in (b"", packed[:10], packed[:-3], b"no such thing at all, by no means"):
        print(t(module.decompress, wrong))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        for mode in ("w", "a"):
            with module.open(path, mode + "t", encoding="utf-8", newline="\n") as file:
                file.write("first line\nsecond: é\n")
        with module.open(path) as file:
            print(file.readable(), file.writable(), file.seekable(), file.fileno() > 0, file.closed)
            print(file.read(5), file.tell(), file.readline(), file.peek(3)[:3], file.read1(4))
            print(file.seek(0), list(file), file.seek(-5, 2), file.read(), file.seek(3), file.seek(2, 1), file.read(4))
            buffer = bytearray(4)
            print(file.seek(0), file.readinto(buffer), buffer)
            print(t(file.write, b""), t(file.seek, 0, 9))
        print(file.closed, t(file.read), t(file.tell), t(file.fileno))
        with module.open(path, "rt", encoding="utf-8") as file:
            print(file.readlines())
        print(t(module.open, path, "xb")[0], t(module.open, path, "rbt"), t(module.open, path, "rb", encoding="x"), t(module.open, 5), t(module.open, path, "q"))
        with module.open(path, "wb") as file:
            print(file.write(memoryview(bytes(8)).cast("I")), file.tell(), t(file.read), t(file.seek, 0), file.writable(), file.seekable())
    kept = io.BytesIO()
    with module.open(kept, "wb") as file:
        file.writelines([b"a\n", b"b\n"])
    print(kept.closed, module.decompress(kept.getvalue()))
    print(t(module.open(io.BytesIO(b"")).read), t(module.open(io.BytesIO(packed[:-5])).read), t(module.open(io.BytesIO(packed + b"xx")).read)[:4])

print(t(bz2.BZ2Compressor, 0), t(bz2.BZ2Compressor, 1, 2), t(bz2.BZ2Compressor, "a"), t(bz2.compress, b"", 10), t(bz2.BZ2File, "x", compresslevel=0))
x86, delta, lzma1, lzma2 = {"id": lzma.FILTER_X86}, {"id": lzma.FILTER_DELTA, "dist": 5}, {"id": lzma.FILTER_LZMA1}, {"id": lzma.FILTER_LZMA2, "preset": 3, "lc": 2}
data = block(3000)
for options in (dict(format=lzma.FORMAT_ALONE), dict(format=lzma.FORMAT_ALONE, filters=[lzma1]), dict(format=lzma.FORMAT_XZ, check=lzma.CHECK_SHA256, preset=2),
                dict(filters=[delta, lzma2]), dict(filters=[x86, lzma2]), dict(check=lzma.CHECK_NONE), dict(preset=9 | lzma.PRESET_EXTREME)):
    packed = lzma.compress(data, **options)
    work = lzma.LZMADecompressor()
    print(work.decompress(packed) == data, work.check, work.eof)
for chain in ([lzma2], [delta, lzma2], [lzma1]):
    packed = lzma.compress(data, lzma.FORMAT_RAW, filters=chain)
    print(lzma.decompress(packed, lzma.FORMAT_RAW, filters=chain) == data)
for options in (dict(format=77), dict(format=lzma.FORMAT_ALONE, check=1), dict(preset=1, filters=[]), dict(format=lzma.FORMAT_RAW), dict(preset=77), dict(filters=[{}]),
                dict(filters=[1]), dict(filters=[{"id": 77}]), dict(filters=[dict(lzma2, foo=1)]), dict(filters=[dict(delta, foo=1)]), dict(filters=[dict(x86, foo=1)]),
                dict(filters=[x86] * 6), dict(filters=[x86]), dict(filters=1), dict(format=lzma.FORMAT_ALONE, filters=[x86]), dict(filters=[dict(lzma2, preset=99)]),
                dict(filters=[dict(lzma2, dict_size=1)]), dict(format=lzma.FORMAT_AUTO)):
    print(t(lzma.LZMACompressor, **options))
for options in (dict(format=77), dict(format=lzma.FORMAT_RAW), dict(filters=[lzma2]), dict(format=lzma.FORMAT_RAW, memlimit=1), dict(memlimit="a")):
    print(t(lzma.LZMADecompressor, **options))
print(t(lzma.LZMADecompressor(memlimit=100).decompress, lzma.compress(b"a")), lzma.is_check_supported(lzma.CHECK_CRC32), lzma.is_check_supported(77))
print(t(lzma.LZMAFile, "x", check=1), t(lzma.LZMAFile, "x", preset=1), t(lzma.LZMAFile, "x", ""))
