# python3.12 # timed
import builtins, zlib
_lines = []
def print(*args):  # what would be printed, 100 lines a checksum
    _lines.append(" ".join(map(str, args)))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
import configparser as C, io, random, os, tempfile
def show(p):
    out=io.StringIO()
    try:
        p.write(out); print(repr(out.getvalue()))
    except Exception as e: print('write',type(e).__name__,e)
    for s in p:
        for raw in (True,False):
            try: print(s, p.items(s,raw=raw))
            except Exception as e: print(s,type(e).__name__,e, e.args)
        try: print(p.options(s), dict(p[s]), len(p[s]), repr(p[s]))
        except Exception as e: print(s,type(e).__name__,e)
def t(text,cls=C.ConfigParser,**k):
    print('----',repr(text),cls.__name__,k if 'interpolation' not in k else '')
    try:
        p=cls(**k); p.read_string(text)
    except Exception as e: print(type(e).__name__,str(e),e.args); 
    else: show(p)
for x in ['','[a]\nb=1','b=1','[a]\nb','[a]\n=1','[a]\n:1','[a]\nb:1\nc : 2','[a]\nb=1\n c\n  d\ne=2','[a]\nb=\n c','[a]\nb=1\n\n c\n\n\n[d]','[a]\nb=1\n#x\n c\n;y','[a]\n[a]','[a]\nb=1\nB=2','[DEFAULT]\nx=1\n[a]\ny=%(x)s','[DEFAULT]\n[DEFAULT]\nx=1','[a]\nb=%(c)s','[a]\nb=%','[a]\nb=%x','[a]\nb=%%','[a]\nb=%(b)s','[a]\nb=%(c)s\nc=%(b)s','[a]\nb=%(c','[a]\nb=%(c)','[a]\nb=%()s','[]\nb=1','[a]]\nb=1','[a\nb=1','[a] x\nb=1','  [a]\nb=1','[a]\n  b=1\n c=2\n   d=3','[a]\nb = 1 ; c\nd=2 # e','[a]\nb=1\n\tc\n\n\td\nx','[a]\nb c = d = e : f','[a]\nkey with space=1','[a]\n\xa0b=1','[ a ]\nb=1','[a]\nb=1\r\nc=2\r\n','[a]\nb=\n\n\nc=1','[a]\nx\ny z\nb=1\nq','[a]\nb==1','[a]\nb=:1','[a]\nÉ=1','[a]\nb=1\n[b]\nb=1\n[a]\nc=1','# c\n\n[a]','junk\n[a]', '[a]\nb=1\n  [c]\nd=2','[a]\nb\n c','[A]\nB=C\n[a]\nB=D','[a]\nb="q"','[a:b]\nc=${a:b:c}','[a]\nb=1\nc=${b}\nd=${x:y}\ne=${a:b}\nf=${','[x]\ny=$$\nz=$x','[a]\nb=${b}']:
    for k in (dict(),dict(allow_no_value=True),dict(strict=False),dict(empty_lines_in_values=False),dict(inline_comment_prefixes=(';','#')),dict(delimiters=('=',)),dict(delimiters='='),dict(comment_prefixes='/'),dict(comment_prefixes=None),dict(interpolation=None),dict(interpolation=C.ExtendedInterpolation()),dict(default_section='a'),dict(defaults={'x':'1','Y':'%(x)s','z':'%'})):
        t(x,**k)
    t(x,C.RawConfigParser)
R=random.Random(7)
L=['[a]','[b]','[DEFAULT]','x=1','y : 2',' z=3','  cont','\tcont2','','   ','# c','; d','  # e','k=%(x)s','k2=${x}','noval','x = a # b','X=4','w=','  w2:','m=1 ; q','[c','=5','l=%(','[a] t']
for i in range(300):
    s='\n'.join(R.choice(L) for _ in range(R.randint(1,9)))
    t(s,R.choice([C.ConfigParser,C.RawConfigParser]),**R.choice([dict(),dict(allow_no_value=True),dict(strict=False),dict(strict=False,allow_no_value=True),dict(empty_lines_in_values=False),dict(inline_comment_prefixes=('#',)),dict(interpolation=C.ExtendedInterpolation(),strict=False)]))

flush()
