# python3.12: A bytearray that joins what a script gives is not to be resized by it.
separator = bytearray(b", ")


def pieces():
    yield b"a"
    separator.append(1)
    yield b"b"


def writes():
    yield b"a"
    separator[0] = ord(";")
    yield b"b"


try:
    print(separator.join(pieces()))
except BufferError as error:
    print(error)
print(separator, separator.join(writes()))
separator.extend(b"-")
print(separator.join([b"x", b"y"]))


def fails():
    yield b"a"
    raise KeyError("stop")


try:
    separator.join(fails())
except KeyError:
    separator.clear()
print(separator)
