# python3.12
import tokenize, token, io
for b in [b'# -*- coding: latin-1 -*-\nx',b'\xef\xbb\xbfx',b'',b'x\n# coding: foo\n',b'\n# vim: set fileencoding=UTF-8 :\n',b'# coding: nonsense\n',b'\xff\n',b'\xef\xbb\xbf# coding: latin-1\n']:
    try: print(tokenize.detect_encoding(io.BytesIO(b).readline))
    except Exception as e: print(type(e).__name__,e)
print(tokenize.untokenize([(1,'a'),(55,'+'),(2,'1')]))
print(token.tok_name[55], token.ISEOF(0), token.ISTERMINAL(5), token.ISNONTERMINAL(300))
import glob, os
here = os.path.dirname(os.path.abspath(__file__))
for path in sorted(glob.glob(os.path.join(here, "..", "[ces]*", "*.py"))):
    with open(path, "rb") as file:
        data = file.read()
    tokens = list(tokenize.tokenize(io.BytesIO(data).readline))
    if b"N{" not in data:
        assert tokenize.untokenize(tokens) == data or b"\\\n" in data or b"\f" in data, path
        again = tokenize.untokenize(token[:2] for token in tokens)
        assert [token[:2] for token in tokenize.tokenize(io.BytesIO(again).readline)] == [token[:2] for token in tokens], path
print("done")
