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
import struct, json, re, csv, io, string, fractions, decimal, pprint
from fractions import Fraction
from decimal import Decimal
vals=[0,1,-1,255,256,-129,2**31,2**63,-2**63,2**64,1.5,-0.0,float('inf'),float('nan'),1e39,b'abc',b'',bytearray(b'xy'),'a','abc',None,True,[1],b'a'*300,1e-50,65504.0,65520.0]
fmts=['b','B','h','H','i','I','l','L','q','Q','n','N','f','d','e','s','p','c','?','x','3s','0s','5p','2h','<bh','>i','=q','!d','@bi','bxh','3x','','z','2','10c','<n','P',' h h','hi ','-1h','99999999999999999999b',b'hh','é','<3sB','0i','i0q','b0i']
R=random.Random(5)
for f in fmts:
    call('calcsize',struct.calcsize,(f,)); 
    for i in range(8): call('pack',struct.pack,(f,)+tuple(R.choice(vals) for _ in range(R.randint(0,3))))
    for v in vals: call('pack1',struct.pack,(f,v))
    for b in (b'',b'\x01',b'\x01\x02\x03\x04',b'\xff'*8,b'\x00'*16,bytearray(b'12345678'),memoryview(b'12345678'),'str',None): call('unpack',struct.unpack,(f,b)); call('iter',struct.iter_unpack,(f,b)); call('from',struct.unpack_from,(f,b,1)); call('from',struct.unpack_from,(f,b,-2))
    call('into',struct.pack_into,(f,bytearray(8),0,1)); call('into',struct.pack_into,(f,bytearray(2),-9,1)); call('into',struct.pack_into,(f,b'x',0,1))
    try: s=struct.Struct(f); print(repr(s) if 0 else '',s.size,s.format)
    except Exception as e: print(type(e).__name__,e)
js=['','null','true','false','1','-1','1.5','1e5','1E400','-0','01','1.','.5','-','"a"','"a','"\\u00e9"','"\\ud83d\\ude00"','"\\ud83d"','"\\x"','"\t"','[]','[1,2]','[1,]','[,1]','[1 2]','{}','{"a":1}','{"a":1,}','{a:1}','{"a" 1}','{"a":}','{"a":1 "b":2}','{1:2}',' 1 ','1 2','NaN','Infinity','-Infinity','nan','\ufeff1','[[[]]]','"\\n\\"\\/"','{"a":1,"a":2}','tru','[1','{"a"','{"a":','{','[','"\\','"\\u12','\x00','"\x7f"','["a","b"','1e','1e+','--1','+1',b'{"a":1}',b'\xff\xfe1\x00',b'\xef\xbb\xbf1',None,5,bytearray(b'[1]'),'[1]x',' ','\n[1,\n2\n x]','9'*5000]
for j in js:
    call('loads',json.loads,(j,))
    for kw in ({'parse_float':Decimal},{'parse_int':float},{'parse_constant':str},{'object_hook':lambda d: sorted(d)},{'object_pairs_hook':list},{'strict':False},{'cls':json.JSONDecoder},{'zz':1}):
        if R.random()<.5: call('loads',json.loads,(j,),kw)
    try: print(json.JSONDecoder().raw_decode(j))
    except Exception as e: print(type(e).__name__,e, {k:getattr(e,k) for k in ('msg','pos','lineno','colno')} if hasattr(e,'pos') else '')
class X: pass
objs=[None,True,1,1.5,float('inf'),float('nan'),-0.0,1e100,'a"\\\n\té\u2028\ud800\x00\x7f',[],[1,[2]],(1,2),{},{'a':1},{1:2,None:3,True:4,1.5:5},{(1,2):3},{'b':1,'a':2},{1},b'x',X(),Decimal('1'),2**70,[1,{'a':[{}]}],{'k':[]},range(3),1j,'\U0001f600']
rec=[]; rec.append(rec); objs.append(rec)
for o in objs:
    for kw in ({},{'indent':2},{'indent':0},{'indent':'\t'},{'indent':-1},{'separators':(',',':')},{'sort_keys':True},{'ensure_ascii':False},{'allow_nan':False},{'skipkeys':True},{'default':str},{'default':lambda x: [1]},{'check_circular':False} if o is not rec else {},{'indent':2,'sort_keys':True,'separators':('; ',' = ')},{'zz':1}):
        call('dumps',json.dumps,(o,),kw)
class SE(json.JSONEncoder):
    def default(s,o): return {'X':'x'} if isinstance(o,X) else super().default(o)
call('enc',json.dumps,([X(),{1,2}],),{'cls':SE}); call('enc',json.dumps,([X()],),{'cls':SE}); print(list(json.JSONEncoder().iterencode([1,{'a':(1,2)}])), json.JSONEncoder(indent=1).encode([]), list(SE(indent=1).iterencode([X()])))

flush()
