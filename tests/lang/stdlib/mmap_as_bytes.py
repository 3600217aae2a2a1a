# A map is a bytes-like object (library reference, "mmap"): natives read it, memoryview shows it, and while it is shown it is neither closed nor resized.
import array
import binascii
import hashlib
import mmap
import re
import struct
import tempfile
import zlib


def shown(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


with tempfile.TemporaryFile() as file:
    file.write(b"name: one\nname: two\n\x01\x02\x03\x04")
    file.flush()
    with mmap.mmap(file.fileno(), 0) as area:
        print(re.findall(rb"name: (\w+)", area), re.search(rb"two", area).span(), [m.start() for m in re.finditer(rb"n", area)])
        print(re.match(rb"name", area).group(), re.sub(rb"[a-z]+", b"x", area), re.split(rb"\n", area))
        print(re.compile(rb"o").search(area, 8).start(), shown(re.search, "o", area))
        print(struct.unpack_from("<I", area, 20), int.from_bytes(area[20:22], "big"))
        print(hashlib.md5(area).hexdigest() == hashlib.md5(bytes(area)).hexdigest(), zlib.crc32(area) == zlib.crc32(area[:]), binascii.hexlify(area)[-8:])
        print(b"".join([area, b"!"])[-5:], (b"<" + area)[:5], bytearray(area)[:4])
        print(list(area)[:3], area[0], b"t" in area, b"two" in area, 116 in area)
        view = memoryview(area)
        print(len(view), view.format, view.readonly, bytes(view[:4]), view[20:].tolist())
        view[0:4] = b"NAME"
        struct.pack_into("<H", area, 20, 0x4142)
        print(area[:9], area[20:22], view[20])
        print(shown(area.close), "|", shown(area.resize, 100))
        view.release()
        area.resize(10)
        print(len(area), area[:])
    print(area.closed, shown(memoryview, area), shown(area.find, b"x"))

    read_only = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    with memoryview(read_only) as view:
        print(view.readonly, shown(view.__setitem__, 0, 1))
    print(shown(read_only.__setitem__, 0, 1), read_only.size())
    read_only.close()

# Other bytes-like objects in the place of bytes.
data = array.array("B", b"one two")
print(re.search(rb"t\w+", data).group(), re.sub(rb"\w+", data, b"a b"), re.sub(b"a", memoryview(b"o"), memoryview(b"banana")))
print(re.compile(rb"x").search(array.array("I")), shown(re.sub, rb"x", 1, b"x"))
