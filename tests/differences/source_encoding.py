# Code in bytes is UTF-8, whatever its first line says.
try: exec(b"# coding: latin-1\nprint(ascii('\xe9'))")
except SyntaxError as e: print(e.msg)
