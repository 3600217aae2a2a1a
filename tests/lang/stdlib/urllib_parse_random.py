# python3.12 # timed
import builtins, zlib
_lines = []
def print(*args):  # what would be printed, 100 lines a checksum
    _lines.append(" ".join(map(str, args)))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
import urllib.parse as u
import random
R=random.Random(4)
P=['http',':','/','//','a','b','?','#',';','@','[',']',':80','..','.','%41','é',' ','x=1','&','+','\t','ftp','svn','foo','\x00','9','-']
for i in range(400):
    s=''.join(R.choice(P) for _ in range(R.randint(0,9))); s2=''.join(R.choice(P) for _ in range(R.randint(0,7)))
    for f in (lambda:u.urlsplit(s),lambda:u.urlparse(s,'zz'),lambda:u.urljoin(s,s2),lambda:u.urlsplit(s).port,lambda:(u.urlsplit(s).username,u.urlsplit(s).password,u.urlsplit(s).hostname),lambda:u.urldefrag(s),lambda:u.parse_qsl(s,True),lambda:u.quote(s),lambda:u.urlunsplit(u.urlsplit(s)), lambda:u.urlunparse(u.urlparse(s))):
        try: print(ascii(s),ascii(s2),ascii(f()))
        except Exception as e: print(ascii(s),ascii(s2),type(e).__name__,ascii(str(e)))

flush()
