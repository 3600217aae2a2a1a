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
import tomllib, random, io
def t(s,**k):
    try: print(ascii(s)[:150],'=>',ascii(tomllib.loads(s,**k)))
    except Exception as e: print(ascii(s)[:150],'=>',type(e).__name__,ascii(str(e)))
R=random.Random(9)
K=['a','b','a.b','b.a','a.b.c','"a"',"'b'",'c','"x y"','a . b','','a.','é','"\\u00e9"','"\\x"','1']
V=['1','1.5','"x"',"'y'",'[]','{}','[1,2]','{b=1}','{b.c=1}','{a={b=2}}','[{a=1},{a=2}]','true','2020-01-01','07:00:00','2020-01-01 00:00:00Z','inf','-nan','0x1f','"\\n"','"""a\nb"""',"'''c\nd'''",'[1,\n2,#c\n]','','x','"','[','{','[1','{a=','"\\u00zz"','1_0','01','"\\',"'",'[[1],["a"]]','{a=1,a=2}','{a=1,}','[,]','1e5','-0']
def line():
    r=R.random()
    if r<.55: return R.choice(K)+R.choice(['=',' = ','= '])+R.choice(V)
    if r<.7: return '['+R.choice(K)+']'
    if r<.85: return '[['+R.choice(K)+']]'
    if r<.9: return '# c'
    return R.choice(['',' ','\t','[a','[[a]','a','x y','=','[a]]','\r','a=1 #x','a=1 b','\x00'])
for i in range(1500):
    t('\n'.join(line() for _ in range(R.randint(1,6))))

flush()
