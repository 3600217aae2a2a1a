# python3.12: The raw stream below a buffered one, what closed streams can, "locale" as an encoding.
import io
import os
import sys
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "w") as file:
    raw = file.buffer.raw
    print(type(raw).__name__, isinstance(raw, io.RawIOBase), raw.mode, raw.closefd, raw.name == path, raw.fileno() == file.fileno())
    file.write("text\n")
    file.flush()
    print(raw.write(b"raw\n"))
print(raw.closed)
with open(path, "rb") as file:
    print(type(file).__name__, type(file.raw).__name__, file.raw is file.raw, file.raw.mode, file.raw.readable(), file.raw.writable())
    print(file.raw.read(5), file.read())
with open(path, "r+b") as file:
    print(type(file).__name__, type(file.raw).__name__, file.raw.mode)
print(type(sys.stdout.buffer.raw).__name__, sys.stdout.buffer.raw.closefd, sys.stdout.buffer.raw.name)

for opened in (open(path, "rb", 0), open(path, "rb"), open(path)):
    opened.close()
    for method in "readable", "writable", "seekable", "isatty", "fileno":
        try:
            print(type(opened).__name__, method, getattr(opened, method)())
        except ValueError as error:
            print(type(opened).__name__, method, error)

wrapper = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
wrapper.reconfigure(encoding="locale")
print(wrapper.encoding.lower())
with open(path, encoding="latin-1") as file:
    file.reconfigure(encoding="locale")
    print(file.encoding.lower())
print("text_encoding" in io.__all__, io.text_encoding(None), io.text_encoding("x"))
