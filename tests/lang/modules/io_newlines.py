# The kinds of line ends that a text file has met.
import os,tempfile
p=tempfile.mktemp()
def show(data,**k):
    open(p,'wb').write(data)
    with open(p,**k) as f:
        out=[f.newlines,]
        f.readline(); out.append(f.newlines); 
        f.read(1); out.append(f.newlines)
        f.read(); out.append(f.newlines)
        f.seek(0); out.append(f.newlines)
        f.read(); out.append(f.newlines)
    out.append(f.newlines)
    print(data[:12],len(data),k,out)
for data in (b"", b"a", b"a\n", b"a\r", b"a\r\nb\r\n", b"a\rb\nc\r\n", b"x"*8191+b"\r\n", b"x"*8191+b"\r", b"x"*8192+b"\n"+b"y\r\n", b"a\n"*5000+b"\r"):
    for k in ({}, {"newline":""}, {"newline":"\n"}, {"newline":"\r\n"}, {"newline":"\r"}, {"encoding":"latin-1"}):
        show(data,**k)
show("a\r\nb\n".encode("utf-16"),encoding="utf-16")
with open(p,"w+") as f:
    f.write("a\n"); print(f.newlines); f.seek(0); print(f.newlines); f.read(); print(f.newlines)
with open(p,"w") as f: print(f.newlines)
try: print(open(p,"rb").newlines)
except AttributeError as e: print(e)
os.unlink(p)
