# python3.12: which exceptions a class may have as bases together, and what its base is; numbers of UnicodeError
import itertools
E = [OSError, SyntaxError, KeyError, ValueError, ImportError, NameError, AttributeError, StopIteration, SystemExit, UnicodeDecodeError, UnicodeEncodeError, FileNotFoundError, ModuleNotFoundError, IndentationError, ExceptionGroup, BaseExceptionGroup, KeyboardInterrupt, Exception, UnicodeError, TabError, ZeroDivisionError, UnboundLocalError, StopAsyncIteration, UserWarning]
for a, b in itertools.permutations(E, 2):
    try: c = type("C", (a, b), {})
    except TypeError as e: print(a.__name__, b.__name__, str(e).split(":")[0].split("(")[0])
    else: print(a.__name__, b.__name__, c.__base__.__name__)
class A(OSError): pass
class B(A, ValueError): __slots__ = ("x",)
class C(SyntaxError): pass
for bases in ((B, C), (C, B), (A, B), (B, KeyError), (ValueError, B)):
    try: print(type("D", bases, {}).__mro__[1])
    except TypeError as e: print(str(e).split("\n")[0][:60])
e = UnicodeDecodeError("utf8", b"abc", 1, 2, "r")
for change in (lambda: delattr(e, "start"), lambda: delattr(e, "end"), lambda: setattr(e, "start", True), lambda: setattr(e, "end", 99), lambda: setattr(e, "reason", 5)):
    try: change()
    except Exception as x: print(type(x).__name__, x)
    print(e.start, e.end, str(e))
