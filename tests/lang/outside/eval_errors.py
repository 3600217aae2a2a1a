# python3.12
"""Where eval() says that its text is wrong."""
for s in ["x = 1","x += 1","x: int = 1","import os","del x","a = b = 1","(a, b) = c","a, b = 1, 2","x; y","1; ","for x in y: pass","return 5","pass","raise ValueError","f(x) = 3","'a' = 2","a.b[c] = 3","x =","print x","  1","  x = 1","1\n2","\n1","x == = 1","assert x","global q","lambda: x = 1","if x: y","def f(): pass","1 2","a b","yield 1","await z", "x := 1","","  ","#c","1 #c","*a","*a, b", "not","a if b", "a @ ", "f(", "[1,", "'abc", "1 +\\\n", "a\n b", "x = 1\n", "None = 1", "class A: pass", "import os; os", "f'{x=}'[0]", "{1: 2}[3]", "f'{1:>{2}}' = 3", "(lambda: 0) = 1", "1 +\n2", "(1,\n 2)", "@a", "async x", "1;2"]:
    try:
        eval(s)
        print(repr(s), "fine")
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.args)
    except Exception as e:
        print(repr(s), type(e).__name__)
