# archives with members that are compressed by bzip2 and LZMA; tar archives by both
import io, tarfile, zipfile
data = b"some data " * 5000
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        for name, content in (("long", data), ("empty", b""), ("x", b"x")):
            archive.writestr(f"{name}{kind}", content, compress_type=kind)
with zipfile.ZipFile(file) as archive:
    print(archive.testzip(), [(info.filename, info.compress_size, info.flag_bits, len(archive.read(info))) for info in archive.infolist()])
    with archive.open("long14") as member:
        print(member.read(7), member.read(5), member.read() == data[12:])
for how in ("bz2", "xz"):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:" + how) as archive:
        info = tarfile.TarInfo("name")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    size = file.tell()
    file.seek(0)
    with tarfile.open(fileobj=file) as archive:
        print(how, size < 400, archive.getnames(), archive.extractfile("name").read() == data)
