# Natives that stand for Python functions have their words; slots beside a base that has a dict.  # python3.12
import re, enum
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__notes__',''))
for f in (re.compile,re.match,re.search,re.fullmatch,re.sub,re.subn,re.split,re.findall,re.escape):
    t(f); t(f,1,2,3,4,5,6); t(f,zz=1); t(f,'a',pattern='b'); t(f,string='a'); t(f,pattern='a',string='a'); t(f,'a',flags=0); t(f,repl='x',string='y'); t(f,'a','b','abc',0); t(f,'a','b',count=1); t(f,**{'pattern':'x','zz':1}); t(f,string='xax',pattern='a',repl='b'); t(f,'a','b','c',0,0)

class H1:
    def __init_subclass__(cls, **kw): print('sub')
class D(H1, dict): __slots__=('__dict__',)
D().x=1; print(D(a=1), vars(D()))
t(type,'X',(H1,),{'__slots__':('__dict__',)}); t(type,'X',(dict,H1),{'__slots__':('__dict__',)}); t(type,'X',(),{'__slots__':('__dict__','__dict__')}); t(type,'X',(dict,),{'__slots__':('__dict__','__weakref__')}); t(type,'X',(H1,dict),{'__slots__':('__weakref__',)}); t(type,'X',(H1,),{'__slots__':('__weakref__',)}); t(type,'X',(H1,dict),{'__slots__':()})
x=type('X',(H1,dict),{'__slots__':()})(); x.a=1
print(vars(x)); 
import weakref
t(lambda: weakref.ref(x)() is x)
def e():
    class X(int, enum.Enum): A='x'
t(e)
def e2():
    class Bad:
        def __set_name__(self,o,n): 1/0
    class Y: a=Bad()
t(e2)
t([].__imul__); t(bytearray().__imul__,1,2)
