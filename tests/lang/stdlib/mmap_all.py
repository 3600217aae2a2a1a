import mmap
import os
import tempfile


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


f = tempfile.TemporaryFile()
f.write(b"Hello mmap!\nsecond line\nthird\n")
f.flush()
with mmap.mmap(f.fileno(), 0) as m:
    print(len(m), m.size(), m[0], m[-1], m[:5], m[::7], m[6:10], m)
    print(m.read(5), m.tell(), m.readline(), m.readline(), m.read(), m.read(), m.seek(0), m.read_byte())
    m[0] = ord("J")
    m[6:10] = b"MMAP"
    m[1:4:2] = b"EL"
    print(m[:11], m.find(b"line"), m.find(b"line", 20), m.rfind(b"i"), m.find(b"zz"), m.find(b"e", -8, -1), m.find(b"third"))
    m.seek(3)
    print(m.write(b"abc"), m.write_byte(33), m[:11], m.seek(-2, 2), m.read(), m.seek(1), m.seek(2, 1), m.tell())
    m.move(0, 12, 6)
    print(m[:8], m.flush(), m.closed)
    attempt(m.__getitem__, 99)
    attempt(m.__getitem__, "x")
    attempt(m.__setitem__, 0, 300)
    attempt(m.__setitem__, slice(0, 2), b"abc")
    attempt(m.__delitem__, 0)
    attempt(m.seek, 99)
    attempt(m.seek, 0, 9)
    attempt(m.write, b"x" * 99)
    attempt(m.move, 0, 20, 20)
    m.resize(40)
    print(len(m), m[30:], os.fstat(f.fileno()).st_size)
print(m.closed, m)
attempt(m.read)
attempt(len, m)
f.seek(0)
print(f.read(12))
with mmap.mmap(f.fileno(), 10, access=mmap.ACCESS_READ) as m:
    print(m[:], m)
    attempt(m.__setitem__, 0, 1)
    attempt(m.write, b"x")
    attempt(m.resize, 5)
with mmap.mmap(f.fileno(), 10, access=mmap.ACCESS_COPY) as m:
    m[0:2] = b"??"
    print(m[:3])
f.seek(0)
print(f.read(3))
attempt(mmap.mmap, f.fileno(), 1000)
attempt(mmap.mmap, f.fileno(), -1)
attempt(mmap.mmap, f.fileno(), 0, offset=999)
attempt(mmap.mmap, f.fileno(), 5, access=9)
attempt(mmap.mmap, f.fileno(), 5, flags=mmap.MAP_PRIVATE, access=mmap.ACCESS_READ)
empty = tempfile.TemporaryFile()
attempt(mmap.mmap, empty.fileno(), 0)
m = mmap.mmap(-1, 13)
print(m.write(b"anonymous"), m[:], len(m), m.madvise(mmap.MADV_NORMAL))
pid = os.fork()
if pid == 0:
    m[0:5] = b"child"
    os._exit(0)
os.waitpid(pid, 0)
attempt(m.size)
print(m[:9], m.close(), m.close())
print(mmap.ACCESS_READ, mmap.PROT_READ, mmap.MAP_SHARED, mmap.PAGESIZE == mmap.ALLOCATIONGRANULARITY, mmap.error is OSError)
