# re: what fits a pattern of str, and of bytes.
import re
from typing import AnyStr, Pattern
from urllib.parse import urlunparse, urlunsplit
def f(p: AnyStr, s: AnyStr) -> list[AnyStr]:
    m = re.match(p, s)
    if m: return [m.group(), *m.groups()]
    return [re.sub(p, p, s), re.sub(p, lambda m: m.group(), s)]
def g(p: Pattern[AnyStr], s: AnyStr) -> AnyStr:
    p.sub(s, s)
    p.sub(lambda m: m.group(0), s)
    return p.sub(s, s)
re.sub("a", lambda m: m.group(), "b")
re.sub("a", lambda m: 3, "b")  # E
re.sub("a", b"", "b")  # E
re.sub(r"a", str.upper, "b")  # E
re.match("a", None)  # E
re.match("a", b"")  # E
re.compile("a").match(b"")  # E
re.compile("a").sub("", b"")  # E
re.compile(b"a").sub(b"", b"").decode()
re.compile("a").sub("", "").upper()
urlunsplit(["a", None, "b", "c", "d"])
x = re.match("a", "b")
x.group()  # E
def h(p, s):
    if re.match(p, s): return re.sub(p, "", s)
    return re.compile(p).match(s)
re.sub("a", "b")  # E
PAT: "re.Pattern[str] | None" = None
if PAT: PAT.search("x")

re.match(b"a", bytearray(b"abc"))
re.compile(b"a").search(memoryview(b"abc"))
re.sub(b"a", b"b", bytearray(b"abc"))
re.compile(b"a").split(bytearray(b""))
for found in re.compile(b"a").finditer(bytearray(b"")): reveal_type(found)  # N: "re.Match[builtins.bytes]"
