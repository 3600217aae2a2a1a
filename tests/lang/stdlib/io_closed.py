# What closed files and wrong directions say.
import os, tempfile

NAME = os.path.join(tempfile.mkdtemp(), "file")
open(NAME,"wb").close()
for mode in ("rb", "wb", "r", "w"):
    f = open(NAME, mode); f.close()
    for m, a in (("read",()),("read",(1,)),("readline",()),("readlines",()),("write",(b"" if "b" in mode else "",)),("seek",(0,)),("tell",()),("flush",()),("fileno",()),("isatty",()),("readable",()),("__enter__",()),("__iter__",()),("__next__",()),("seekable",()),("readinto",(bytearray(1),)),("peek",())):
        try: print(mode, m, getattr(f, m)(*a))
        except Exception as e: print(mode, m, type(e).__name__, e)
os.remove(NAME)
os.rmdir(os.path.dirname(NAME))
