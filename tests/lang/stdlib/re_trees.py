# python3.12: re._parser and what it is made of; sre_parse and its like warn
import re, re._constants, re._parser, warnings

PATTERNS = [
    "", "|", "a|", "abc|abd|ab", "a|b|[c-e]", "a|b|[^c]", "(?:a(?:b|c))+", "(a)(?:b)(?P<n>c)\\1(?P=n)", "(?:(?:a))", "(?i:a)(?-i:b)(?x: a b )c d", "(?x) a # b\n c",
    "[a]", "[^a]", "[]a]", "[^]a-c\\d]", "[a-]", "[aab]", "[\\x41-\\u00e9\\N{DIGIT ONE}\\101\\b]", ".^$\\A\\Z\\b\\B\\d\\D\\s\\S\\w\\W", "\\0\\012\\123\\07\\n\\.\\-",
    "a*b+?c?+d{2}e{3,}f{,4}g{5,6}?h{}i{,}j{k", "(?:ab)*", "(?i:a)*", "(a|b)*", "(?=a)(?!b)(?<=c)(?<!d)(?!)", "(a)?(?(1)b|c)(?(1)d)", "(?(2)a)(b)(c)", "(?P<x>a)(?(x)b)", "(?>a|ab)c",
    "(?<=(a))b", "(a{2,3}|b)\\1+", "(?:a{1000}){1000}b*", "(?s)(?a).\\w",
    "(", ")", "a)", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<1>a)", "(?P<a", "(?P=a)", "(?P<a>)(?P<a>)", "(?P!", "(?Z)", "(?<a)", "(?#", "(a", "[", "[]", "[z-a]", "[\\d-a]", "\\", "\\q", "[\\q]", "\\x1",
    "\\u12", "\\U00110000", "\\N", "\\N{", "\\N{nope}", "\\400", "\\1", "(\\1)", "(?<=(a)\\1)", "(?(0)a)", "(?(1)a)", "(?(x)a)", "(?(!)a)", "(a)(?(1)b|c|d)", "*", "a**", "^*", "(?:)*", "a{2,1}",
    "a{99999999999}", "a(?i)", "(?i", "(?i-", "(?i-i:a)", "(?L)a", "(?au)", "(?-a:b)", "(?1)",
]


def show(pattern, flags=0):
    try:
        tree = re._parser.parse(pattern, flags)
    except (re.error, OverflowError, ValueError) as problem:
        return type(problem).__name__, str(problem)
    state = tree.state
    return tree, tree.getwidth(), state.groups, state.groupdict, state.flags, state.groupwidths


for pattern in PATTERNS:
    as_text, as_bytes = show(pattern), show(pattern.encode())
    print(repr(pattern), *as_text)
    if repr(as_text[:2]) != repr(as_bytes[:2]):
        print("    bytes:", *as_bytes)
print(*show("a b", re.X), *show("a", re.L), *show(b"a", re.U), *show(b"\xe9(?P<\xe9>)"), *show("é(?P<é>)"), *show("a\nb("))

tree = re._parser.parse("ab[cd]*e")
print(len(tree), tree[0], tree[1:], type(tree[1:]).__name__, tree[-2][0] is re._constants.MAX_REPEAT, [op for op, _ in tree])
tree.insert(0, tree[2])
tree.append((re._constants.LITERAL, 102))
tree[1] = re._constants.ANY, None
del tree[2]
print(tree, re._parser.SubPattern(tree.state, tree.data).getwidth())
re._parser.parse("a(b|cd)+?[^x-z\\d](?P<n>q)?(?(n)a|b)(?(n)c)(?=x)(?<!y)(?>z)\\1$(?i:e)[^f]").dump()

constants = vars(re._constants)
print(re._constants.MAXREPEAT, re._constants.MAXREPEAT + 0, re._constants.MAXGROUPS, re._constants.LITERAL.name, type(re._constants.LITERAL).__name__, constants["error"] is re.error)
print(sorted((name, int(value)) for name, value in constants.items() if isinstance(value, int)))
print({name: value for name, value in sorted(constants.items()) if name[0] != "_" and isinstance(value, (dict, list))})
print(re._parser.ESCAPES, re._parser.CATEGORIES, re._parser.FLAGS, re._parser.MAXWIDTH)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for pattern in "[[a]", "[!--b]", "[a-c--x]", "[a&&b]", "[a~~b]", "[a||b]", "[+--]":
        re._parser.parse(pattern)
    import sre_compile, sre_constants, sre_parse
print(*(f"{item.category.__name__}: {item.message}" for item in caught), sep="\n")
print(sre_parse.parse is re._parser.parse, sre_constants.LITERAL is re._constants.LITERAL, sre_compile.compile("a+").match("aab"))


class Groups:
    groups, groupindex = 12, {"x": 3}


for template in "", "a", "\\1", "a\\2b\\g<3>\\g<x>c", "\\12\\0\\012\\377\\n\\-", "\\13", "\\400", "\\q", "\\", "\\g", "\\g<", "\\g<>", "\\g<y>", "\\g<1x>", "\\g<13>", "\\g<0>":
    for text in template, template.encode():
        try:
            print(re._parser.parse_template(text, Groups), end=" ")
        except (re.error, IndexError) as problem:
            print(type(problem).__name__, problem, end=" ")
    print()

from re import _compiler
for pattern, text in [("(a|(?P<n>b))+?c{2,}(?i:D)[^e-g\\s](?(n)x|y)(?=z)(?<!q)\\1", "abccdhxzb"), (b"[\\xe0-\\xff]\\b.", b"\xe9-"), ("(?x) a [b c] \\# # d", "a #")]:
    found, wanted = _compiler.compile(re._parser.parse(pattern)).search(text), re.search(pattern, text)
    print(found and found.regs, wanted and wanted.regs, found and found.groupdict())
from re import _casefix
print(len(_casefix._EXTRA_CASES), _casefix._EXTRA_CASES[ord("s")], _casefix._EXTRA_CASES[0x3b9])
