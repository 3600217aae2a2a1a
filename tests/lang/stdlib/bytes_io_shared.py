# The bytes of a BytesIO stay what they were for whoever has them, whatever is done to the stream.
import copy, io, pickle

first = b"some bytes, " * 20
stream = io.BytesIO(first)
print(stream.getvalue() == first, stream.read() == first, stream.read())
stream.seek(0)
stream.write(b"SOME")
print(first[:6], stream.getvalue()[:6])
given = stream.getvalue()
stream.seek(5)
stream.write(b"BYTES")
print(given[:10], stream.getvalue()[:10])
stream.truncate(7)
print(stream.getvalue(), len(given), len(first))

# views
stream = io.BytesIO(b"0123456789")
with stream.getbuffer() as view:
    before = stream.getvalue()
    view[0:2] = b"ab"
    print(before, stream.getvalue())
    stream.seek(0)
    whole = stream.read()
    view[2:4] = b"cd"
    print(whole, stream.getvalue(), view.readonly, len(view))
    for change in (lambda: stream.write(b"x"), lambda: stream.truncate(3), stream.close, lambda: stream.__setstate__((b"", 0, None))):
        try:
            change()
        except BufferError as error:
            print(error)
stream.seek(4)
stream.write(b"EF")
print(whole, stream.getvalue())

# a stream that is written from what it gave
stream = io.BytesIO(b"abc")
stream.seek(2)
stream.write(stream.getvalue())
print(stream.getvalue())
stream.write(stream.getvalue())
print(stream.getvalue(), stream.tell())

# other kinds of bytes
source = bytearray(b"changes")
stream = io.BytesIO(source)
source[0] = 67
print(stream.getvalue(), io.BytesIO(memoryview(b"xyz")[1:]).read())


class Bytes(bytes):
    pass


stream = io.BytesIO(Bytes(b"of a class"))
print(type(stream.getvalue()), type(stream.read()))
part = b""
for i in range(5):
    part += b"piece"
    stream = io.BytesIO(part)
    print(stream.getvalue())
    stream.write(b"P")
print(part)

# sizes
stream = io.BytesIO(b"line\nline\n")
print(stream.read(4), stream.readline(), stream.read(100), stream.read(100))
stream.seek(0)
print(stream.read(100), stream.read(0), stream.tell())
stream.seek(0)
print(stream.read(10), stream.tell(), stream.seek(-3, 2), stream.read())
stream.seek(20)
print(stream.read(), stream.getvalue())
stream.write(b"!")
print(stream.getvalue())
print(io.BytesIO().getvalue(), io.BytesIO(None).read(), io.BytesIO(b"").read(), io.BytesIO(b"").getbuffer().nbytes)

# state, initialised again
stream = io.BytesIO(b"state")
stream.read(2)
other = pickle.loads(pickle.dumps(stream))
print(other.read(), other.getvalue(), stream.read())
other.write(b"+")
print(other.getvalue(), stream.getvalue())
stream.__init__(b"anew")
print(stream.read(), stream.tell())
stream.close()
for what in (stream.getvalue, stream.read, stream.getbuffer):
    try:
        what()
    except ValueError as error:
        print(error)
