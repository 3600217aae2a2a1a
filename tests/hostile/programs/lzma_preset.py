import lzma
k = []
while True: k.append(lzma.LZMACompressor(preset=9 | lzma.PRESET_EXTREME))
