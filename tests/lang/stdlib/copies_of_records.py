# What pickle and copy make of records of the library; archives in all compressions; uuencoded lines.
import binascii
import copy
import os
import pickle
import platform
import shutil
import tempfile
import uuid

uname = platform.uname()
for made in (copy.copy(uname), copy.deepcopy(uname), pickle.loads(pickle.dumps(uname))):
    print(type(made).__name__, made == uname, made.processor == uname.processor)
safe = uuid.UUID(int=5, is_safe=uuid.SafeUUID.safe)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    made = pickle.loads(pickle.dumps(safe, protocol))
    print(made == safe, made.is_safe)
print(copy.copy(uuid.UUID(int=7)).is_safe, copy.copy(uuid.UUID(int=7, is_safe=uuid.SafeUUID.unsafe)).is_safe)

print([name for name, _ in shutil.get_archive_formats()], [(name, extensions) for name, extensions, _ in shutil.get_unpack_formats()])
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(os.path.join(folder, "in", "below"))
    with open(os.path.join(folder, "in", "below", "file.txt"), "w") as file:
        file.write("text" * 1000)
    for kind in ("tar", "gztar", "bztar", "xztar", "zip"):
        path = shutil.make_archive(os.path.join(folder, "archive"), kind, os.path.join(folder, "in"))
        shutil.unpack_archive(path, os.path.join(folder, kind))
        with open(os.path.join(folder, kind, "below", "file.txt")) as file:
            print(os.path.basename(path), len(file.read()))

for line in (b"#0V%T", b"#0V%T\n", b"#0V%", b"\xff\x00", b"!!!!", b"#0V%T   \n", b"", b"$`$-A=```\n"):
    try:
        print(line, binascii.a2b_uu(line))
    except binascii.Error as error:
        print(line, error)
