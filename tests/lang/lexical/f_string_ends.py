# python3.12
# f-strings that the source's end cuts off, and those that ast.unparse() has to quote.
import ast

for text in ['f"', "f'", "f'''", 'f"""', "f'a", "f'''a", "x = f'", "f'{3:", "(f'", "f'{3"]:
    for mode in "exec", "eval":
        try:
            compile(text, "?", mode)
        except SyntaxError as e:
            if mode == "exec" or "=" not in text and ":" not in text:
                print(repr(text), e.msg, e.lineno, e.offset)

for text in [r'''f"\'\'\'{1}\"\"\""''', r'''f"""\'\'\'{x}\"\"\" """''', r'''f"a'{x}b'" ''', r'''f"'{x}\""''', r'''f"'\n{x}\"\t" ''']:
    tree = ast.parse(text)
    shown = ast.unparse(tree)
    print(shown, ast.dump(ast.parse(shown)) == ast.dump(tree))
