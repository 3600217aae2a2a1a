# re.Scanner: each phrase numbers its groups for itself; the group that has the phrase's own number is the whole phrase
import re


def tokens(phrases, text, flags=0):
    def found(scanner, token):
        match = scanner.match
        return token, match.regs, match.lastindex, match.lastgroup, match.groups(), type(match).__name__
    scanner = re.Scanner([(phrase, found) for phrase in phrases], flags)
    pattern = scanner.scanner
    print(phrases, int(flags), *scanner.scan(text)[0], repr(scanner.scan(text)[1]), pattern.groups, pattern.flags, pattern.pattern, pattern.groupindex, pattern, type(pattern).__name__)


tokens(["x(a)y"], "xay")
tokens(["x(a)y", "q(b)r(c)s(d)?"], "xayqbrcs")
tokens(["q", "x(a)y(b)", "z"], "xaybqz")
tokens(["([xy])\\1", "(a)(b)?", "\\d+"], "abaxxyy12xy")
tokens(["(?P<x>a)(?P=x)", "(?P<x>b)(?P=x)"], "aabb")
tokens(["(c)?(?(1)a|b)", "(d)?(?(1)e|f)"], "cabfde")
tokens(["(?<=(a))b", "a"], "ab")
tokens(["a(?:(b)|c)*", "(d)"], "abcbdacc")
tokens(["\\w+", "."], "aé1")
tokens(["\\w+", "."], "aé1", re.U)
tokens(["(?u:\\w)+", "."], "aé1")
tokens(["(?i)a"], "A")
tokens(["(?i:a)", "é"], "AÉé", re.I)
tokens(["(?i:a)", "é"], "AÉé", re.I | re.U)
tokens(["(?x) a b # c", "c d"], "abc d")
tokens(["^a", "b", "\\n"], "ab\nab", re.M)
tokens(["a", ""], "aab")
tokens([b"(\xe9)\\1", b"a"], b"\xe9\xe9a")

same, other = [re.Scanner([(phrase, None) for phrase in ("(a)b", second)]).scanner for second in ("c(d)", "c(e)")]
again = re.Scanner([("(a)b", 1), ("c(d)", 2)]).scanner
print(same == again, hash(same) == hash(again), same == other, same == re.compile("(a)b|c(d)"))
print(same.findall("abcdab"), same.sub("<\\1,\\2>", "abcd"), same.split("xabycdz"), same.search("zab"), same.fullmatch("ab"), same.match("b"), [m.span(1) for m in same.finditer("abcd")])
print(same.search("éab").span(1), same.search("éééab").regs, [m.lastindex for m in same.finditer("écdéab" * 3)])

for phrases, flags in [(["a", "é(b"], 0), (["(a)", "\\1"], 0), (["a", "(?L)b"], 0), (["a"], re.L), ([b"a"], re.U), (["a"], re.A | re.U), ([None], 0), (["(?<=a+)b"], 0)]:
    try:
        re.Scanner([(phrase, None) for phrase in phrases], flags)
    except re.error as problem:
        print(problem, problem.pattern, problem.pos)
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem if phrases[0] is not None else "")

tokens(["(a)(?:bcdefghi|jklmnopq){0,999}(?:rstuvwxyz|BCDEFGH){0,999}\\1", "(x)(?:ijklmnop|bcdefgh){0,999}\\1", "(q)\\1"], "abcdefghiBCDEFGHaxijklmnopijklmnopxqq")
letters = re.Scanner([(f"({letter})\\1", lambda scanner, token: (token, scanner.match.lastindex, scanner.match.span())) for letter in "abcdefghijklmnopqrstuvwxyz"])
print(letters.scanner.groups, letters.scan("zzaammbbyyx"))
