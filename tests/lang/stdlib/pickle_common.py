# pickles of all kinds of values in all protocols, values that contain themselves; subclasses; wrong pickles
import pickle, random, zlib, io, sys
r=random.Random(9)
class P:
    def __init__(self,a): self.aa=a; self.bb=[a,{'xx':a}]
    def __eq__(self,o): return type(o) is P and o.__dict__==self.__dict__
    def __hash__(self): return 5
class Q:
    __slots__=('x','y')
class L(list): pass
class D(dict): pass
shared=[1,2]; text='shared text'
def make(d):
    k=r.randrange(22 if d>0 else 12)
    if k==0: return None
    if k==1: return r.random()<.5
    if k==2: return r.choice([0,1,-1,255,256,65535,65536,2**31-1,2**31,-2**31,-2**31-1,2**40,-2**40,2**47-1,2**55,-2**55,2**62-1,2**62,-2**62,2**63,2**64,2**200,-2**200,127,128,-128,-129,-32768,-32769])
    if k==3: return r.choice([0.0,-0.0,1.5,1e300,-1e-300,float('inf'),0.1])
    if k==4: return 'tt'+''.join(r.choice('abcé€😀\ud800\n\\') for _ in range(r.randrange(1,8)))
    if k==5: return b'..'+bytes(r.randrange(256) for _ in range(r.randrange(1,8)))
    if k==6: return text
    if k==7: return shared
    if k==8: return bytearray(b'ab'*r.randrange(3))
    if k==9: return r.choice([len,int,P,type(None),...,NotImplemented,range(3),complex(1,2),'kk'])
    if k==10: return P(5)
    if k==11:
        q=Q(); q.x=3; return q
    n=r.choice([0,1,2,3,4,7])
    if k in (12,13,14): return [make(d-1) for _ in range(n)]
    if k in (15,16): return tuple(make(d-1) for _ in range(n))
    if k in (17,18): return {r.choice(['aa','bb','cc',1,2.5,(1,2),None,True]):make(d-1) for _ in range(n)}
    if k==19: return set(r.choice([1,2,3]) for _ in range(r.randrange(2)))
    if k==20: return frozenset(r.choice([1,2,3]) for _ in range(r.randrange(2)))
    if k==21:
        o=r.choice([L(),D(),P(0)])
        if isinstance(o,L): o.append(make(d-1)); o.z=1
        elif isinstance(o,D): o['qq']=make(d-1)
        return o
sums=[]
for i in range(300):
    v=make(4)
    for p in range(6):
        try: d=pickle.dumps(v,p)
        except Exception as e: sums.append((type(e).__name__,str(e))); continue
        try:
            w=pickle.loads(d)
            e2=pickle.dumps(w,p)
        except Exception as e: print('L',i,p,type(e),e); continue
        sums.append(type(w) is type(v))
    if i % 20 == 0: print(i, len(sums), zlib.crc32(repr(sums).encode()))
for v in ([list(range(2500)),{i:str(i) for i in range(2000)},{str(i):i for i in range(1000)},[[]]*1001, 'x'*70000, [b'y'*70000,'z'*65536,bytearray(70000)], list('abc'*40000), [0]*1000]):
    for p in range(6):
        d=pickle.dumps(v,p); print(zlib.crc32(d),len(d),pickle.loads(d)==v)
        f=io.BytesIO(); pk=pickle.Pickler(f,p); pk.dump(v); pk.dump(v); f.seek(0); u=pickle.Unpickler(f); print(u.load()==v,u.load()==v,zlib.crc32(f.getvalue()))
a=[]; a.append(a); t=([],); t[0].append(t); dd={}; dd['d']=dd; pp=P(1); pp.me=pp; pp.t=(pp,)
for v in (a,t,dd,pp,([1],)*3):
    for p in range(6): d=pickle.dumps(v,p); print(d); pickle.loads(d)
class Id(pickle.Pickler):
    def persistent_id(self,o): return 'pid' if isinstance(o,P) else None
class IdU(pickle.Unpickler):
    def persistent_load(self,p): return ('loaded',p)
    def find_class(self,m,n): return super().find_class(m,n)
f=io.BytesIO(); Id(f,4).dump([P(1),1,{'a':P(2)}]); f.seek(0); print(IdU(f).load())
class Ov(pickle.Pickler):
    def reducer_override(self,o): return (str,('over',)) if type(o) is P else NotImplemented
f=io.BytesIO(); Ov(f).dump([P(1),len,P,{'a':(P(2),)}]); print(pickle.loads(f.getvalue()))
class T(pickle.Pickler): pass
f=io.BytesIO(); k=T(f); k.dispatch_table={P:lambda o:(list,((1,2),))}; k.dump([P(1),[P(2)]]); print(pickle.loads(f.getvalue()))
f=io.BytesIO(); k=pickle.Pickler(f); k.fast=True; k.dump([text,text,[1]]); print(f.getvalue())
f=io.BytesIO(); k=pickle.Pickler(f); k.dump([text]); k.clear_memo(); k.dump([text]); print(f.getvalue(), k.memo is not None)
for bad in (b'',b'N',b'.',b'(.',b'0.',b'K',b'\x80\x04K.',b'e.',b']e.',b'(e.',b'N(Ke.',b'\x80\x04\x95\x05\0\0\0\0\0\0\0K.',b'h\0.',b'\x94.',b's.',b'NNs.',b'}NKs',b'}(K\1u.',b'X\5\0\0\0ab',b'\x8c\2\xff\xfe.',b'\x8a\x09abcdefghi.',b'\x8a\0.',b'\x85.',b'(\x85.',b'a.',b'Na.',b'NNa.',b'}]K\1s.',b'u.',b'\x90.',b'\x8f(]\x90.', b'}(]K\1u.',b'\xff.',b'K\1\x94',b'r\0\0\0\0.',b'(K\1K\2t.',b't.',b'j\0\0\0\0.',b'G\x3f',b'C\5ab.',b'B\xff\xff\xff\xffa.'):
    try: print(bad,pickle.loads(bad))
    except Exception as e: print(bad,type(e).__name__,e)
deep=[]
for _ in range(100000): deep=[deep]
try: pickle.dumps(deep)
except RecursionError as e: print('RecursionError')
