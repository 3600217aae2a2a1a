# python3.12
import os
import pyclbr
import readline as r
import rlcompleter
import sys
import tempfile

os.chdir(tempfile.mkdtemp())


def attempt(f, *args):
    try:
        print(f.__name__, args, repr(f(*args)))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


# ---- readline
r.set_completer()
r.clear_history()
for f, *args in ((r.get_line_buffer,), (r.get_begidx,), (r.get_endidx,), (r.get_completer,), (r.get_completer_delims,), (r.get_completion_type,), (r.get_current_history_length,),
                 (r.get_history_length,), (r.get_history_item, 1), (r.add_history, "a"), (r.get_current_history_length,), (r.get_history_item, 1), (r.get_history_item, 0), (r.get_history_item, 2),
                 (r.remove_history_item, 5), (r.remove_history_item, -1), (r.replace_history_item, 0, "b"), (r.replace_history_item, 3, "b"), (r.get_history_item, 1), (r.set_completer_delims, "x"),
                 (r.get_completer_delims,), (r.set_history_length, 5), (r.get_history_length,), (r.set_completer, 3), (r.set_startup_hook, 3), (r.set_pre_input_hook, 3),
                 (r.parse_and_bind, "tab: complete"), (r.read_history_file, "nope"), (r.read_init_file, "nope"), (r.write_history_file, "hist"), (r.append_history_file, 1, "no/x"),
                 (r.append_history_file, 1, "hist"), (r.clear_history,), (r.read_history_file, "hist"), (r.get_current_history_length,), (r.redisplay,), (r.remove_history_item, 0),
                 (r.set_auto_history, False), (r.add_history, 3), (r.set_completion_display_matches_hook,), (r.set_pre_input_hook, None)):
    attempt(f, *args)
r.set_completer(str.upper)
print(r.get_completer() is str.upper, open("hist").read().split())
for i in range(10):
    r.add_history(f"line {i}")
r.write_history_file("hist")
print(open("hist").read().splitlines())
r.append_history_file(2, "hist")
print(open("hist").read().splitlines())

# ---- rlcompleter
value = {"spam_number": 1, "spam_list": [], "spammer": print, "text": "abc"}


class Thing:
    plain = 1
    _hidden = 2

    def method(self, a): ...

    def nothing(self): ...

    @property
    def prop(self):
        raise ZeroDivisionError("asked for")


value["thing"] = Thing()
c = rlcompleter.Completer(value)
for text in "spam", "spam_", "zz", "prin", "tr", "Fa", "cont", "", " ", "imp", "mat", "text.up", "thing.", "thing._", "thing.__cl", "thing.m", "thing.p", "nope.x", "text.upper().", "1.", "_":
    found, i = [], 0
    while (match := c.complete(text, i)) is not None and i < 100:
        found.append(match)
        i += 1
        if not text.strip():
            break
    print(repr(text), sorted(found) if not text.startswith("_") else len(found) > 0)
attempt(rlcompleter.Completer, [1])
main = rlcompleter.Completer()
print(main.use_main_ns, main.complete("attem", 0), main.complete("attem", 1), main.complete("Thing.meth", 0))
print("real" in rlcompleter.get_class_members(bool))

# ---- pyclbr
with open("pm.py", "w") as f:
    f.write('''import os, sys as system
from mod2 import Base2
from mod2 import func2 as renamed
from pk import *
class A(Base2, os.PathLike):
    def m(self): pass
    async def am(self):
        def inner():
            class Deep: pass
    class Nested:
        def nm(self): pass
    @property
    def p(self): pass
    @p.setter
    def p(self, v): pass
    x = 1
class B(A, Unknown, foo(), mod2.Base2): pass
import mod2
class B2(mod2.Base2): pass
def f(a):
    def g(): pass
    class L(A): pass
async def co(): pass
if True:
    class Cond:
        def q(self): pass
    def condf(): pass
    from mod2 import func2 as inner_one
try:
    def tryf(): pass
except E: pass
lam = lambda: 1
''')
with open("mod2.py", "w") as f:
    f.write("class Base2:\n    def b(self): pass\ndef func2(): pass\n")
os.mkdir("pk")
for name, text in ("__init__", "class P: pass\nclass _Hidden: pass\n"), ("sub", "from . import P\nfrom .other import O\nclass S(P, O): pass\n"), ("other", "class O: pass\n"):
    with open(f"pk/{name}.py", "w") as f:
        f.write(text)


def show(objects, indent=0):
    for k, v in objects.items():
        if isinstance(v, list):
            print(" " * indent, k, len(v))
            continue
        bases = [s if isinstance(s, str) else ("class", s.name) for s in v.super] if isinstance(v, pyclbr.Class) else None
        print(" " * indent, k, type(v).__name__, v.name, v.module, v.lineno, v.end_lineno, os.path.basename(v.file), getattr(v, "is_async", None), v.parent and v.parent.name, bases,
              getattr(v, "methods", None))
        show(v.children, indent + 2)


here = [os.getcwd()]
for m in "pm", "pk", "pk.sub", "mod2":
    print("==", m)
    show(pyclbr.readmodule_ex(m, here))
print(sorted(pyclbr.readmodule("pm", here)))
for m in "nope_x", "pk.zz", "sys", "pm.x":
    attempt(pyclbr.readmodule_ex, m, here[:0] if m == "sys" else ["."])
a = pyclbr.Class("m", "n", None, "f", 3)
b = pyclbr.Class("m", "k", ["x"], "f", 3, a)
g = pyclbr.Function("m", "g", "f", 5, a, end_lineno=6)
print(a.super, a.methods, list(a.children), b.super, g.is_async, g.parent is a, g.end_lineno, sorted(vars(a)), sorted(vars(g)))
