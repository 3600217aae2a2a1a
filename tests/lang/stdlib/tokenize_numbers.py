# python3.12
"""Numbers with something behind them, as generate_tokens() takes them apart."""
import tokenize, io
for s in ("x!!!", "3a", "1_0", "0777", "1.2.3", "a ? b", "$x", "'abc", "x!", "1jx", "0xg", "a!=b", "é = 1", "\\", "(", "f'{a!r:>{w}}'", "x = (1,\n", "if 1:\n  a\n b\n", "1e5e", "1__0", "!", "0b12", "1if x else y"):
    try: print(repr(s), [(tokenize.tok_name[t.type], t.string) for t in tokenize.generate_tokens(io.StringIO(s).readline)])
    except Exception as e: print(repr(s), type(e).__name__, e)
for s in ("0b", "0bz", "0o8", "0x_f", "0x_", "0o18", "1_", "1e", "1e+", "0b1_0 1", "0XAg", "1.e5j2"):
    try: print(repr(s), [(tokenize.tok_name[t.type], t.string) for t in tokenize.generate_tokens(io.StringIO(s).readline)])
    except Exception as e: print(repr(s), type(e).__name__, e)

import sys
print(sys.getrefcount(None))
