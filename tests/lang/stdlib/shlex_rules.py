# python3.12
# shlex: tokens by random rules, sources, what is remembered after an error
import io
import random
import shlex

random.seed(5)
def run(s, **kw):
    attrs = kw.pop("attrs", {})
    try:
        l = shlex.shlex(s, **kw)
        for k, v in attrs.items(): setattr(l, k, v)
        res = []
        while (t := l.get_token()) != l.eof: res.append(t)
        return res, l.lineno, list(l.pushback)
    except Exception as e:
        return type(e).__name__, str(e), l.token, l.lineno
alpha = "ab'\"\\ \n#&|;().é=~-/é,$"
for i in range(150):
    s = "".join(random.choice(alpha) for _ in range(random.randrange(14)))
    kw = dict(posix=random.random() < .5, punctuation_chars=random.choice([False, True, "|;", "'a"]))
    at = {}
    if random.random() < .3: at["whitespace_split"] = True
    if random.random() < .2: at["commenters"] = random.choice(["", ";", "#a"])
    if random.random() < .2: at["whitespace"] = random.choice([" ", ",", "a\n"])
    if random.random() < .2: at["wordchars"] = random.choice(["ab'", "ab\\=", "abé\"#"])
    if random.random() < .1: at["escape"] = "~"
    if random.random() < .1: at["quotes"] = "'|"
    if random.random() < .1: at["source"] = None
    print(repr(s), kw, at, run(s, attrs=at, **kw))
l = shlex.shlex("'abc")
for _ in range(3):
    try: print(l.get_token())
    except ValueError as e: print(e, repr(l.token))
print(shlex.shlex("", infile="x").error_leader(), shlex.quote(""), shlex.join(["a b", "", "c'd", 'x"y']))
for bad in (5, b"x", b""):
    for f in (shlex.quote, shlex.split):
        try: print(f(bad))
        except Exception as e: print(type(e).__name__, e if f is shlex.quote else "")


class Including(shlex.shlex):
    texts = {"one": "1 2 include two 3", "two": "x\ny include none z", "none": ""}

    def sourcehook(self, newfile):
        print("hook", newfile, self.infile, self.lineno)
        return (newfile, io.StringIO(self.texts[newfile])) if newfile in self.texts else None


lexer = Including("a include one\nb include missing c\nd include", infile="main")
lexer.source = "include"
try:
    for token in lexer:
        print(token, lexer.error_leader())
        if token == "y":
            lexer.push_token("pushed")
except KeyError as e:
    print("KeyError", e)
lexer = Including("a include one b", infile="main", posix=True)
lexer.source = "include"
print(list(lexer))
lexer = shlex.shlex("p q")
lexer.push_source("r s", "inner")
lexer.push_source(io.StringIO("t"))
print(list(lexer), lexer.infile, lexer.get_token() == "", lexer.read_token() == "")
print(list(shlex.shlex("a,b;c", posix=True)), shlex.split("", posix=False), shlex.split("'' \"\""), shlex.shlex("x", punctuation_chars="+").punctuation_chars)
