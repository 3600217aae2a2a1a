# typhon-only: releases of CPython from before 2024 see no overlap. Archives that are not what they are taken for; many names below one another (library reference, "zipfile", "tarfile").
import io
import tarfile
import zipfile


def shown(call, *args, **options):
    try:
        return call(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


store = io.BytesIO()
with zipfile.ZipFile(store, "w") as archive:
    archive.writestr("first", "1" * 100)
    archive.writestr("second", "2" * 100)
data = bytearray(store.getvalue())
central = data.index(b"PK\1\2")
data[central + 20:central + 24] = (120).to_bytes(4, "little")  # the size of the first one, compressed
with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
    print(shown(archive.read, "first"), shown(archive.read, "second") == b"2" * 100)

store = io.BytesIO()
with zipfile.ZipFile(store, "w") as archive:
    for number in range(6000):
        archive.writestr(f"{number % 10}/{number % 70}/{number}", "")
    path = zipfile.Path(archive)
    print(len([inner for outer in path.iterdir() for inner in outer.iterdir()]), path.joinpath("3", "3").is_dir(), (path / "3/3/3").exists(), (path / "3/4").exists())
    archive.writestr("new/file", "x")
    print((path / "new").is_dir(), (path / "new" / "file").read_text(), len(path.root.namelist()))

plain = io.BytesIO()
with tarfile.open(fileobj=plain, mode="w") as archive:
    archive.addfile(tarfile.TarInfo("name"))
for mode in ("r|gz", "r|bz2", "r|xz", "r|", "r:bz2", "r:xz", "r:gz"):
    for content in (plain.getvalue(), b"", b"no archive at all" * 50):
        done = shown(tarfile.open, fileobj=io.BytesIO(content), mode=mode)
        print(mode, len(content), done.partition(":")[0] if isinstance(done, str) else done.getnames())
