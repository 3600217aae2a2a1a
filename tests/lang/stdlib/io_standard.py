# The binary streams below the standard ones read and write in one order with them.
import sys
print("a", flush=True)
sys.stdout.buffer.write(b"b\n"); sys.stdout.buffer.write(b"b2\n")
sys.stdout.buffer.flush()
print("c"); sys.stdout.flush()
print(sys.stdin.buffer.readline(), sys.stdin.buffer.readline())
print(sys.stdin.buffer.read(3))
print(sys.stdin.buffer is sys.stdin.buffer, type(sys.stdin.buffer).__name__)
sys.stdout.reconfigure(line_buffering=True)
sys.stdout.reconfigure(encoding="utf-8", errors="replace")
print(sys.stdout.line_buffering, sys.stdout.encoding, sys.stdout.errors)
sys.stdin.reconfigure(newline="\r\n")
print(sys.stdin.readline(), end="")
for line in sys.stdin:
    print(repr(line))
import os, tempfile
name = os.path.join(tempfile.mkdtemp(), "lines")
with open(name, "wb") as f:
    f.write(b"a\rb\r\nc\nd\r")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(name, newline=newline) as f:
        print(repr(newline), list(f))
os.remove(name)
os.rmdir(os.path.dirname(name))
