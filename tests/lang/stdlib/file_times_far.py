# Times of files beyond 32 and 64 bits of nanoseconds, where the file system keeps them.
import os, tempfile

with tempfile.NamedTemporaryFile() as file:
    for seconds in (0, 1, 2**31, 2**32 + 5, 2**33 + 2**32, 2**34 - 1, 2**40, -1):
        try:
            os.utime(file.name, (seconds, seconds))
        except (OSError, OverflowError):
            continue
        status = os.stat(file.name)
        assert status.st_mtime_ns == int(status.st_mtime) * 10**9, seconds
print("done")
