exec("def f(x: " + "list[" * 2000 + "int" + "]" * 2000 + "): pass\n")
