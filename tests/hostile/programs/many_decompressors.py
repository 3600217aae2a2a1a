import zlib, bz2, lzma
k = []
while True: k += [zlib.decompressobj(), bz2.BZ2Decompressor(), lzma.LZMADecompressor(), zlib.compressobj(9)]
