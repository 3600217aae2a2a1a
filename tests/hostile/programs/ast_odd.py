import ast
for v in (None, 5, 'x', [], ast.Load(), object()):
    for c in (ast.Name, ast.Constant, ast.BinOp, ast.Call, ast.Lambda, ast.JoinedStr, ast.Compare, ast.Subscript, ast.FunctionDef, ast.Module, ast.arguments):
        n = c()
        for f in c._fields: setattr(n, f, v)
        n.lineno = n.col_offset = n.end_lineno = n.end_col_offset = 10**18
        for m, k in ((ast.Expression(n), 'eval'), (ast.Module([n], []), 'exec'), (n, 'exec')):
            try: compile(m, 'x', k)
            except Exception: pass
print('ok')
