# python3.12
import io
import os
import sys
import tabnanny
import tempfile
import tokenize

os.chdir(tempfile.mkdtemp())

def t(s,v=0,f=0):
    open('tn.py','w').write(s); tabnanny.verbose=v; tabnanny.filename_only=f
    try: tabnanny.check('tn.py')
    except BaseException as e: print(type(e),e)
sys.stderr=sys.stdout
bad='if 1:\n        a\n\tb\n'
t(bad);t(bad,1);t(bad,2);t(bad,0,1);t(bad,1,1)
t('if 1:\n    a\n',1);t('if 1:\n   a\n  b\n');t('if (',1);t('x=\"\"\"',1);t('if 1:\n\tif 2:\n\t    a\n        \tb\n');t('if 1:\n\ta\nif 2:\n        b\n    \tc\n');t('if 1:\n\ta\n        if 2:\n\t\tb\n',0)
t('if 1:\n    if 2:\n\t\tx\n        y\n')
t('if 1:\n        if 2:\n\t y\n')
t('class A:\n    def f():\n\tpass\n',1)
t('x=$1\n',1)
t("x='a\n",1)
try: tabnanny.check('/nope')
except BaseException as e: print(repr(e))
tabnanny.verbose=1
os.makedirs('tnd/sub',exist_ok=True); open('tnd/a.py','w').write(bad); open('tnd/sub/b.py','w').write('x=1\n'); open('tnd/c.txt','w').write(bad)
for n in ['tnd/sub','tnd/a.py']: tabnanny.check(n)
try: tabnanny.process_tokens(tokenize.generate_tokens(io.StringIO(bad).readline))
except Exception as e: print(type(e),e.args)
T=tokenize.TokenInfo;k=tokenize
toks=[T(k.NAME,'if',(1,0),(1,2),'if 1:\n'),T(k.NEWLINE,'\n',(1,5),(1,6),'if 1:\n'),T(k.INDENT,'        ',(2,0),(2,8),'        a\n'),T(k.NAME,'a',(2,8),(2,9),'        a\n'),T(k.NEWLINE,'\n',(2,9),(2,10),'        a\n'),T(k.NAME,'b',(3,1),(3,2),'\tb\n'),T(k.NEWLINE,'\n',(3,2),(3,3),'\tb\n'),]
try: tabnanny.process_tokens(toks)
except tabnanny.NannyNag as e: print(e.get_lineno(),repr(e.get_msg()),repr(e.get_line()),repr(e),str(e))
toks[2:3]=[T(k.INDENT,'        ',(2,0),(2,8),'        a\n')]
toks=toks[:2]+[T(k.INDENT,'\t',(2,0),(2,1),'\ta\n'),T(k.INDENT,'            ',(3,0),(3,8),'            a\n'),]
try: tabnanny.process_tokens(toks)
except tabnanny.NannyNag as e: print(e.get_lineno(),repr(e.get_msg()),repr(e.get_line()),repr(e),str(e))
w=tabnanny.Whitespace('  \t \t  '); print(vars(w), w.longest_run_of_spaces(), w.indent_level(4)); x=tabnanny.Whitespace('        '); print(w.equal(x),w.less(x),w.not_less_witness(x),w.not_equal_witness(x),x.less(w)); y=tabnanny.Whitespace('ab'); print(vars(y)); print(tabnanny.format_witnesses([(1,2,3)]),tabnanny.format_witnesses([(1,2,3),(4,5,6)]))
print(vars(tabnanny.Whitespace('\t\t  '))); print(vars(tabnanny.Whitespace(' '*3)))
