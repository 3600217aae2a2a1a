# Sources given as bytes are read in the encoding that they declare; as text they are text already.
import ast
def show(source, mode="exec", run=True):
    try:
        space = {}
        if mode == "eval":
            print(ascii(eval(source)))
            return
        exec(compile(source, "name", mode), space)
        print(ascii(space.get("x")))
    except SyntaxError as e:
        print(type(e).__name__, e.filename, ascii(e.msg) if "unknown" in e.msg else "")
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))
for name in (b"latin-1", b"iso-8859-15", b"cp1252", b"utf-8", b"utf8", b"UTF-8", b"koi8-r", b"foobar", b"iso8859-5"):
    for line in (b"# -*- coding: %s -*-\nx = '\xc3\xa4'\n", b"#!/bin/x\n# vim: set fileencoding=%s :\nx = '\xa4'\n", b"\n\n# coding: %s\nx = '\xc3\xa4'\n", b"x = '\xc3\xa4' # coding: %s\n", b"\xef\xbb\xbf# coding: %s\nx = '\xc3\xa4'\n",
                 b"'''x'''\n# coding: %s\nx='\xc3\xa4'\n", b"# coding: %s\nx = 1\n", b"  # coding=%s\nx = '\xe4'"):
        print(name, line[:12], end=" ")
        show(line % name)
show("# coding: latin-1\nx = '\xe4\u20ac'\n")
show("# coding: foobar\nx = '\xe4\u20ac'\n")
show(b"# coding: latin-1\n'\xe4'", "eval")
show(bytearray(b"# coding: latin-1\nx = '\xe4'\n"))
show(memoryview(b"# coding: latin-1\nx = '\xe4'\n"))
print(ascii(ast.dump(ast.parse(b"# coding: latin-1\nx = '\xe4'\n"))))
exec(b"# coding: cp1252\nprint(ascii('\x80'))")
print(ascii(ast.literal_eval("'\xe4'")))
