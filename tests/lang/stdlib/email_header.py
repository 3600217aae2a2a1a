# python3.12: email.header, email.quoprimime
from email.header import Header, decode_header, make_header
import email.errors
def t(*a,**k):
    enc=k.pop('enc',{})
    try:
        h=Header(*a,**k); print(repr(h.encode(**enc)), repr(str(h)))
    except Exception as e: print(type(e).__name__, e)
t('hello'); t('hello '*30); t('hello, '*30); t('a;b; c; '*30, header_name='Subject'); t('x'*200); t('x'*70+' '+'y'*70+' z', header_name='X-Long')
t('Ünïcödé','utf-8'); t('Ünïcödé '*20,'utf-8',header_name='Subject'); t('Ünïcödé'); t(b'\xfcber','iso-8859-1'); t(b'\xfcber'*40,'iso-8859-1',header_name='S')
t('日本語'*30,'utf-8',header_name='Subject'); t('a'*100,'utf-8'); t('a b'*50,'iso-8859-1'); t('', 'utf-8'); t(''); t(None)
t('line one\n line two\n\tline three'); t('line one\nX: y'); t('ü\n ü','utf-8'); t('abc\r\n def')
t('hello '*30, maxlinelen=40, header_name='Subject', continuation_ws='\t'); t('hello '*30, enc=dict(maxlinelen=0)); t('hello, there; '*20, enc=dict(splitchars=' ')); t('hello, there; '*20, enc=dict(linesep='\r\n'))
t('  leading and trailing  '); t('a  b   c'); t('a,b,c,d,'*30); t('one two, three four; '*12, header_name='To')
h=Header('plain'); h.append('ünï','utf-8'); h.append('more'); h.append('iso \xe4','iso-8859-1'); h.append(b'x\xff','unknown-8bit'); print(h.encode(), repr(str(h)), decode_header(h))
h=Header('plain '); h.append(' ünï ','utf-8'); h.append(' more'); print(repr(h.encode()), repr(str(h)))
for s in ['plain','=?utf-8?q?=C3=BC?=','a =?utf-8?q?=C3=BC?= b','=?utf-8?q?=C3=BC?= =?utf-8?q?=C3=BC?=','=?utf-8?b?w7w=?=x','=?utf-8?b?w7w?=','=?iso-8859-1?Q?a_b=20c?= d =?utf-8?B?w7w=?=','=?utf-8?q?a?=\n =?utf-8?q?b?=','=?x?q?','=?utf-8?b?a?=','=?utf-8?q??=','a\n b','Re: =?utf-8?q?a?=\n\tb','=?a?q?x?==?b?q?y?=']:
    try:
        d=decode_header(s); print(s.encode(), d)
        print(repr(str(make_header(d))), repr(make_header(d).encode()))
    except Exception as e: print(type(e).__name__, e)
for e in ['x','ü']:
    for c in ['ascii','latin-1','utf-8','koi8-r','windows-1252']:
        t(e,c)
t('ü'*10 + ' word '*20 + 'ö', 'utf-8', header_name='Subject'); t(b'\x80abc'); t('\udc80')
print(Header('a')=='a', Header('a')==Header('a'), Header('a')=='b')
w='x'*75
for h in ('\t'+w, ' '+w, '\t'+w+' (David', '\t'+w+'\ty', '  '+w, w, '\t \t'+w, '\t'+w+'\t\t'+w):
    for k in ({},{'header_name':'Rec'},{'header_name':'Rec','continuation_ws':'\t'}):
        x=Header(h,**k); print(k, repr(x.encode()))
print(repr(make_header(decode_header('(=?iso-8859-1?q?a?= =?iso-8859-2?q?_b?=)')).encode()), decode_header('(=?iso-8859-1?q?a?= =?iso-8859-2?q?_b?=)'))
print(repr(str(make_header(decode_header('(=?iso-8859-1?q?a?= =?iso-8859-2?q?_b?=)')))))
import email.quoprimime as q
for m in (4,5,6,76):
    for s in ('abcd \n1234','abc \nx','ab ','ab\t\n','abcdefgh','abcdefghi','a=b','é','abc','abcd','abcde','abcdef ','abcde '):
        print(m, repr(s), repr(q.body_encode(s,m)))
print([c for c in range(256) if not q.header_check(c)], [c for c in range(256) if not q.body_check(c)])
import email.utils as u
for d in ['Wed, 3 Apr 2002 14:58:26-0800','Wed, 3 Apr 2002 14:58:26+0800','3 Apr 2002 14:58-0100','06-Nov-94 08:49:37-0100','Wed, 3 Apr 2002 14:58:26-x']: print(u.parsedate_tz(d))
print(u.parseaddr('merwok  wok@xample.com'), u.parseaddr('merwok\t\n wok@xample.com'))
