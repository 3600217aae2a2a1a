# python3.12
"""wave: cut files, streams that cannot seek, parameters in the wrong order, headers that are mended."""
import wave, io
def t(data):
    try: 
        r=wave.open(io.BytesIO(data)); print(r.getparams())
    except BaseException as e: print(type(e),e)
def ch(n,d): return n+len(d).to_bytes(4,"little")+d+b"\0"*(len(d)%2)
import struct
f=struct.pack("<HHLLHH",1,2,8000,32000,4,16)
for cut in (0,4,13,14,15,16): t(ch(b"RIFF",b"WAVE"+ch(b"fmt ",f[:cut])+ch(b"data",b"1234")))
x=ch(b"RIFF",b"WAVE"+ch(b"LIST",b"abc")+ch(b"fmt ",f)+ch(b"data",b"12345678"))
for i in range(len(x)): t(x[:i])
w=wave.open(io.BytesIO(),"wb")
for g in "nchannels sampwidth framerate nframes comptype compname params".split():
    try: print(g,getattr(w,"get"+g)())
    except Exception as e: print(g,type(e),e)
try: w.close()
except Exception as e: print(type(e),e)
w.setparams((1,2,3,0,"NONE","x")) if 0 else None
f=wave.Error
print(f.__doc__)
class U(io.BytesIO):
    def tell(s): raise io.UnsupportedOperation("x")
    def seek(s,*a): raise io.UnsupportedOperation("y")
class U2:
    def __init__(s,b): s.b=io.BytesIO(b)
    def read(s,n): return s.b.read(n)
r=wave.open(U(x)); print(r.readframes(1),r.tell(), r.readframes(0), r.readframes(-1))
try: r.rewind(); r.readframes(1)
except Exception as e: print(type(e),e)
r=wave.open(U2(x),"r"); print(r.readframes(1),r.tell(), r.readframes(-5), r.tell())
for n in (0,1,2,3):
    u=U(); w=wave.open(u,"wb"); w.setparams((1,2,8000,n,"NONE","q")); print(w.getparams(),w.getnframes())
    try: w.writeframes(b"abcd"); print(w.tell())
    except Exception as e: print(type(e),e, w.tell())
    try: w.close()
    except Exception as e: print(type(e),e)
    print(u.getvalue())
    u=io.BytesIO(b""); u.write(b"foo"); w=wave.open(u,"wb"); w.setparams((1,2,8000,n,"NONE","q"))
    w.writeframesraw(b"abc"); print(u.getvalue()); w.writeframes(memoryview(b"ab")); print(w.tell(), w.getnframes(), w.getparams()); 
    for m,a in (("setnchannels",(1,)),("setparams",(3,)),("setmark",(1,2,3)),("getmark",(1,)),("getmarkers",())):
        try: print(getattr(w,m)(*a))
        except Exception as e: print(type(e),e)
    w.close(); print(u.getvalue(), u.closed)
for m,a in (("setnchannels",(0,)),("setsampwidth",(5,)),("setsampwidth",(0,)),("setframerate",(-1,)),("setframerate",(0.4,)),("setcomptype",("ULAW","q")),("setparams",((1,2),)),("setparams",((1,2,3,4,5,6,7),)),("setparams",((0,2,3,4,5,6),))):
    w=wave.open(io.BytesIO(),"wb")
    try: print(getattr(w,m)(*a))
    except Exception as e: print(type(e),e)
    w._file=None
for m in ("x",None,"r+",3):
    try: print(wave.open(io.BytesIO(x),m).getparams())
    except Exception as e: print(type(e),e)
g=struct.pack("<HHLLHH",0xfffe,2,8000,32000,4,16)
for sub in (wave.KSDATAFORMAT_SUBTYPE_PCM, b"1"*16, b"2"*4):
    t(ch(b"RIFF",b"WAVE"+ch(b"fmt ",g+b"\0"*8+sub)+ch(b"data",b"1234")))
for g in ((2,1,1,1,1,1),(1,0,1,1,1,8),(1,1,1,1,1,0)):
    t(ch(b"RIFF",b"WAVE"+ch(b"fmt ",struct.pack("<HHLLHH",*g))+ch(b"data",b"1234")))
t(ch(b"RIFF",b"WAVE"+ch(b"data",b"1234")))
r=wave.open(io.BytesIO(x)); f=r.getfp(); print(f.closed)
for p in (-1,0,1,2,3):
    try: r.setpos(p); print(r.tell(), r.readframes(1))
    except Exception as e: print(type(e),e)
r.close(); r.close(); print(r.getfp())
import tempfile,os
with tempfile.TemporaryDirectory() as d:
    n=os.path.join(d,"a.wav")
    with wave.open(n,"w") as w: w.setnchannels(2); w.setsampwidth(1); w.setframerate(44100.6); w.writeframes(b"xy"*4)
    with wave.open(n) as r: print(r.getparams(), r.readframes(9))
    try: wave.open(os.path.join(d,"b"))
    except Exception as e: print(type(e))
