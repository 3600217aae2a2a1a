# io.IncrementalNewlineDecoder; readinto() into any writable buffer; truncate() after reading.
import array
import codecs
import io

for translate in (True, False):
    decoder = io.IncrementalNewlineDecoder(None, translate=translate)
    for piece in ("a\r\nb\rc\n", "\r", "\n", "x\r"):
        print(repr(decoder.decode(piece)), decoder.newlines, decoder.getstate())
    print(repr(decoder.decode("", final=True)), decoder.newlines)
    decoder.reset()
    print(decoder.newlines, decoder.getstate())
    decoder.setstate((b"", 1))
    print(repr(decoder.decode("x")))
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), translate)
    for piece in (b"\xe8\xa2", b"\x88\r", b"\n\r\n", b"\xe8"):
        print(repr(decoder.decode(piece)), decoder.newlines, decoder.getstate())
    state = decoder.getstate()
    decoder.reset()
    decoder.setstate(state)
    print(ascii(decoder.decode(b"\xa2\x88\n", final=True)))
items = array.array("i", [0, 0])
for stream in (io.BytesIO(b"12345678abc"), io.BufferedReader(io.BytesIO(b"12345678abc"))):
    print(stream.readinto(items), items.tobytes(), stream.readinto1(memoryview(bytearray(2))))
for first in (lambda f: f.read(2), lambda f: f.write(b"ab")):
    stream = io.BufferedRandom(io.BytesIO(b"0123456789"))
    first(stream)
    print(stream.truncate(), stream.raw.getvalue())
