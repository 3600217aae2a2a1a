# python3.12
from pprint import *
import collections, types, shlex, dataclasses
d = {"name":"x"*30,"list":list(range(40)),"nested":{"a":[1,2,{"b":(1,2,3),"c":{"d":"e"*60}}]},"s":"word "*40,"by":b"abc"*40,1:2,(1,2):None,"set":{1,2,3},"fs":frozenset(range(30))}
pprint(d); pprint(d,width=40); pprint(d,compact=True); pprint(d,depth=2); pprint(d,indent=4); pp({"b":1,"a":2}); pprint({"b":1,"a":2})
print(pformat([1,2,3])); pprint("a "*60); pprint(["a "*60,"line1\nline2\n"*9]); pprint([10**9]*12, underscore_numbers=True)
l=[1]; l.append(l); print(saferepr([1,"a"]), isrecursive(l), isreadable(l), isreadable([1]), isreadable(object()))
pprint(collections.OrderedDict((str(i),i*100000) for i in range(9))); pprint(collections.defaultdict(list,{str(i):[i]*8 for i in range(6)})); pprint(collections.Counter("abracadabra"*3)); pprint(collections.Counter({"a"*30:3,"b"*40:2,"c"*20:1})); pprint(collections.deque(range(30),maxlen=30)); pprint(collections.deque(range(40))); pprint(collections.ChainMap({"a"*30:1},{"b"*50:2})); pprint(types.SimpleNamespace(aaa="x"*40,bbb="y"*40)); pprint(types.MappingProxyType({"a"*40:1,"b"*40:2})); pprint(bytearray(b"z"*90)); pprint(collections.UserDict({"a"*40:1,"b"*40:2}))
@dataclasses.dataclass
class D: a:int; b:str="q"*50; c:list=dataclasses.field(default_factory=lambda:list(range(10)))
pprint(D(1)); pprint([D(1)]); pprint(tuple("abc")); pprint(("x"*90,)); pprint({}); pprint([]); pprint(set()); pprint({"k":[]}); pprint([[],{},()]*12)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: PrettyPrinter(indent=-1)); t(lambda: PrettyPrinter(width=0)); t(lambda: PrettyPrinter(depth=0)); pprint({1:"a","b":2,None:3,2.5:4}); pprint([{"a":1,"b":2}]*5, width=20)
class My(dict): pass
pprint(My(d)) if False else None
for s in ["a b 'c d' e","a\\ b","\"x\\\"y\" z","a#b c","'unclosed","a\\","","''","a=b c;d","foo # bar","a'b'c\"d\"", 'x "a\\b" \\n', "é ü"]:
    for k in [{},{"comments":True},{"posix":False}]: t(lambda: (s,k,shlex.split(s,**k)))
t(lambda: list(shlex.shlex("a && b || c; d > e", punctuation_chars=True))); t(lambda: list(shlex.shlex("a.b 'c d' # x\n e=f"))); t(lambda: list(shlex.shlex("a && b;c", posix=True, punctuation_chars="&"))); print(shlex.quote("a b"), shlex.quote(""), shlex.quote("it's"), shlex.quote("abc-._/"), shlex.join(["a b","c"]), shlex.quote("é")); t(lambda: shlex.split(None)); s=shlex.shlex("a\nb"); print(s.get_token(), s.lineno, s.error_leader("f")); s.push_token("z"); print(list(s))
