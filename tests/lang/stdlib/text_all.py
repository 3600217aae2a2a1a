# python3.12
import string, textwrap
from fractions import Fraction as F
from string import *
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
print(string.ascii_letters, repr(string.whitespace), repr(printable), punctuation, capwords('hello  wORLD x'), capwords('a-b','-'))
t=Template('$who likes ${what} $$5 $'); tr(t.substitute,who='a',what='b'); print(t.safe_substitute(who='x'), t.is_valid(), t.get_identifiers()); print(Template('$a ${b}$c_1').substitute({'a':1},b=2,c_1=3)); tr(Template('$a').substitute); tr(Template('x\ny $!').substitute); tr(Template('${a').substitute,a=1); print(Template('$a.b').substitute(a=1), Template('$1').safe_substitute(), Template('${x}y').substitute(x='z'))
class D(Template): delimiter='%'
print(D('%a %%').substitute(a=1))
f=Formatter(); print(f.format('{} {x!r:>5} {0[0]} {y.real}' if 0 else '{0} {x!r:>5} {1[0]} {y.real} {{}}','a',[1],x='q',y=3), f.format('{:{}}','a',5), list(f.parse('a{b!r:c}d{{e}}{}'))); tr(f.format,'{0} {}',1); tr(f.format,'{x}'); tr(f.format,'{'); tr(f.format,'}'); tr(f.format,'{a!z}',a=1); tr(f.format,'{0}')
txt="Hello, this is a well-known sample of text-wrapping -- with dashes, and a verylongwordthatexceedsthewidth. It's fine! Really? \"Yes.\" And so on--or not. e-mail, 1-2 a-b x-ray self-contained-thing  --foo-bar"
for w in (5,10,20,40,70): print(textwrap.wrap(txt,w)); 
print(textwrap.fill(txt,30,initial_indent='* ',subsequent_indent='  ')); print(textwrap.wrap(txt,20,break_long_words=False), textwrap.wrap(txt,20,break_on_hyphens=False), textwrap.wrap(txt,25,max_lines=2), textwrap.wrap(txt,25,fix_sentence_endings=True), textwrap.wrap('a\tb\nc d',5), textwrap.wrap('  lead',10), textwrap.wrap('',5), textwrap.wrap('a b',1,drop_whitespace=False), textwrap.shorten(txt,30), textwrap.shorten('hello world',5,placeholder='..'), textwrap.shorten('a b',10)); tr(textwrap.wrap,'a',0); tr(textwrap.shorten,'hello world',3)
print(repr(textwrap.dedent('  a\n    b\n\n  c\n   \n')), repr(textwrap.dedent('\ta\n  b')), repr(textwrap.dedent('a\n b')), repr(textwrap.indent('a\n\nb\n','> ')), repr(textwrap.indent('a\n\nb','> ',lambda l: True)), repr(textwrap.dedent("""
    x
      y
    """)))
print(F(3,4), repr(F(6,-8)), F('3/4'), F(' -1.5e2 '), F('.5'), F('1_000/3'), F(0.1), F(5), F(F(1,2)), F(), F(1.5), F('1e-3'), F(True)); tr(F,1,0); tr(F,'x'); tr(F,'1/0'); tr(F,None); tr(F,1.5,2); tr(F,'1/ 2'); tr(F,'1//2'); tr(F,'')
a,b=F(1,2),F(1,3); print(a+b,a-b,a*b,a/b,a//b,a%b,divmod(a,b),a**2,a**-2,a**b,2**a,a+1,1-a,2*a,1/a,3//a,a+0.5,0.5*a,a+1j,-a,+a,abs(F(-1,2)),int(F(7,2)),int(F(-7,2)),round(F(5,2)),round(F(7,2)),round(F(22,7),2),round(F(1234),-2),float(a),bool(F(0)),a==0.5,a<b,a>0.3,a<=F(1,2),hash(F(1,2))==hash(0.5),hash(F(3)),a.numerator,a.denominator,F(3.14159).limit_denominator(100),F.from_float(.25),a.as_integer_ratio(),F(4,2).is_integer(),sorted([a,b,0.4]),sum([a,b]),max(a,b), 2**F(2), F(2)**F(3), (-8)**F(1,3), a==None, F(1,3)!=b, {F(1,2):1}[0.5], complex(a)); tr(lambda: a/0); tr(lambda: a//0); tr(lambda: a%0); tr(lambda: a+'x'); tr(lambda: a<'x'); tr(lambda: F(0)**-1)
import math
print(math.floor(F(-7,2)),math.ceil(F(-7,2)),math.trunc(F(-7,2)),f'{F(1,3):.3f}',f'{F(1,3):.2e}',f'{F(22,7):10.4f}|',f'{F(1,3):%}',f'{F(1234567,2):,.1f}',f'{F(1,3):g}',f'{F(-1,2):+.0f}',f'{F(1,2)}',f'{F(5,3):08.2f}',f'{F(1,3):<10.2f}|',f'{F(100000000):g}',f'{F(1,100000):g}', f'{F(-1,1000):z.1f}'); tr(format,F(1,2),'d')
