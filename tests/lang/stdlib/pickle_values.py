# python3.12
import pickle, io, copy, copyreg, collections, datetime, decimal, fractions, enum, dataclasses, functools, operator, array, uuid, random, re, types, string, itertools
class A: pass
class S: __slots__=('a','b')
class SD(S): pass
class L(list): pass
class D(dict): pass
class T(tuple): pass
class I(int): pass
class St(str): pass
class F(float): pass
class By(bytes): pass
class Se(set): pass
class Fs(frozenset): pass
class G:
    def __init__(s,x): s.x=x
    def __getstate__(s): return ('st',s.x)
    def __setstate__(s,t): s.x=t
class R:
    def __reduce__(s): return (R2,(1,2),{'k':3})
class R2:
    def __init__(s,*a): s.a=a
class RL:
    def __init__(s): s.l=[]; s.d={}
    def append(s,x): s.l.append(x)
    def extend(s,x): s.l.extend(x)
    def __setitem__(s,k,v): s.d[k]=v
    def __reduce__(s): return (RL,(),None,iter(range(5)),iter([(1,2),(3,4)]))
class NA(tuple):
    def __new__(c,a,b): return tuple.__new__(c,(a,b))
    def __getnewargs__(s): return tuple(s)
class NX:
    def __new__(c,*,k): o=object.__new__(c); o.k=k; return o
    def __getnewargs_ex__(s): return ((),{'k':s.k})
class E(enum.Enum): X=1; Y='b'
class Fl(enum.Flag): P=1; Q=2
class IE(enum.IntEnum): ONE=1
P=collections.namedtuple('P','x y')
@dataclasses.dataclass
class DC: a:int; b:list=dataclasses.field(default_factory=list)
@dataclasses.dataclass(frozen=True,slots=True)
class DF: a:int
class Ex(Exception):
    def __init__(s,a,b): super().__init__(a,b); s.z=1
class Outer:
    class Inner: pass
    def m(self): pass
    @staticmethod
    def st(): pass
    @classmethod
    def cm(cls): pass
def func(): pass
class Sing:
    def __reduce__(s): return 'sing'
sing=Sing()
class SS:
    def __reduce__(s): return (SS,(),{'v':1},None,None,ss_set)
def ss_set(o,st): o.st=st
def rep(o):
    if isinstance(o,(A,S,SD,G,R2,RL,NX,DC,SS,Outer.Inner)):
        d={}
        if hasattr(o,'__dict__'): d.update({k:rep(v) if v is not o else 'self' for k,v in o.__dict__.items()})
        for n in ('a','b'):
            if hasattr(o,n): d[n]=getattr(o,n)
        return type(o).__name__+repr(d)
    if isinstance(o,(L,D,T,I,St,F,By,Se,Fs)): return type(o).__name__+repr(o)+repr(getattr(o,'__dict__',None))
    if isinstance(o,BaseException): return repr(o)+repr(o.__dict__)
    if isinstance(o,types.FunctionType): return o.__qualname__
    return repr(o)
def mk(c,*a,**k):
    o=c(*a); o.__dict__.update(k) if hasattr(o,'__dict__') else [setattr(o,x,y) for x,y in k.items()]; return o
rl=[]; rl.append(rl)
rt=([],); rt[0].append(rt)
rd={}; rd['s']=rd
ra=A(); ra.me=ra
shared=['x'*3]; 
s=S(); s.a=1
sd=mk(SD,q=1); sd.b=2
objs={'none':None,'bools':(True,False),'ints':[0,1,-1,255,256,65535,65536,2**31-1,2**31,-2**31,-2**31-1,2**63,-2**63,2**100,-2**100,10**400,-128,-129,127,128,-32768,2**2040],'floats':[0.0,-0.0,1.5,1e300,float('inf'),float('nan')],'str':['','abc','é','\ud800','x'*255,'x'*256,'\n\\\r\0\x1a','𐍈','€']*2,'bytes':[b'',b'abc',b'\xff'*255,b'a'*256,bytearray(b'xy'),bytearray()],'tuples':[(),(1,),(1,2),(1,2,3),(1,2,3,4),((),())],'lists':[[],[1],[1,2],list(range(1001)),list(range(2001))],'dicts':[{},{1:2},{1:2,'a':[]},{i:i for i in range(1001)}],'sets':[set(),{1},frozenset(),frozenset([1])],'rec':[rl,rt,rd],'ra':ra,'shared':[shared,shared,shared[0],shared[0]],'A':mk(A,x=1,y='z'),'A0':A(),'S':s,'SD':sd,'L':mk(L,[1,2],x=5),'D':mk(D,{1:2},x=5),'T':mk(T,(1,2),x=1),'I':mk(I,5,x=1),'St':St('q'),'F':F(1.5),'By':By(b'zz'),'Se':mk(Se,[1],x=1),'Fs':Fs([1]),'G':G(9),'R':R(),'RL':RL(),'NA':NA(1,2),'NX':NX(k=3),'E':[E.X,E.Y,E],'Fl':[Fl.P,Fl.P|Fl.Q],'IE':IE.ONE,'P':P(1,2),'DC':DC(1,[2]),'DF':DF(3),'Ex':Ex(1,2),'exc':[ValueError('x',1),KeyError('k'),OSError(2,'no','f'),StopIteration(3),UnicodeDecodeError('utf-8',b'x',0,1,'r'),ExceptionGroup('g',[ValueError(1)]),SystemExit(2)],'types':[int,A,Outer.Inner,type(None),type(...),type(NotImplemented),type,object,list,collections.OrderedDict,ValueError],'funcs':[func,len,Outer.st,Outer.m,[].append,'abc'.upper,Outer.cm,Outer().m.__func__],'builtin_m':[str.upper,dict.fromkeys,int.from_bytes],'sing':sing,'SS':SS(),'cons':[...,NotImplemented],'range':[range(5),range(1,10,2),slice(1,2,None)],'complex':[1j,complex(1,-0.0)],'coll':[collections.OrderedDict([(1,2)]),collections.Counter('aab'),collections.deque([1,2],3),collections.defaultdict(list,{1:[2]}),collections.ChainMap({1:2}),collections.UserDict({1:2}),collections.UserList([1])],'dt':[datetime.date(2020,1,2),datetime.datetime(2020,1,2,3,4,5,6),datetime.time(1,2),datetime.timedelta(1,2,3),datetime.timezone.utc,datetime.timezone(datetime.timedelta(hours=1),'n'),datetime.datetime(2020,1,1,tzinfo=datetime.timezone.utc,fold=1)],'dec':[decimal.Decimal('1.5'),fractions.Fraction(1,3)],'array':array.array('i',[1,2]),'uuid':uuid.UUID(int=5),'partial':functools.partial(int,base=2),'op':[operator.itemgetter(1),operator.attrgetter('a.b'),operator.methodcaller('f',1,k=2)],'re':re.compile('a.b',re.I),'ns':types.SimpleNamespace(a=1),'inner':Outer.Inner(),'ga':[list[int],int|str,dict[str,int]],'itert':[itertools.count(5),itertools.repeat(1,2)],'iters':[iter([1,2]),iter((1,)),iter('ab'),iter({1:2}),iter(range(3)),enumerate([1]),zip([1],[2]),map(len,['a']),filter(None,[1]),reversed([1,2])],'mv':memoryview(b'x'),'gen':(i for i in []),'mod':re,'file':None,'lock':None,'method':Outer().m,'prop':property(),'cls':classmethod(func),'code':func.__code__,'super':None,'mp':types.MappingProxyType({}),'cell':types.CellType(1),'lam':lambda:0,'dictview':{}.keys(),'object':object(),'frame':None,'tb':None,'weak':None,'big':['y'*70000,b'z'*70000,'w'*10,'v'*66000],'manyframes':['%05d'%i for i in range(12000)]}
import zlib
alike = ('coll', 'op', 'itert', 'builtin_m', 'exc', 'array', 're', 'dt')  # which strings are shared is CPython's affair
for n in ('iters', 'mod', 'code', 'D'):
    del objs[n]
for n,o in objs.items():
    for proto in range(6):
        try: b=pickle.dumps(o,proto)
        except Exception as e: 
            m=str(e); m=re.sub(r'0x[0-9a-f]+','0x',m)
            print(n,proto,type(e).__name__,m); continue
        print(n,proto,*() if n in alike else (len(b),b if len(b)<400 else zlib.crc32(b)))
        try:
            r=pickle.loads(b)
            t=rep(r) if not isinstance(r,(list,tuple)) or n in('rec',) else repr([rep(x) for x in r])
            t=re.sub(r'0x[0-9a-f]+','0x',t); print('   ',t if len(t)<300 else zlib.crc32(t.encode('utf8','surrogatepass')))
        except Exception as e: print('   ',type(e).__name__,re.sub(r'0x[0-9a-f]+','0x',str(e)))
    if n == 'exc': continue
    for f in (copy.copy,copy.deepcopy):
        try: 
            r=f(o); t=rep(r) if not isinstance(r,(list,tuple)) or n in('rec',) else repr([rep(x) for x in r])
            t=re.sub(r'0x[0-9a-f]+','0x',t); print(f.__name__,r is o,t if len(t)<300 else zlib.crc32(t.encode('utf8','surrogatepass')))
        except Exception as e: print(f.__name__,type(e).__name__,re.sub(r'0x[0-9a-f]+','0x',str(e)))
    for pr in ((0,1,2,3,4) if n not in("tuples","lists","dicts","sets","shared") and n not in ('re', 'array', 'lam', 'exc') else ()):
        try: t=repr(o.__reduce_ex__(pr)); t=re.sub(r'0x[0-9a-f]+','0x',t); print('rx',pr,t if len(t)<300 else zlib.crc32(t.encode('utf8','surrogatepass')))
        except Exception as e: print('rx',pr,type(e).__name__,re.sub(r'0x[0-9a-f]+','0x',str(e)))
