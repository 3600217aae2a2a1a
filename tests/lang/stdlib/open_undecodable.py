"""open() of names that are not UTF-8: bytes that cannot be decoded are surrogates in a str, and bytes again for the system."""
import io
import os
import tempfile

name = os.fsdecode(b"a\xe7w\xf0")
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open(name, "w") as file:
        file.write("text")
        print(ascii(file.name))
    print(os.listdir(b"."), os.path.exists(name), os.path.getsize(name))
    print(open(os.fsencode(name)).read(), open(name, opener=os.open).read(), io.FileIO(name).read())
    os.mkdir(name + "d")
    for bad in (name + "x", os.fsencode(name + "x"), name + "d", "\ud800", "a\0b", b"a\0b"):
        try:
            open(bad)
        except (OSError, ValueError) as error:
            print(type(error).__name__, ascii(error), ascii(getattr(error, "filename", None)))
    os.chdir("/")
