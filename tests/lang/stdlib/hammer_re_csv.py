# python3.12 # timed
# Every function with many arguments, good and hostile; of each hundred answers a checksum.
import builtins, itertools, random, re, sys, zlib
_lines = []
def print(*args, **kwargs):
    _lines.append(re.sub(r"0x[0-9a-f]{5,}|id=[0-9]+", "", " ".join(map(str, args))))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
def clean(s): return re.sub(r'0x[0-9a-f]{5,}','0x',s)
def show(v):
    if hasattr(v,'__next__'):
        try: v=list(itertools.islice(v,12))
        except Exception as e: return 'iter '+type(e).__name__+' '+clean(str(e))
    try: s=ascii(v)
    except Exception as e: s='repr '+type(e).__name__+' '+str(e)
    return clean(s)[:240]
def call(label,f,args,kw={}):
    try: r=show(f(*args,**kw))
    except RecursionError: r='RecursionError'
    except BaseException as e: r=type(e).__name__+': '+clean(ascii(str(e)))[:240]
    print(label,clean(ascii(args))[:160],clean(ascii(kw)) if kw else '','->',r)
def hammer(mod,names,pool,n,maxargs=3,seed=1,kws={}):
    R=random.Random(seed)
    for name in names:
        f=getattr(mod,name)
        call(name,f,())
        for v in pool: call(name,f,(v() if callable(v) and getattr(v,'fresh',0) else v,))
        for i in range(n):
            k=R.randint(1,maxargs); args=tuple(R.choice(pool) for _ in range(k))
            kw={}
            if kws.get(name) and R.random()<.4: kw={R.choice(kws[name]):R.choice(pool)}
            call(name,f,args,kw)
import re, csv, io, string, fractions, decimal, pprint, datetime as D, random
from fractions import Fraction
from decimal import Decimal
R=random.Random(7)
pats=['a','a*','(a)(b)?','(?P<n>x)\\1','[a-c]+','^a','a$','\\bfoo\\b','(?i)AB','(?s).','(?x) a # c\n b','a{2,3}','a{2,3}?','(?=a)','(?<=a)b','(?<!a)b','(?:ab)+','a|b','\\d+\\s\\w','[^a]','(','a)','[','*','a**','(?P<1>a)','(?P<n>a)(?P<n>b)','\\','\\1','(?P=zz)','a{3,2}','(?z)','(?<=a*)b','[z-a]','(?#c)a','(?>a+)b','a++','\\Aa\\Z','(a)?(?(1)b|c)','\\N{DASH}','é','(?u)é','(?L)a','[[:alpha:]]','\\p{L}','x*','','(a*)*','(?m)^.$','\\x41\\u0042','(?i:a)b','[\\d-z]','a{,3}','a{1','{','}',']','(?P<n>','(?','(?:','\\8','[]a]','[^]a]','(?P<é>a)','\\g']
strs=['','a','aa','ab','abc','xx','foo bar','A\nB','baab','123 x','é','aXbXc','a,b;c',' x ']
repl=['','x','\\1','\\g<1>','\\g<n>','\\\\','\\n','[\\g<0>]','\\2','\\g<zz>','\\g<','\\z',lambda m: m.group()*2,'\\0','\\g<1','\\g<-1>','é']
for p in pats:
    call('compile',re.compile,(p,)); call('compile',re.compile,(p.encode('latin-1','replace'),))
    for s in strs:
        for f in ('match','search','fullmatch'):
            try: m=getattr(re,f)(p,s)
            except Exception as e: print(f,p,s,type(e).__name__,ascii(str(e))); break
            if m: print(f,ascii(p),ascii(s),m.span(),ascii(m.groups()),ascii(m.groupdict()),m.lastindex,m.lastgroup,m.regs)
        call('findall',re.findall,(p,s)); call('split',re.split,(p,s)); call('split',re.split,(p,s,1)); call('sub',re.sub,(p,R.choice(repl),s)); call('subn',re.subn,(p,R.choice(repl),s,R.randint(0,2)))
for a in [(5,'a'),('a',5),(b'a','a'),('a',b'a'),(None,'a'),('a',None),(re.compile('a'),'a',re.I),('a','a',1<<20)]: call('match',re.match,a)
for s in ['a.b*c','é-_','\n\t #&~',b'a.b','',5]: call('escape',re.escape,(s,))
m=re.match('(?P<a>x)(y)?','xz')
for a in [(0,),(1,),('a',),(2,),(3,),('zz',),(0,1,'a'),(-1,),(None,),(1.5,),()]: call('group',m.group,a); call('start',m.start,a[:1]); call('span',m.span,a[:1]); call('getitem',m.__getitem__,a[:1] or (0,))
call('groups',m.groups,('D',)); call('groupdict',m.groupdict,('D',)); call('expand',m.expand,('\\1-\\g<a>-\\2',)); call('expand',m.expand,('\\3',)); print(m.re,m.string,m.pos,m.endpos,repr(m),ascii(re.compile('a'*300)), re.compile('a',re.I|re.M), repr(re.I|re.M), re.compile('x')==re.compile('x'))
rows=['a,b\n','"a","b"\n','"a""b",c\n','a,"b\nc",d\n','a\\,b\n','  a, b\n','"a"b,c\n','a,b\r\nc,d\r\n','\n',',\n','"unclosed\n',"'q',x\n",'1,2.5,"3"\n','a\tb\n','a;b\n','a|b\n','\x00\n','é,ü\n']
for r in rows:
    for kw in ({},{'delimiter':';'},{'delimiter':'\t'},{'quotechar':"'"},{'escapechar':'\\'},{'doublequote':False},{'skipinitialspace':True},{'strict':True},{'quoting':csv.QUOTE_NONE},{'quoting':csv.QUOTE_NONNUMERIC},{'quoting':csv.QUOTE_STRINGS} if 0 else {},{'quotechar':None,'quoting':csv.QUOTE_NONE},{'dialect':'excel-tab'},{'dialect':'unix'},{'dialect':'zz'},{'delimiter':''},{'delimiter':'ab'},{'quotechar':''},{'quoting':9},{'quoting':'x'},{'lineterminator':5},{'zz':1},{'delimiter':None},{'delimiter':'\n'},{'escapechar':'xx'},{'quotechar':None}):
        try: rd=csv.reader(io.StringIO(r,newline=''),**kw); print('reader',ascii(r),kw,ascii(list(rd)),rd.line_num)
        except Exception as e: print('reader',ascii(r),kw,type(e).__name__,ascii(str(e)))
wr=[['a','b'],['a,b','c"d'],['x\ny',''],[1,2.5,None,True],[''],[],['a\\b',"'"],'abc',5,[b'x'],[None],['é','\r'],[' a'],[Decimal('1.5'),Fraction(1,2)],['\x00']]
for r in wr:
    for kw in ({},{'delimiter':';'},{'quotechar':"'"},{'escapechar':'\\'},{'doublequote':False},{'doublequote':False,'escapechar':'\\'},{'quoting':csv.QUOTE_ALL},{'quoting':csv.QUOTE_NONE},{'quoting':csv.QUOTE_NONE,'escapechar':'\\'},{'quoting':csv.QUOTE_NONNUMERIC},{'lineterminator':'|'},{'dialect':'unix'},{'quoting':csv.QUOTE_STRINGS},{'quoting':csv.QUOTE_NOTNULL}):
        o=io.StringIO()
        try: n=csv.writer(o,**kw).writerow(r); print('writer',ascii(r),kw,n,ascii(o.getvalue()))
        except Exception as e: print('writer',ascii(r),kw,type(e).__name__,ascii(str(e)),ascii(o.getvalue()))
for s in ['a,b\n1,2\n','a;b\n1;2\n','"a" "b"\n"c" "d"\n','x\ty\n1\t2\n','a|b|c\n','',"'a','b'\n'c','d'\n"]:
    try: d=csv.Sniffer().sniff(s); print(ascii(s),ascii(d.delimiter),d.quotechar,d.doublequote,d.skipinitialspace)
    except Exception as e: print('sniff',type(e).__name__,e)
    try: print('hdr',csv.Sniffer().has_header(s))
    except Exception as e: print('hdr',type(e).__name__,e)

flush()
