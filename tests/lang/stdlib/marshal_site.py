# python3.12: marshal of values, site
import marshal, io
for v in [None,True,False,Ellipsis,StopIteration,0,5,-1,2**31-1,2**31,-2**40,1.5,1+2j,'a','abc','é','x'*300,b'',b'ab',(),(1,2),[1],{},{1:2},{1},frozenset([1]),float('inf'),'\ud800', 2**100,[1,[2,{'a':(3,)}]],tuple(range(300))]:
    for ver in (0,1,2):
        print(repr(v)[:20],ver,marshal.dumps(v,ver)[:40])
    print(marshal.loads(marshal.dumps(v))==v, marshal.loads(marshal.dumps(v,0))==v)
for b in [b'',b'x',b'i',b'[\x01\0\0\0',b'{0N',b's\xff\xff\xff\xff', b'?', b'r\0\0\0\0', b'0',b'\xe9\x05\0\0\0',b'\xda\x03abc',b'\xdb\x02\x00\x00\x00\xda\x01ar\x01\x00\x00\x00',b'\xa9\x02\xe9\x01\x00\x00\x00r\x01\x00\x00\x00', b'l\x01\0\0\0\0\0']:
    try: print(b, marshal.loads(b))
    except Exception as e: print(b, type(e).__name__, e if b!=b'x' else '')
for v in [object(), [object()], print, lambda:1, range(3)]:
    try: marshal.dumps(v)
    except Exception as e: print(type(e).__name__, e)
f=io.BytesIO(); marshal.dump([1,2],f); marshal.dump('x',f); f.seek(0); print(marshal.load(f), marshal.load(f), marshal.version)
l=[1]; l.append(l); m=marshal.loads(marshal.dumps(l)); print(m[1] is m); a='shared string'; x=marshal.loads(marshal.dumps([a,a])); print(x[0] is x[1]); print(marshal.loads(marshal.dumps(bytearray(b'q'))), marshal.loads(marshal.dumps(memoryview(b'w'))))
import site
print(type(site.getsitepackages()), site.getusersitepackages().endswith('site-packages'), site.getusersitepackages().startswith(site.getuserbase()), site.PREFIXES == [__import__('sys').prefix, __import__('sys').exec_prefix])
import tempfile, os, sys
d=tempfile.mkdtemp(); os.mkdir(d+'/sub'); open(d+'/a.pth','w').write('# c\nsub\nnope\nimport sys; sys.marked = 1\n\n'); before=set(sys.path); site.addsitedir(d); print([p.replace(d,'D') for p in sys.path if p not in before], sys.marked)
