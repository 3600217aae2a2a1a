# Class methods of built-in types: asked of the class, of a subclass, of an instance, of the class dictionary.
import datetime
class I(int): pass
class D(dict): pass
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for i in range(3):
    show(lambda: int.from_bytes(b"ab", "big")); show(lambda: type(I.from_bytes(b"ab", byteorder="big", signed=True)))
    show(lambda: dict.fromkeys("ab")); show(lambda: type(D.fromkeys("ab", 1))); show(lambda: bytes.fromhex("00ff")); show(lambda: bytearray.fromhex("00ff"))
    show(lambda: float.fromhex("0x1p3")); show(lambda: dict.fromkeys()); show(lambda: dict.fromkeys(1, 2, 3)); show(lambda: float.fromhex(3)); show(lambda: int.from_bytes(b"a", x=1))
    show(lambda: list[int]); show(lambda: dict.__class_getitem__(int)); show(lambda: datetime.date.fromordinal(700000)); show(lambda: (5).from_bytes(b"\1", "big"))
    show(lambda: int.__dict__["from_bytes"](int, b"a", "big")); show(lambda: int.__dict__["from_bytes"](3, b"a")); show(lambda: int.__dict__["from_bytes"](str, b"a")); show(lambda: int.__dict__["from_bytes"]())
    show(lambda: str.maketrans("a", "b")); show(lambda: bool.from_bytes(b"\0", "big"))
    f = int.from_bytes
    show(lambda: f(b"abc", "little")); show(lambda: list(map(bytes.fromhex, ["00", "01"])))
    class M(type):
        def fromkeys(cls, x): return "meta"
    class E(dict, metaclass=M): pass
    show(lambda: E.fromkeys([1]))
    show(lambda: object.__init_subclass__()); show(lambda: int.__subclasshook__(int)); show(lambda: type.__prepare__("a", ()))
f = lambda: (5).from_bytes(b"\1", "big")
for i in range(3):
    try: print(f())
    except TypeError as e: print(e)
    try: print({1:2}.fromkeys([1]))
    except TypeError as e: print(e)
def g(x): return x.from_bytes(b"\1", "big")
for x in (5, int, 6, int, True, 1<<70): 
    try: print(g(x))
    except TypeError as e: print(e)
