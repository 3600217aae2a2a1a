# typhon-only
"""In an archive the source of a module goes before bytecode that is beside it: other programs' bytecode does not run here."""
import sys
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as folder:
    with zipfile.ZipFile(folder + "/a.zip", "w") as archive:
        archive.writestr("both.py", "value = 'source'\n")
        archive.writestr("both.pyc", b"\xcb\r\r\n" + bytes(12) + b"not for us")
        archive.writestr("pack/__init__.py", "value = 'package'\n")
        archive.writestr("pack/__init__.pyc", b"nonsense")
    sys.path.insert(0, folder + "/a.zip")
    import both
    import pack
    print(both.value, pack.value)
