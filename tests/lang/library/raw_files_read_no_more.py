# An unbuffered file reads what it is asked for and no more, as the descriptor may have other readers.
import os
import select
import subprocess
import sys
import tempfile

reading, writing = os.pipe()
os.write(writing, b"abcdef\nghi\njkl")
with open(reading, "rb", 0) as raw:
    print(raw.read(2), os.read(reading, 2), raw.readline(), os.read(reading, 1), raw.readline())
    print(raw.read(100))  # what is there
    os.write(writing, b"12345678")
    room = bytearray(3)
    print(raw.readinto(room), room, select.select([raw], [], [], 0)[0] == [raw])
    print(raw.read(5), select.select([raw], [], [], 0)[0])
    os.write(writing, b"line\nrest")
    print(raw.readline(2), raw.readline(), next(iter([os.read(reading, 10)])))
    os.write(writing, b"a\nb\n\nend")
    os.close(writing)
    print(list(raw), raw.read(), raw.read(1), raw.readline())

path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "wb") as file:
    file.write(b"".join(b"%d\n" % number for number in range(1000)))
with open(path, "rb", 0) as raw:
    print(raw.readline(), os.read(raw.fileno(), 4), raw.tell(), raw.readline())
    print(raw.read(3), os.lseek(raw.fileno(), 0, os.SEEK_CUR), raw.tell())
    child = subprocess.run([sys.executable, "-c", "import sys; print(sys.stdin.readline())"], stdin=raw, capture_output=True, text=True)
    print(child.stdout)
with open(path, "rb", 0) as raw:
    for line in raw:
        if line == b"500\n":
            break
    print(raw.tell(), os.read(raw.fileno(), 4), len(raw.read(10 ** 6)), raw.read(5))
    raw.seek(0)
    print(len(raw.readall()), len(list(raw)), raw.seek(-4, 2), raw.readlines())
with open(path, "r+b", 0) as raw:
    print(raw.readline(), raw.write(b"x"), raw.readline(), raw.read(2))
with open(path, "rb") as file:
    print(file.read(8))

process = subprocess.Popen([sys.executable, "-c", "print('x' * 10)"], stdout=subprocess.PIPE, bufsize=0)
print(process.stdout.read(4), select.select([process.stdout], [], [], 0)[0] == [process.stdout], process.stdout.read(100))
process.stdout.close()
process.wait()
