# python3.12
"""Regex-heavy: log parser, markdown to HTML, URL matcher, tokenizer, template engine, roman numerals, CSV by regex."""
import re
import sys
from collections import Counter, defaultdict

LOG = '''127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326
10.0.0.7 - - [10/Oct/2000:13:55:40 -0700] "POST /login HTTP/1.1" 302 -
10.0.0.7 - - [10/Oct/2000:13:56:01 -0700] "GET /home?user=a%20b&x=1 HTTP/1.1" 200 512
broken line here
::1 - bob [11/Oct/2000:00:00:01 +0000] "DELETE /item/42 HTTP/2" 500 17'''
LINE = re.compile(r'''
    ^(?P<host>\S+)\s+\S+\s+(?P<user>\S+)\s+
    \[(?P<day>\d{2})/(?P<mon>[A-Z][a-z]{2})/(?P<year>\d{4}):(?P<time>(?:\d\d:?){3})\s(?P<tz>[+-]\d{4})\]\s+
    "(?P<method>[A-Z]+)\s(?P<path>[^\s?"]+)(?:\?(?P<query>[^\s"]*))?\sHTTP/(?P<ver>\d(?:\.\d)?)"\s+
    (?P<status>[1-5]\d\d)\s(?P<size>\d+|-)$
''', re.X | re.M)
for m in LINE.finditer(LOG):
    d = m.groupdict()
    print(d["host"], d["user"], d["method"], d["path"], d["query"], d["status"], m.span("path"), m.lastgroup, m.lastindex)
print(Counter(m["status"][0] + "xx" for m in LINE.finditer(LOG)), LINE.groups, list(LINE.groupindex)[:3])


def markdown(text):
    out, in_list = [], False
    def inline(s):
        s = re.sub(r"&(?!\w+;)", "&amp;", s)
        s = re.sub(r"`([^`]+)`", lambda m: "<code>%s</code>" % m[1].replace("<", "&lt;"), s)
        s = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"<b>\2</b>", s)
        s = re.sub(r"(?<![\w*])\*(?=\S)([^*]+?)\*(?!\w)", r"<i>\g<1></i>", s)
        return re.sub(r"\[(?P<t>[^]]+)\]\((?P<u>[^) ]+)(?: \"(?P<title>[^\"]*)\")?\)",
                      lambda m: f'<a href="{m["u"]}"' + (f' title="{m["title"]}"' if m["title"] else "") + f'>{m["t"]}</a>', s)
    for line in text.splitlines():
        if m := re.match(r"(#{1,6})\s+(.*?)\s*#*$", line):
            out.append(f"<h{len(m[1])}>{inline(m[2])}</h{len(m[1])}>")
        elif m := re.match(r"[-*+]\s+(.*)", line):
            if not in_list: out.append("<ul>"); in_list = True
            out.append(f"  <li>{inline(m[1])}</li>")
            continue
        elif line.strip(): out.append(f"<p>{inline(line)}</p>")
        if in_list: out.insert(-1 if line.strip() else len(out), "</ul>"); in_list = False
    return "\n".join(out)


print(markdown('''# Title & more #
Some **bold** text, *italic*, `code <x>` and [link](http://x.y "T").
- item __one__
- item 2 &amp; 3
## End
2 * 3 * 4 isn't italic'''))


class Template:
    SPLIT = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.S)
    def __init__(self, src):
        self.code = ["def render(ctx):", " out = []"]
        indent = 1
        for part in self.SPLIT.split(src):
            pad = " " * indent
            if part.startswith("{{"):
                expr, *filters = re.split(r"\s*\|\s*", part[2:-2].strip())
                for f in filters: expr = f"FILTERS[{f!r}]({expr})"
                self.code.append(f"{pad}out.append(str({expr}))")
            elif part.startswith("{%"):
                words = part[2:-2].strip()
                if words.startswith("end"): indent -= 1
                elif words in ("else",): self.code.append(" " * (indent - 1) + "else:")
                else: self.code.append(f"{pad}{words}:"); indent += 1
            elif part.startswith("{#"): pass
            elif part: self.code.append(f"{pad}out.append({part!r})")
        self.code.append(" return ''.join(out)")
    def render(self, **ctx):
        ns = {"FILTERS": {"upper": str.upper, "title": str.title, "length": len}, **ctx}
        exec("\n".join(self.code), ns)
        return ns["render"](ctx)


t = Template("Hi {{ name|upper }}!{# no #}\n{% for x in items %}{% if x > 1 %}<{{x}}>{% else %}-{% end %}{% end %} {{ items|length }}")
print(t.render(name="bob", items=[1, 2, 3]))
ROMAN = re.compile(r"^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([s for s in "XIV MCMXCIV IIII VX MMXXIV IC XLII".split() if ROMAN.match(s)])
print(re.findall(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))', 'a,"b,c",,"d ""q""",e'))
print(re.split(r"(\d)", "a1b2c"), re.split(r"\b", "hi there"), re.split(r"x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
print(re.sub(r"(?i)(?P<a>h)(e)?", r"[\g<a>|\2]", "Hello h"), re.subn("a|b", "", "cabbage", count=3))
print(re.findall(r"(?=(\w{3}))", "abcde"), re.findall(r"(?<!-)\b\d+(?!\.)\b", "1 -2 3.5 44"), re.findall(r"(\w)(\w)?", "abc"))
print(re.fullmatch(r"(a+)+b", "aaaaaab"), re.search(r"(?s)a.b", "a\nb"), re.match(r"\Z", ""), re.search(r"(?m)^b$", "a\nb\nc").start())
print(re.findall(r"[^\W\d_]+", "naïve café_1 Ωmega 東京 x2"), re.findall(r"\w+", "naïve café", re.A), re.findall(r"(?u:\d+)", "١٢ 34"))
print(re.escape("a.b*c[d] e-f_g\n"), re.compile(rb"\xff+").findall(b"a\xff\xffb"), re.compile("a", re.I | re.M))
print(re.sub(r"(\d+)", lambda m: str(int(m[1]) * 2), "a1 b22 c333"), re.sub("", "-", "abc"), re.sub(r"b*", "X", "abc"))
p = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?")
m = p.search("on 2024-03 and", 2)
print(m.groups(), m.groups("01"), m.expand(r"\g<m>/\g<y>"), m.regs, m.pos, m.endpos, m.string[m.start():m.end()], m["d"], repr(m))
print(re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'it\"s' ok")[0], re.search(r"(a)?(?(1)b|c)", "c")[0], re.search(r"x{2,3}?", "xxxx")[0], re.search(r"a++b", "aaab"), re.search(r"(?>a*)a", "aaa"))
for bad in ["(", "[a", "a**", "(?P<1>x)", "(?P<n>x)(?P<n>y)", r"\1", "(?P=zz)", "a{3,2}", "(?<=a+)b", "[z-a]", r"\q", "(?i", "x)", "*a", "(?z)", "(?P<a", r"\N{nope}", "a(?i)b"]:
    try: re.compile(bad); print(bad, "compiled")
    except re.error as e: print(repr(bad), "->", e, e.pos, e.lineno, e.colno)
sc = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t), (r"\s+", None)])
print(sc.scan("ab 12 cd !x"))
for bad in ["m.group(9)", "m.group('zz')", "re.sub('a', r'\\9', 'a')", "re.sub('a', r'\\g<z>', 'a')", "re.match(b'a', 'a')", "re.match(1, 'a')", "p.match()", "m.start('q')", "re.sub('a', 1, 'a')", "re.compile('a', 'b')", "re.compile(p, re.I)"]:
    try: print(eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
