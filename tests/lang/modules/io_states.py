# unchecked
# BytesIO and StringIO say their state: pickled, copied, set; files do not.
import io,pickle,copy
b=io.BytesIO(b"abc"); b.seek(2); print(b.__getstate__()); b.x=1; print(b.__getstate__())
for nl in (None,"","\n","\r","\r\n"):
    s=io.StringIO("a\nb\r\nc\r",newline=nl); s.read(2); print(s.__getstate__())
    t=pickle.loads(pickle.dumps(s)); print(repr(t.getvalue()),t.tell(),repr(t.newlines),t.__getstate__())
    t=copy.copy(s); print(t.getvalue()==s.getvalue(),t.tell())
    for p in range(6):
        try: print(p,pickle.loads(pickle.dumps(s,p)).__getstate__())
        except Exception as e: print(p,type(e).__name__,e)
for p in range(6):
    try: print(p,pickle.loads(pickle.dumps(b,p)).__getstate__())
    except Exception as e: print(p,type(e).__name__,e)
class B(io.BytesIO): pass
class S(io.StringIO):
    def __init__(self,*a,tag=None): super().__init__(*a); self.tag=tag
class Slots(io.BytesIO): __slots__=("z",)
for o in (B(b"xyz"),S("q",tag=[1]),Slots(b"u")):
    o.seek(1)
    if isinstance(o,Slots): o.z=5
    c=copy.deepcopy(o); print(type(c).__name__,c.__getstate__(), getattr(c,'z','-'))
    print(o.__reduce_ex__(2)[0].__name__, o.__reduce_ex__(2)[1:3])
    try: print(o.__reduce_ex__(0)[1:])
    except Exception as e: print(type(e).__name__,e)
def t(f,*a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__,e)
n=io.BytesIO(b"123")
for st in ((b"no",),(b"",0,None,1),None,5,("a",0,None),(b"x",0.0,None),(b"x",-1,None),(b"x",0,5),(b"x",1,{"k":1}),[b"x",0,None],(bytearray(b"qq"),1,None),(b"x",2**70,None)):
    t(n.__setstate__,st); t(n.__getstate__)
n.close(); t(n.__setstate__,(b"",0,None)); t(n.__getstate__)
n=io.StringIO("123")
for st in (("no",),("","",0,None,1),None,(b"","\n",0,None),("x","\n",0.0,None),("x","\n",-1,None),("x","\n",0,5),("x",None,1,{"k":1}),("a\r\nb",None,1,None),("a\r\nb","",1,None),("a\nb","\r\n",1,None)):
    t(n.__setstate__,st); t(n.__getstate__); 
n.close(); t(n.__setstate__,("","",0,None)); t(n.__getstate__)
for f in (open("/dev/null"),open("/dev/null","rb"),open("/dev/null","rb",0)):
    print([type(e).__name__ for e in (0,)])
