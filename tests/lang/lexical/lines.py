# -*- coding: utf-8 -*-  # python3.12
# Line structure (2.1), identifiers and keywords (2.3)
if True:
        a = 1
        if a:
         b = 2
# a comment at the margin
         c = 3

        d = 4
else: pass
x = (1 +   # comment in brackets
     # another

  2)
y = 1 + \
    2 + \
3
z = [
1,
    2,
        3,
]; w = {'a': 1,

  'b': 2
  }
if x: y; z
class A: pass; q = 1; r = 2
def f(): return 1; return 2
for i in 1, 2: i; continue
while False: pass
else: e = 1
print(a, b, c, d, x, y, z, w, A.r, f(), i, e); print("semi"); 
ünïcödé = 1; 変数 = 2; ſ = 3; ﬁ = 4; ª = 5; µ = 6
print(ünïcödé, 変数, s, fi, a, μ, sorted(k for k in globals() if not k.isascii() or k in ("s", "fi")))
match = case = type = _ = 1
print(match, case, type, _)
print = print
def soft(match, case=2, *, type=3, _=4): return match + case + type + _
print(soft(1), soft(match=1, case=1, type=1, _=1))
import keyword
for word in keyword.kwlist:
    if word == "yield": continue
    try:
        compile(f"{word} = 1", "<s>", "exec")
        print(word, "fine")
    except SyntaxError as e: print(word, e.msg)
    try:
        compile(f"x.{word} = 1", "<s>", "exec")
        print(word, "fine")
    except SyntaxError as e: print(word, e.msg)
print(keyword.softkwlist)
exec("if 1:\n\ta = 1\n\tif 2:\n\t\tb = 2\n        # odd comment\n\tc = 3\nprint(a, b, c)")
exec("x = 1\r\ny = 2\rz = 3\n\n\n   \n\t\nprint(x, y, z)")
exec("\f\nx = 1\n\fprint('form feed', x)")
exec("if 1:\n  x = 5\n\n  # c\n#d\n  print(x)\n")
exec("def f():\n  '''doc\n  more'''\nprint(repr(f.__doc__))")
exec("print('no newline at the end')")
exec("")
exec("\n\n# only a comment")
exec("print(1);")
exec("x = '''a\nb'''; print(repr(x))")
exec("pass;pass ; pass")
exec("(\n\n\n)")
