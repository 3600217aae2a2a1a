# Random text, split, wrapped, dedented and indented; of each hundred a checksum
import textwrap, random, zlib
lines = []
def print(*a, say=print):
    lines.append(' '.join(map(str, a)))
    if len(lines) == 100:
        say(zlib.crc32('\n'.join(lines).encode()), ascii(lines[0])[:60])
        lines.clear()
R = random.Random(4)
for i in range(500):
    t = "".join(R.choice("aaab1-- -_.é'\"(") for _ in range(R.randint(1, 30)))
    print(repr(t), textwrap.TextWrapper()._split(t))
for i in range(400):
    t=' '.join(R.choice(['a','bb','ccc-ddd','eeeeeeeeee','f.','g!','"h."','--','i\tj','\n','é','k?','x-','-y','a_b-c', "a-b-cd-ef", "  ", "1-2-3"]) for _ in range(R.randint(1,14)))
    kw={k:v for k,v in dict(width=R.randint(3,20),initial_indent=R.choice(['','> ','  ']),subsequent_indent=R.choice(['','. ']),expand_tabs=R.random()<.5,replace_whitespace=R.random()<.5,fix_sentence_endings=R.random()<.5,break_long_words=R.random()<.7,drop_whitespace=R.random()<.7,break_on_hyphens=R.random()<.5,tabsize=R.randint(1,8),max_lines=R.choice([None,1,2,3]),placeholder=R.choice([' [...]','...',''])).items() if R.random()<.6}
    try: r = textwrap.wrap(t, **kw)
    except Exception as e: r = repr(e)
    print(kw, repr(t), r)
    t = "".join(R.choice(["  ", "\t", "a", "\n", " ", "b\n", "\n  "]) for _ in range(R.randint(0, 20)))
    print(repr(textwrap.dedent(t)), repr(textwrap.indent(t, "> ")))
