# python3.12
import pickle, io, copyreg, copy, collections, struct
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
for n in (0,1,2,999,1000,1001,2000,2001):
    for o in (list(range(n)),{i:i for i in range(n)},set(range(n)),tuple(range(n)),collections.deque(range(n)),collections.OrderedDict.fromkeys(range(n)),frozenset(range(n))):
        for p in (1,2,4): print(n,type(o).__name__,p,len(pickle.dumps(o,p)), pickle.loads(pickle.dumps(o,p))==o)
for bad in [5,(1,),(1,2),(int,),(int,5),(int,(),None,5),(int,(),None,None,5),(int,(),None,None,None,5),(1,2,3,4,5,6,7),(int,(),None,iter([1])),None]:
    class B:
        def __reduce__(self): return bad
    t(lambda: pickle.dumps(B()))
def f():
    class L: pass
    return L
def g(): pass
h=g
def g(): pass
t(lambda: pickle.dumps(lambda:0)); t(lambda: pickle.dumps(f()));t(lambda: pickle.dumps(f()()));t(lambda:pickle.dumps(1,6)); t(lambda:pickle.dumps(1,'x')); t(lambda: pickle.Pickler(5)); t(lambda: pickle.Unpickler(5)); t(lambda: pickle.dumps(1,4,buffer_callback=print)); t(lambda:pickle.loads('x'))
for b in [b'',b'\x80',b'\x80\x09',b'\xff',b'z',b'.',b't.',b'(.',b'h\x01.',b'g5\n.',b'g-1\n.',b'gx\n.',b'j\1\0\0\0.',b'Ix\n.',b'I5.',b'J12.',b'Sx\n.',b"S'\\x41a'\n.",b"U\2\xff\xfe.",b"cnomod\nx\n.",b"P5\n.",b"NQ.",b"0.",b"N0N.",b"1.",b"2.",b"N2\x86.",b"NNR.",b"cbuiltins\nint\nNR.",b"cbuiltins\nint\n)R.",b"N)\x81.",b"cbuiltins\nint\nN\x81.",b"NN\x93.",b"\x80\x04\x93.",b"\x80\x04N\x93.",b"\x82\1.",b"\x82\0.",b"NNb.",b"]N]e.",b"](Ne.",b"NNa.",b"N(Ne.",b"}(Nu.",b"N(NNu.",b"\x8f(N\x90.",b"N(N\x90.",b"(N\x91.",b"\x95\5\0\0\0\0\0\0\0N.",b"\x97.",b"N\x98.",b"X\xff\xff\xff\xff.",b"\x8b\xff\xff\xff\xff.",b"\x8a\2\0\x80.",b"L5L\n.",b"L5\n.",b"Lx\n.",b"Fx\n.",b"F1.5\n.",b"I01\n.",b"Va\\u00e9\n.",b"(i.",b"(ibuiltins\nlist\n.",b"(cbuiltins\nlist\no.",b"(o.",b"(d.",b"(Nd.",b"((l.",b"p0\n.",b"Np-1\n.",b"Npx\n.",b"q\0.",b"N\x94h\0\x86.",b"\x94.",b"NN",b"N.xx",b"cbuiltins\nint\n)}\x92.",b"N)}\x92.",b"cbuiltins\nint\nN}\x92.",b"cbuiltins\nint\n)N\x92.",b'\x8c\x02\xff\xff.',b'C\x05ab.',b'G12345.',b'G\x3f\xf8\0\0\0\0\0\0.',b'M\1\1.',b"S'a\n.",b'S"a"\n.',b"S''\n.",b"S'\\'\n.",b"T\2\0\0\0ab.",b'\x89.',b'\x88.',b')\x85.',b'\x8f.',b'\x96\2\0\0\0\0\0\0\0ab.',b'\x8a\0.',b'\x8a\1\xff.',b'\x8b\2\0\0\0\1\1.',b"N.",b'cbuiltins\nsetattr\n.',b'(K\1K\2K\3l.',b'(K\1K\2d.',b'(K\1t.',b'(K\1K\2\x91.',b'}K\1K\2s.',b'K\1K\2\x86.',b'K\1K\2K\3\x87.',b'K\1\x87.',b'(K\1\x86.',b'V\\u12\n.',b'V\\\\u00e9\\U0001F600\n.',b'Vabc',b'S',b'I0x10\n.',b'I010\n.',b'I 5 \n.',b'L0x10L\n.',b'F 1.5 \n.',b'Fnan\n.']:
    t(lambda: pickle.loads(b))
t(lambda:pickle.loads(b"U\2\xff\xfe.",encoding='latin1'));t(lambda:pickle.loads(b"U\2\xff\xfe.",encoding='bytes'));t(lambda:pickle.loads(b"U\2\xff\xfe.",errors='replace'))
t(lambda: pickle.load(io.BytesIO(b'')));t(lambda: pickle.load(io.BytesIO(b'K')));t(lambda: pickle.load(io.StringIO('N.')))
# several in a file
f_=io.BytesIO()
for o in (1,'a',[1,2],{'k':(1,2)},'x'*70000): pickle.dump(o,f_); pickle.dump(o,f_,0); pickle.dump(o,f_,protocol=2)
f_.seek(0); n=0
while True:
    try: o=pickle.load(f_); n+=1; print(n, o if n<13 else len(o))
    except EOFError as e: print('EOF',e); break
# Pickler classes
class X:
    def __init__(s,k): s.k=k
class PP(pickle.Pickler):
    def persistent_id(s,o): return ('X',o.k) if isinstance(o,X) else None
class UU(pickle.Unpickler):
    def persistent_load(s,p): return X('loaded '+str(p))
    def find_class(s,m,n):
        if n=='system': raise pickle.UnpicklingError(f"global '{m}.{n}' is forbidden")
        print('find',m,n); return super().find_class(m,n)
for p in range(6):
    b=io.BytesIO()
    try: PP(b,p).dump([X(1),X(2),{'a':X(1)}, collections.OrderedDict]); b.seek(0); r=UU(b).load(); print(p,[x.k for x in r[:2]],r[2]['a'].k,r[3])
    except Exception as e: print(p,type(e).__name__,e)
t(lambda: UU(io.BytesIO(b"cos\nsystem\n(S'echo'\ntR.")).load())
b=io.BytesIO(); p=pickle.Pickler(b); p.persistent_id=lambda o: 'id' if o==7 else None; p.dump([7,8]); print(b.getvalue()); b.seek(0); u=pickle.Unpickler(b); u.persistent_load=lambda i: i*2; print(u.load())
class RO(pickle.Pickler):
    def reducer_override(s,o):
        if isinstance(o,X): return (X,('over',))
        return NotImplemented
b=io.BytesIO(); RO(b).dump([X(1),5,X]); b.seek(0); print(pickle.load(b)[0].k)
b=io.BytesIO(); p=pickle.Pickler(b); p.dispatch_table=copyreg.dispatch_table.copy(); p.dispatch_table[X]=lambda o:(X,('table',)); p.dump(X(1)); b.seek(0); print(pickle.load(b).k)
class DT(pickle.Pickler): dispatch_table=collections.ChainMap({X:lambda o:(X,('cls',))},copyreg.dispatch_table)
b=io.BytesIO(); DT(b).dump(X(1)); b.seek(0); print(pickle.load(b).k)
b=io.BytesIO(); p=pickle.Pickler(b); l=['q']; p.dump(l); a=b.tell(); p.dump(l); c=b.tell(); p.clear_memo(); p.dump(l); print(a,c,b.tell(),p.bin,p.fast); b.seek(0); u=pickle.Unpickler(b); x,y,z=u.load(),u.load(),u.load(); print(x is y,x is z,x,y,z)
b=io.BytesIO(); p=pickle.Pickler(b); p.fast=True; p.dump([1,'a','a']); print(b.getvalue())
# registry
copyreg.add_extension('__main__','X',0x10); copyreg.add_extension('__main__','DT',0x1000); copyreg.add_extension('__main__','RO',0x100000)
for p in range(5): print(pickle.dumps([X,DT,RO],p)); print(pickle.loads(pickle.dumps([X,DT,RO],p))==[X,DT,RO])
for a in [('__main__','X',0x11),('a','b',0x10),('a','b',0),('__main__','X',0x10),('a','b',2**31)]: t(lambda: copyreg.add_extension(*a))
t(lambda: copyreg.remove_extension('a','b',5)); t(lambda: copyreg.remove_extension('__main__','X',0x10)); t(copyreg.clear_extension_cache)
t(lambda: copyreg.pickle(X,5)); t(lambda: copyreg.constructor(5)); copyreg.pickle(X,lambda o:(X,(o.k+1,))); print(pickle.loads(pickle.dumps(X(5))).k, copy.copy(X(5)).k)
# out of band
bufs=[]; ba=bytearray(b'abc'); d=pickle.dumps([pickle.PickleBuffer(ba),pickle.PickleBuffer(b'ro')],5,buffer_callback=bufs.append); print(d,len(bufs)); r=pickle.loads(d,buffers=bufs); print(type(r[0]).__name__, bufs[0].raw().tobytes())
d=pickle.dumps([pickle.PickleBuffer(ba),pickle.PickleBuffer(b'ro')],5); print(d,pickle.loads(d)); t(lambda: pickle.dumps(pickle.PickleBuffer(b''),4)); t(lambda: pickle.loads(b'\x80\x05\x97.',buffers=[])); print(pickle.PickleBuffer(b'ab').raw().tobytes())
pb=pickle.PickleBuffer(b'ab'); pb.release(); t(pb.raw)
deep=[]
for i in range(300): deep=[deep]
print(pickle.loads(pickle.dumps(deep))==deep)
for i in range(100000): deep=[deep]
try: pickle.dumps(deep); print('dumped')
except RecursionError as e: print('RecursionError')
class St:
    def __setstate__(s,st): s.got=st
    def __getstate__(s): return 0
print(hasattr(pickle.loads(pickle.dumps(St())),'got'))
class NoState:
    def __getstate__(s): return None
print(pickle.dumps(NoState()))
print(pickle.HIGHEST_PROTOCOL,pickle.DEFAULT_PROTOCOL,pickle.format_version,len(pickle.__all__),pickle.MARK,pickle.FRAME)
print(pickle.PicklingError.__mro__)
print(pickle.encode_long(-128),pickle.encode_long(255),pickle.decode_long(b'\x80'),pickle.encode_long(0),pickle.encode_long(-32768),pickle.encode_long(32767))
