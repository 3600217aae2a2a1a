# A raw stream of a script that says to have read or written what cannot be, or to stand where nothing is.
import io

class Raw(io.RawIOBase):
    def __init__(self, answer): self.answer = answer
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def readinto(self, b): return self.answer
    def write(self, b): return self.answer
    def seek(self, *place): return self.answer
    def tell(self): return self.answer

def flushed(raw):
    writer = io.BufferedWriter(raw)
    writer.write(b"abc")
    try: writer.flush()
    finally: raw.answer = 3

READING = {"read": lambda raw: raw.read(10), "readall": lambda raw: raw.readall(), "buffered read": lambda raw: io.BufferedReader(raw).read(4), "readinto": lambda raw: io.BufferedReader(raw).readinto(bytearray(20)),
           "peek": lambda raw: io.BufferedReader(raw).peek(5), "line": lambda raw: io.BufferedReader(raw).readline(), "text": lambda raw: io.TextIOWrapper(io.BufferedReader(raw)).read(3)}
OTHERS = {"written": flushed, "seek": lambda raw: io.BufferedReader(raw).seek(3), "tell": lambda raw: io.BufferedReader(raw).tell()}
for answer in -5, -1, -2**70, "x", 1.5:
    for name, do in {**READING, **OTHERS}.items():
        try: print(answer, name, do(Raw(answer)))
        except (OSError, ValueError, SystemError, TypeError): print(answer, name, "refused")
try: flushed(Raw(4))
except OSError as e: print(e)
