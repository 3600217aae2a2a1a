# compile() takes a file name of any bytes, as the system does.
for name in (b"\xff", b"\xf0", b"\x80\x81", b"a\xe2\x82", "\udcff", "\ud800x", b"plain", "caf\u00e9".encode()):
    try:
        compile("1 +", name, "exec")
    except SyntaxError as e:
        print(ascii(e.filename), len(e.filename), ascii(e.filename[0]), ascii(str(e)))
    code = compile("x = 1/0", name, "exec")
    print(ascii(code.co_filename), ascii(repr(code.co_filename)))
    try:
        exec(code)
    except ZeroDivisionError as e:
        print(ascii(e.__traceback__.tb_next.tb_frame.f_code.co_filename))
