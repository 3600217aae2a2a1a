# python3.12 # timed
import builtins, zlib
_lines = []
def print(*args):  # what would be printed, 100 lines a checksum
    _lines.append(" ".join(map(str, args)))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
import random
from html.parser import HTMLParser
import html
class P(HTMLParser):
    def __init__(s,**k):
        super().__init__(**k); s.ev=[]
    def handle_starttag(s,t,a): s.ev.append(('S',t,a,s.getpos(),s.get_starttag_text()))
    def handle_endtag(s,t): s.ev.append(('E',t,s.getpos()))
    def handle_data(s,d): s.ev.append(('D',d,s.getpos()))
    def handle_entityref(s,d): s.ev.append(('R',d,s.getpos()))
    def handle_charref(s,d): s.ev.append(('C',d,s.getpos()))
    def handle_comment(s,d): s.ev.append(('!',d,s.getpos()))
    def handle_decl(s,d): s.ev.append(('d',d,s.getpos()))
    def handle_pi(s,d): s.ev.append(('?',d,s.getpos()))
    def unknown_decl(s,d): s.ev.append(('u',d,s.getpos()))
parts=['<','>','</','/>','<!','<!--','-->','--','<?','?>','<![','CDATA[',']]>','if ',']>','<!DOCTYPE html','a','b','script','<script>','</script>','</scr','style','<style>','</style >',' ','\n','=','"',"'",'x','&','&amp','&amp;','&#','&#62','&#x3e;','&lt','&notit;','#',';','1','é','<p class="c">','</p>','<br/>','<a href=x>','text','/','\t']
r=random.Random(6)
for n in range(1200):
    s=''.join(r.choice(parts) for _ in range(r.randint(1,12)))
    cc=r.random()<.5
    p=P(convert_charrefs=cc)
    cut=r.randint(0,len(s))
    try:
        p.feed(s[:cut]); p.feed(s[cut:]); p.ev.append(('left',p.rawdata)); p.close(); p.ev.append(('pos',p.getpos(),p.rawdata))
        print(n,repr(s),cut,cc,p.ev)
    except Exception as e: print(n,repr(s),cut,cc,p.ev,type(e).__name__,e)
for n in range(300):
    s=''.join(r.choice(['&','&#','x','1','9','128','xD800','x110000',';','lt','gt','not','in','amp','acute','NotEqualTilde','é',' ','<','fjlig','0','xFFFE','11','&#0','CounterClockwiseContourIntegral']) for _ in range(r.randint(1,7)))
    print(repr(s),ascii(html.unescape(s)), html.escape(s), html.escape(s,False))

flush()
