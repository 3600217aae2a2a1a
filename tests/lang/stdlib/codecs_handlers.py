# unchecked
# The error handlers given exceptions that were made by hand, and what codecs make of what handlers answer.
import codecs
enc=UnicodeEncodeError("ascii","\udc80\u3042",0,1,"ouch"); dec=UnicodeDecodeError("ascii",b"\xff",0,1,"ouch"); tr=UnicodeTranslateError("\u3042",0,1,"ouch")
class Bad1(Exception):
    __doc__="x"
class NoStart(UnicodeError):
    object="x"
class Fake:
    def __init__(self): self.__class__=UnicodeEncodeError
def t(name,exc):
    try: print(name, codecs.lookup_error(name)(exc))
    except BaseException as e: print(name, type(e).__name__, e)
for name in ("strict","ignore","replace","backslashreplace","xmlcharrefreplace","namereplace","surrogateescape","surrogatepass"):
    for exc in (enc,dec,tr,42,UnicodeError("ouch"),ValueError("v"),UnicodeEncodeError("ascii","a\u3042b",1,2,"o"),UnicodeEncodeError("utf-8","a\ud800b",1,2,"o"),UnicodeEncodeError("utf-8","\udcffb",0,1,"o"),UnicodeEncodeError("utf-16le","\ud800b",0,1,"o"),UnicodeDecodeError("utf-8",b"a\xed\xa0\x80b",1,2,"o"),UnicodeDecodeError("utf-8",b"a\xed\xa0\x80b",1,4,"o"),UnicodeDecodeError("utf-16be",b"\xd8\x00\x00a",0,2,"o"),UnicodeDecodeError("utf-32le",b"\x00\xd8\x00\x00",0,4,"o"),UnicodeDecodeError("cp1252",b"\x81",0,1,"o"),UnicodeEncodeError("ascii","abc",5,9,"o"),UnicodeEncodeError("foo","\ud800",0,1,"o"),UnicodeDecodeError("foo",b"\xed\xa0\x80",0,3,"o"),UnicodeTranslateError("\ud800",0,1,"o")):
        t(name,exc)
codecs.register_error("t.e", lambda e: ("\u3042",e.end)); codecs.register_error("t.b", lambda e: (b"\xff\xfe\xfd",e.end)); codecs.register_error("t.1", lambda e: ("x",e.end+100));codecs.register_error("t.2", lambda e: ("x",-100));codecs.register_error("t.3", lambda e: 42);codecs.register_error("t.4", lambda e: (1,2,3));codecs.register_error("t.5", lambda e: ("a","b"));codecs.register_error("t.6", lambda e: (1,1)); codecs.register_error("t.7", lambda e: ("[x]",-1 if e.end<len(e.object) else e.end)); codecs.register_error("t.8", lambda e: (b"z",e.end))
for enc in ("ascii","latin-1","utf-8"):
    for h in ("t.e","t.b","t.1","t.2","t.3","t.4","t.5","t.6","t.7","t.8"):
        for s in ("a\ud800\u0430b",):
            try: print(enc,h,s.encode(enc,h))
            except BaseException as e: print(enc,h,type(e).__name__,ascii(str(e)))
    for h in ("t.e","t.b","t.1","t.2","t.3","t.4","t.5","t.6","t.7","t.8"):
        for s in (b"a\x81\xff\xfe\x00\xd8\x00\x00",):
            try: print(enc,h,s.decode(enc,h))
            except BaseException as e: print(enc,h,type(e).__name__,ascii(str(e)))
