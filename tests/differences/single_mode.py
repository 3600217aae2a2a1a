# compile(..., "single") takes what it is given.
for source in ("x = 1\ny = 2", "", "if 1: pass"):
    try: print(type(compile(source, "<s>", "single")).__name__)
    except SyntaxError as e: print(e)
