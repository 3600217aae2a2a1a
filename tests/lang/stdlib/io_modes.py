# what streams call the way they were opened
import os, tempfile
path = os.path.join(tempfile.mkdtemp(), "file")
for mode in "w+b", "r+b", "wb", "a+b", "ab", "rb", "w+", "r", "a+", "w":
    with open(path, mode) as file:
        print(mode, file.mode, getattr(file, "buffer", file).mode, getattr(file, "buffer", file).raw.mode)
    with open(path, mode.replace("b", "") + "b", buffering=0) as raw:
        print(raw.mode, repr(raw).replace(path, "PATH"))
os.unlink(path)
with open(path, "x+b") as file:
    print(file.mode)
with open(path, "rb") as file:
    os.unlink(path)
with open(path, "xb") as file:
    print(file.mode)
