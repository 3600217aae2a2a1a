# python3.12
import json, heapq, bisect
from enum import IntEnum, Enum
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
class I(IntEnum): A=3
class F(float): pass
D={'a':[1,2.5,None,True,False,'x"\\\n\u20ac\U0001f600\x01'],'b':{},'c':[],'d':{'e':(1,2)},'i':I.A,1:2,2.5:3,None:4,True:5}
print(json.dumps(D)); print(json.dumps(D,indent=2)); print(json.dumps(D,ensure_ascii=False)); print(json.dumps([1,[2,[3]]],indent='\t')); print(json.dumps({'b':1,'a':2},sort_keys=True,separators=(',',':'))); print(json.dumps('x'),json.dumps(1.0),json.dumps(1e100),json.dumps(float('nan')),json.dumps(-float('inf')),json.dumps(10**30), json.dumps([],indent=2), json.dumps({'a':{}},indent=0))
tr(json.dumps,{(1,2):3}); print(json.dumps({(1,2):3,'a':1},skipkeys=True)); tr(json.dumps,float('nan'),allow_nan=False); tr(json.dumps,object()); tr(json.dumps,{1,2}); x=[]; x.append(x); tr(json.dumps,x); print(json.dumps({1,2},default=list), json.dumps(1j,default=str)); tr(json.dumps,{'b':1,2:1},sort_keys=True)
class E(json.JSONEncoder):
    def default(self,o): return 'E!' if isinstance(o,complex) else super().default(o)
print(json.dumps([1j],cls=E)); tr(json.dumps,[b''],cls=E)
for s in ('{"a": [1, 2.5e3, -0, -1.5, null, true, false, "x\\u20ac\\ud83d\\ude00\\n\\/"], "b": {}}','[]','  [1 , 2 ]  ','"s"','1','-1.5E+2','NaN','[Infinity,-Infinity]','"\\ud800"','{"a":1,"a":2}', '0','1e5','[1.0]'): tr(json.loads,s)
for s in ('','{','[','[1','[1,','[1,]','{"a"','{"a":','{"a":1','{"a":1,','{"a":1,}','{a:1}','"abc','"a\nb"','"\\x"','"\\u12"','tru','nul','01','1.','-','1 2','[1 2]',"{'a':1}",'{"a" 1}','+1','.5','"\\','[1\n,\n2 x]','{"a":1 "b":2}','{1:2}','Nan','\ufeff1','[,1]','{,}','\x01'): tr(json.loads,s)
print(json.loads('[1.5,2]',parse_float=str,parse_int=lambda s:int(s)*10), json.loads('{"a":{"b":1}}',object_hook=lambda d: list(d.items())), json.loads('{"a":1,"b":2}',object_pairs_hook=tuple), json.loads(b'[1]'), json.loads(bytearray(b'"\xe2\x82\xac"')), json.loads('[NaN]',parse_constant=lambda c:c)); tr(json.loads,5); tr(json.loads,None)
try: json.loads('[1,\n 2,\n x]')
except json.JSONDecodeError as e: print(e.msg,e.pos,e.lineno,e.colno,e.doc, isinstance(e,ValueError), type(e))
print(json.JSONDecoder().raw_decode('[1] x'), list(json.JSONEncoder().iterencode([1,'a']))!=[], json.JSONEncoder(indent=1).encode([1]))
class W:
    def __init__(s): s.t=''
    def write(s,x): s.t+=x
w=W(); json.dump({'a':[1]},w); print(w.t)
class R:
    def read(s): return '[1]'
print(json.load(R())); print(json.loads(json.dumps(D))['d'])
h=[5,3,8,1,9,2]; heapq.heapify(h); print(h, [heapq.heappop(h) for _ in range(3)], h); heapq.heappush(h,0); print(h, heapq.heapreplace(h,7), heapq.heappushpop(h,1), h, heapq.nsmallest(2,h), heapq.nlargest(2,h), heapq.nlargest(2,['a','bbb','cc'],key=len), list(heapq.merge([1,4],[2,3],[0])), list(heapq.merge([4,1],[3,2],reverse=True)), list(heapq.merge(['a','ccc'],['bb'],key=len)), heapq.nsmallest(0,[1])); tr(heapq.heappop,[]); tr(heapq.heappush,(),1)
import sys
x=12345; xs=[]
for i in range(300): x=(x*1103515245+12345)%2**31; heapq.heappush(xs,x)
print(xs[:20], [heapq.heappop(xs) for _ in range(5)])
a=[1,2,2,3]; print(bisect.bisect(a,2), bisect.bisect_left(a,2), bisect.bisect_right(a,0), bisect.bisect([3,2,1],-2,key=lambda v:-v)); bisect.insort(a,2.5); bisect.insort_left(a,2); print(a); tr(bisect.bisect,a,1,-1)
