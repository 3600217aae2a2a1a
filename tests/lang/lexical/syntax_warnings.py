# python3.12
# SyntaxWarnings: which ones, in which order, on which lines; as errors; from ast.parse, eval and an imported file.
import ast, os, sys, tempfile, warnings
srcs = ["'\\d'", "b'\\d'", "'\\400'", "b'\\777 \\d'", "r'\\d'", "'''\n\n\\d'''", "('a'\n'\\d' 'b\\e')", "f'\\d'", "f'{x}\\d'", "f'{x:\\d}'", "f'\\{x}'", "f'\\}}'", "f'\\{{'", "f'{x!r:\\{y}}'","rf'\\d'", "'\\d' '\\q'", "x='\\d\\e'", "x='\\\u00e9'", "'\\8'",
 "assert(x, 'm')", "assert ()", "assert (1,)", "assert [1]",
 "x is 1","x is 'a'","1 is x","x is not 1.0","x is ()","x is (1,2)","x is (1,y)","x is True","x is None","x is ...","x is -1","x is 1+2","x is b'a'","x is f'{1}'","x is 1 is 2","x is []", "x is {}", "x is 1j", "None is 1", "x is (None,)", "x is __debug__","x < 1 is y", "x is not ''",
 "1(2)","'a'(2)","(1,2)(3)","[1](2)","{}(1)","{1}()","f'{x}'(1)","(lambda:1)(2)","(x for x in y)(1)","[x for x in y](1)","{x for x in y}()","{x:x for x in y}()","None()","True()","...()","1.0()","1j()","b''()", "(1+2)()", "(yield)()", "f'a'()", "(1,x)()", "(x:=1)()", "(a if b else c)()", "(-1)()",
 "1[2]","'a'[2]","(1,2)[3]","[1][2]","{1}[1]","{}[1]","f'{x}'[1]","(lambda:1)[1]","(x for x in y)[1]","[x for x in y][1]","{x for x in y}[1]","{x:x for x in y}[1]","None[1]","True[1]","...[1]","1.0[1]","1j[1]","b''[1]",
 "'a'['b']","(1,2)['b']","[1]['b']","'a'[1.0]","'a'[b'c']","[1][None]","[1][x]","[1][1:2]","[1][1,2]","[1][(1,)]","[1][True]","[1][...]","f'{x}'['a']","[x for x in y]['a']","[1][lambda:1]","[1][(x for x in y)]","[1][[1]]","[1][{}]","[1][f'{x}']","b'a'['b']","[1][{1}]", "[1][-1]","[1][1j]","{}['a']", "'a'[x,y]",
 "[1][2]=3","del [1]['a']", "[1]['a'] = 3", "1[2] += 1",
 "1if x else y","1or x","1and x","1in x","1is x","1not in x","0x1for x in y","0xfor x in y", "[0x1for x in y]","1.0or x","1jor x","0o1or x","0b1or x","1_0or x","1e5or x","1.if x else y", "0or x","x if 1else y","0b1if x else y", "[1for x in y]", "0x1if x else y", "1.or x", "1j if x else y", "1jif x else y", "00or x",
 "if 0:\n  x is 1", "if 1: pass\nelse:\n  x is 1","while 0:\n  x is 1","0 and x is 1","def f():\n  return\n  x is 1", "def f(a=x is 1)->(x is 2): pass","class C(x is 1): pass", "lambda: x is 1","a: x is 1","match x:\n  case y if y is 1: pass",
 "if __debug__: x is 1", "x = 1 if x is 1 else x is 2", "assert (1,2), x is 1", "async def f():\n  async with (x is 1): pass", "for x in 1(2): pass", "with 1(): pass",
 "print('\\d' , x is 1, '\\e', x is 2)\ny is 3", "x = ('\\d'\n,x is 1)", "x is 1 is 2 is y", "x[1(2)]", "f'{x is 1}'", "f'{x is 1:{y is 2}}'", "f'{1()}'", "f'{\"\\d\"}'", "def f():\n '\\d'", "type X = 1()", "def f[T: 1()](): pass", "'''\\d\n\\e'''", "print(f'{\n1 is x}')", "(\n1\n)(\n2)", "x is (\n\n1)", "'a'\\\n'\\d'", "('a' '\\\nb\\d')", "'\\\n\\d'", "x = 1;y = '\\d'",
 "global x\nx is 1", "[x is 1 for x in y if x is 2]", "x = yield x is 1", "raise x is 1 from x is 2", "return", "(x is 1) is 1", "print(*1(), **2())", "@1()\ndef f(): pass", "@1()\nclass C: pass", "del 1()[1]", "x: 1() = 2()", "x += 1()", "1()[2()] = 3()", "1()[2()] += 3()","a = b = 1()", "{1(): 2()}","lambda a=1(): 2()", "{1(): 2() for x in 3() if 4()}", "1 < 2() < 3()", "1() if 2() else 3()", "def f(a: 1() = 2()) -> 3(): 4()", "class C(1(), a=2()): 3()", "for 1()[1] in 2(): 3()\nelse: 4()", "while 1(): 2()\nelse: 3()", "with 1() as x[2()]: 3()", "1()(2(), a=3())","match 1():\n  case {'a': 1} if 2(): 3()", "x[1():2():3()]", "f'{1():{2()}}{3()}'", "assert 1(), 2()", "1 is 2 is 3", "not 1()", "1() and 2()", "@1()\n@2()\ndef f(a=3()): 4()", "try: 1()\nexcept* 2(): 3()","a = (yield 1()), (yield from 2())",
]


def shown(found):
    return [(w.category.__name__, str(w.message), w.lineno, w.filename) for w in found]


for text in srcs:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            compile(text, "<f>", "exec")
            result = "ok"
        except SyntaxError as error:
            result = error.msg
    told = shown(found)
    print(repr(text), result, sorted(set(told), key=told.index))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            compile(text, "<f>", "exec")
        except SyntaxError as error:
            print("    error:", type(error).__name__, error.msg, error.lineno, error.filename, error.offset if len(found) == 1 and "escape" not in error.msg else "")

with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    ast.parse("'\\d'; x is 1", "tree.py")
    print("ast", shown(found))
    eval("'\\w'")
    exec("1 is 1")
    print("eval", shown(found))
    compile(ast.parse("x is 1"), "from tree", "exec")
    print("tree", [str(w.message) for w in found])

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="invalid escape")
    warnings.filterwarnings("error", message='"is"')
    compile("'\\d'", "a", "exec")
    try:
        compile("x = '\\d' is 1", "a", "exec")
    except SyntaxError as error:
        print("chosen", error, error.__cause__, error.__suppress_context__)

with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("default")
    with open(os.path.join(folder, "dubious_module.py"), "w") as file:
        file.write("a = 1\nb = '\\d'\nassert (a, 'text')\n")
    sys.path.insert(0, folder)
    import dubious_module  # type: ignore
    print("module", [(c, m, n, os.path.basename(f)) for c, m, n, f in shown(found)])


def hook(message, category, filename, lineno, file=None, line=None):
    print("shown", category.__name__, message, filename, lineno)


with warnings.catch_warnings():
    warnings.simplefilter("default")
    warnings.showwarning = hook
    for _ in range(2):
        exec(compile("1 is 1", "twice", "exec"))
