# python3.12
import tokenize, token, io, sys
def t(s):
    print(repr(s))
    try:
        for x in tokenize.generate_tokens(io.StringIO(s).readline): print('  ',tuple(x)[0],token.tok_name[x.exact_type],repr(x.string),x.start,x.end,repr(x.line))
    except Exception as e: print('  ',type(e).__name__,e.args)
for s in ['x=1\n','x=1','','\n','  \n# c\n','if x:\n  y\n  z\nw\n','if x:\n\ty\n','(\n1,\n# c\n2)\n','"""a\nb""" + \'c\'\n','a \\\n b\n','f"a{x!r:>{w}}b"\n','f"{x}"','rb"x" f\'\'\'q{1}\n\'\'\'\n','0x1F 1_0 1.5e3 1j .5 5. 0b1 0o7 1e-5\n','a:=b->c**=d//=e>>=f<<=g!=h==i<=j>=k...@=l\n','é_1 = 2\n','$ ? !\n','if 1:\n    x\n  y\n','"abc\n','(\n','"""abc\n','async def f(): await x\n','x # comment\ny\n','class A:\n  def f(self):\n    pass\n\n  # c\n  x=1\n\n\ny\n','f"{{}}{a}{{"\n','f"{a:{b}.{c}}"\n','f"{x=}"\n','f"{x:%d}" "z"\n','lambda:0\n','x\r\ny\r\n','\tx\n',')\n','f"\\n{a}\\N{DASH}"\n','f"{a["b"]}"\n','rf"\\{a}"\n','f""\n','x;y\n','@d\n','1if 2else 3\n','~x\n','x = [\n    1,\n]\n','\ufeffx\n','\x0cx\n','if x:\n  # only\n  y\n','def f():\n    return 1\n# end','1__0\n','0777\n','1.e5\n','a.b\n','not in is\n',"f'{a}' f'{b}'\n",'f"{(lambda x: 1)}"\n','f"{a:x:y}"\n','f"{a!s}"\n','x=1;\n','\\\n','x\\\n']:
    t(s)
