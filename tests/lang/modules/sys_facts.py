# sys: what programs look at.
import sys

print(sys.version_info[:2] >= (3, 11), sys.version_info.major, sys.version_info >= (3, 8), sys.version_info.releaselevel, sys.version_info[3:])
print(repr(sys.version_info).startswith("sys.version_info(major=3, minor="), sys.version.split()[0].startswith("3."), sys.hexversion > 0x03080000)
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.platform, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit)
print(sys.float_info)
print(sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.thread_info.name)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit(), sys.flags.optimize, sys.implementation.name in ("cpython", "typhon"))
print(sys.argv[0].endswith("sys_facts.py"), sys.path[0].endswith("modules"), len(sys.argv), "sys" in sys.modules, sys.modules["sys"] is sys, "math" in sys.builtin_module_names)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    kind, value, trace = sys.exc_info()
    print(kind, value is e, trace is e.__traceback__, sys.exception() is e)
print(sys.intern("a b") is sys.intern("a " + "b"))
for call in (lambda: sys.intern(1), lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("a"), lambda: sys.version_info.__class__(), lambda: sys.exit(1, 2)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(300)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(200 < depth(0) <= 300, sys.getrecursionlimit())
try:
    depth_limit = lambda n: sys.setrecursionlimit(5) if n == 0 else depth_limit(n - 1)
    depth_limit(20)
except RecursionError as e:
    print(str(e)[:41])
sys.setrecursionlimit(1000)
sys.displayhook(None)
sys.displayhook([1])
print(_)
print(sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.stdout is sys.__stdout__, sys.stdout.encoding, sys.stdin.readline() == "")
for code in (None, 0, 3, "text", True):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code), e.args)
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)


class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append("<flush>")


old, sys.stdout = sys.stdout, Writer()
print("a", 1, end="!", flush=True)
w, sys.stdout = sys.stdout, old
print(w.parts)
print(sys.getsizeof([]) > 0, sys.getsizeof(1) > 0, sys._getframemodulename(0) if sys.version_info >= (3, 12) else "__main__")
SimpleNamespace = type(sys.implementation)
n = SimpleNamespace(a=1, b="x")
print(n, n.a, n == SimpleNamespace(b="x", a=1), n.__dict__)
n.self = n
print(n)
try:
    SimpleNamespace(1)
except TypeError as e:
    print(e)
import atexit
atexit.register(print, "at exit", sep="-")
atexit.register(lambda *a, **k: print("first", a, k), 1, 2, k=3)
print("end")
