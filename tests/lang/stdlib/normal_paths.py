# os.path.normpath: str, bytes and paths, every mixture of parts.
import itertools
import os.path
import pathlib

parts = ["", ".", "..", "a", "...", "..b", "\xe9\u20ac"]
texts = ["/".join(some) for n in range(1, 6) for some in itertools.product(parts, repeat=n)]


def by_hand(path):
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    kept = []
    for part in path.split("/"):
        if part == ".." and kept and kept[-1] != "..":
            kept.pop()
        elif part == ".." and root:
            pass
        elif part not in ("", "."):
            kept.append(part)
    return root + "/".join(kept) or "."


print(len(texts), [text for text in texts if os.path.normpath(text) != by_hand(text)][:5])
print(all(os.path.normpath(text.encode()) == by_hand(text).encode() for text in texts))
for path in "", "/", "//", "///", "a\0b/../c", "x" * 600 + "/../" + "y" * 600, pathlib.PurePosixPath("/a/../b"):
    print(repr(os.path.normpath(path))[:60])
print(os.path.normpath(b""), os.path.normpath(b"a//b/./c/.."), os.path.abspath("/a/b/../c"))


class Path:
    def __fspath__(self):
        return "q/./r"


print(os.path.normpath(Path()))
for wrong in 3, None, bytearray(b"a"):
    try:
        os.path.normpath(wrong)
    except TypeError as error:
        print("TypeError", error)
