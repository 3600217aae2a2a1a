# python3.12: http.cookies
from http import cookies
import pickle, copy
def fails(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
C=cookies.SimpleCookie()
C['fig']='newton'; C['sugar']='wafer with space'; C['n']=7; print(C); print(C.output()); print(C.output(header='Cookie:',sep=';')); print(repr(C), C['n'].value, C['sugar'].coded_value)
C['fig']['path']='/c'; C['fig']['secure']=True; C['fig']['httponly']=True; C['fig']['max-age']=10; C['fig']['samesite']='Lax'; C['fig']['comment']='a "b"'; C['fig']['domain']='x.org'; C['fig']['version']=1; print(C['fig']); print(C['fig'].OutputString(['path'])); print(repr(C['fig'])); print(C.js_output()); print(C.output(attrs=['secure']))
for s in ['chips=ahoy; vienna=finger','keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;";','a=b; $Path=/x; c=d','$Version=1; a=b; $Path=/x','a=b; Path=/; Secure; HttpOnly; expires=Wed, 01 Jan 2020 00:00:00 GMT; c=d','a','a;b=c','=x','a=','a=b=c','a="b c"; d','a=b, c=d','ü=x','a=ü','  a = b ;c=d','secure','a=b; secure=x','a=b; max-age=5','expires=x; a=b','a=b; foo','a=b;;c=d','a[1]=x','a=[1]','a=b; version','k="\\"\\\\\\054"; z=1','a="unclosed; b=c','a=b\nc=d','a=b; domain=.x.com; a=c','x={"a":1}; y=2']:
    C=cookies.SimpleCookie()
    try: C.load(s); print(repr(s), repr(C), [(k,m.value,m.coded_value,{a:v for a,v in m.items() if v}) for k,m in C.items()])
    except Exception as e: print(repr(s), type(e).__name__, e)
C=cookies.SimpleCookie({'a':'b','c':3}); print(C); C=cookies.SimpleCookie('x=y'); C.load({'z':'w'}); print(C, len(C), sorted(C))
fails(C.__setitem__,'bad name','x'); fails(C.__setitem__,'path','x'); fails(C['x'].__setitem__,'nope','x'); fails(C['x'].update,{'nope':1}); C['x'].update({'Path':'/u'}); print(C['x'], C['x'].setdefault('path','q'), C['x'].setdefault('Domain','d'), C['x'].isReservedKey('MAX-AGE'))
m=cookies.Morsel(); print(m.items()>=set(), m.key, m.value); m.set('k','v','cv'); print(m, repr(m), m==m.copy(), m==1, m!=cookies.Morsel()); fails(m.set,'a b','x','y'); fails(m.set,'path','x','y'); fails(setattr,m,'key','x')
print(pickle.loads(pickle.dumps(C)), copy.copy(m), copy.deepcopy(m))
for v in ['a','a b','a;b','a"b','a,b','é','\\','a=b','', '[x]','€']: C=cookies.SimpleCookie(); C['k']=v; print(repr(C.output())); C2=cookies.SimpleCookie(); C2.load(C['k'].OutputString()); print(C2['k'].value==v if 'k' in C2 else C2)
B=cookies.BaseCookie(); B['a']='x y'; print(B, B.value_encode(3), B.value_decode('q')); fails(cookies.SimpleCookie().load, 5)
