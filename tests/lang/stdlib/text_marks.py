# python3.12
# Byte order marks of text files stand at their beginning only; what is read of such files keeps its encoding.
import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "text")
for encoding in ("utf-16", "utf-8-sig", "utf-32", "utf-16-le", "UTF_16", "utf-8"):
    with open(path, "w", encoding=encoding) as file:
        file.write("ab")
        file.write("cé\n")
        file.flush()
        file.write("ef")
        file.writelines(["g", "h\n"])
    print(encoding, open(path, "rb").read().hex())
    with open(path, "a", encoding=encoding) as file:
        file.write("ij\n")
    print("append", open(path, "rb").read().hex())
    with open(path, encoding=encoding) as file:
        print(ascii(file.readline()), ascii(file.read()), file.encoding)
        file.seek(0)
        print(ascii(file.read(3)), ascii(file.readlines()), file.encoding)
    with open(path, "r+", encoding=encoding) as file:
        file.write("XY")
        file.seek(0)
        file.write("ZW")
        file.seek(0, 2)
        file.write("end")
    print("update", open(path, "rb").read().hex())
    raw = io.BytesIO()
    text = io.TextIOWrapper(raw, encoding=encoding)
    text.write("ab")
    text.write("cd")
    text.flush()
    text.write("e")
    text.flush()
    print("wrapper", raw.getvalue().hex())
    text.seek(0)
    text.write("zz")
    text.flush()
    print("again", raw.getvalue().hex())
    start = io.BytesIO(b"123")
    start.seek(0, 2)
    text = io.TextIOWrapper(start, encoding=encoding)
    text.write("a")
    text.flush()
    print("later", start.getvalue().hex())

with open(path, "w") as file:
    file.write("ab\ncd\n")
for opened in (open(path), io.TextIOWrapper(io.BytesIO(b"ab\ncd"), encoding="utf-8")):
    opened.read(1)
    for options in ({"encoding": "latin1"}, {"newline": "\n"}, {"line_buffering": True}, {"errors": "replace"}):
        try:
            opened.reconfigure(**options)
            print(options, "set")
        except Exception as error:
            print(options, type(error).__name__, error)
    opened.close()
    try:
        opened.writelines([])
    except ValueError as error:
        print(error)
