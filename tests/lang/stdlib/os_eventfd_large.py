"""os.eventfd_write with values that need all 64 bits, and with wrong ones; posix_fadvise of a wrong descriptor; group ids that are none."""
import os
import select
import subprocess

fd = os.eventfd(0, os.EFD_NONBLOCK)
for value in (2**64 - 2, 2**63, 5):
    os.eventfd_write(fd, value)
    print([len(ready) for ready in select.select([fd], [fd], [], 0)], os.eventfd_read(fd))
for value in (2**64, -1, 2**64 - 1, 2.0, "1"):
    try:
        os.eventfd_write(fd, value)
    except (OverflowError, ValueError, OSError, TypeError) as error:
        print(type(error).__name__, error)
os.close(fd)
try:
    os.posix_fadvise(-42, 0, 0, os.POSIX_FADV_NORMAL)
except OSError as error:
    print(error)
for group in (2**64, 2**32, -1):
    try:
        subprocess.call(["true"], extra_groups=[group])
    except ValueError as error:
        print(error)
